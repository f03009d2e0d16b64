"""Reads kramdown's block elements."""
