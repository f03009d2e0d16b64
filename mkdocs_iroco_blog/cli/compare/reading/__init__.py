"""Reads the folder of a built site, on any theme, into values that can be compared."""
