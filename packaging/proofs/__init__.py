"""What proves the installers, one file a kind; ``packaging/prove.py`` is its command line."""
