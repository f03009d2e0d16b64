"""A blog in an existing MkDocs site."""
