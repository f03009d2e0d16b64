"""A kramdown document, written as Python-Markdown."""
