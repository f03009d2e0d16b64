"""The table of messages: one row for each, with its code, its sentences, and an example that causes it."""
