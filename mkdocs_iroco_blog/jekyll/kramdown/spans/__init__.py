"""Reads kramdown's span elements."""
