"""The command line `iroco-blog`: a module or a folder for each command, on top of the host."""
