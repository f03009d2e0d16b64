"""Recognises pages of a Jekyll site that only list posts, terms or authors."""
