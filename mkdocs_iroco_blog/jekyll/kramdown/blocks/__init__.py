"""kramdown's block elements, read."""
