"""Fixes what is safe to fix: misspelt keys, forms of dates, and spellings of terms."""
