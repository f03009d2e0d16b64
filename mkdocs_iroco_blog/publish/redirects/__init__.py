"""Redirects from the former addresses of pages."""
