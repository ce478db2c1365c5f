"""The staff's pages, one a file."""
