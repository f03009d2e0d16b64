"""How the blog looks: fragments of HTML, what they are given, the interface's languages, one stylesheet."""
