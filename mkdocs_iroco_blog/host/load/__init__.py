"""Reads the blog from the files of the site."""
