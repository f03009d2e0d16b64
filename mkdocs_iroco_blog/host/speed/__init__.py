"""Everything that only saves time."""
