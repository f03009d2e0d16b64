"""Inserts: comments in a page, in whose place the blog puts a list of posts, terms, parts or mentions."""
