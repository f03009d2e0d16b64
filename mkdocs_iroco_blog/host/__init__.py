"""The only folder that knows the host, MkDocs, and reads files, the clock and git."""
