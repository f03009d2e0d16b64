"""kramdown's span elements, read."""
