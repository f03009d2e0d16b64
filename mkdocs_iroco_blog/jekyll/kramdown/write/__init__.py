"""Writes a kramdown text in Python-Markdown's dialect."""
