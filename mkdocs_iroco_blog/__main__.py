"""`python -m mkdocs_iroco_blog`: the command line."""

from __future__ import annotations

from mkdocs_iroco_blog.cli.main import main

if __name__ == "__main__":
    main()
