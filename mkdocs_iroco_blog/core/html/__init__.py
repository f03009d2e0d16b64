"""The HTML of a post: cut, rebased, measured."""
