"""Redirects from the old addresses of pages."""
