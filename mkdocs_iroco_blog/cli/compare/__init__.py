"""`iroco-blog compare`: two built sites, address by address. `compare_sites` in `sites.py` is for other commands."""
