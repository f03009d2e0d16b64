"""Fills in the inserts of every page of the site."""
