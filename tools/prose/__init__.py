"""Checks the English of the README and the manual: our own style, and spelling and grammar."""
