"""What the blog's pages show, and the files beside them."""
