"""Results kept in memory between the builds of `mkdocs serve`."""
