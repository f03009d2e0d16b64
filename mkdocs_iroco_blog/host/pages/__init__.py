"""The blog's pages, and what MkDocs knows of them."""
