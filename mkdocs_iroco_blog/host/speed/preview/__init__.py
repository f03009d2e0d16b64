"""What `mkdocs serve` keeps in memory between builds."""
