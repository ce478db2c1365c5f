"""Rows in, files and figures out."""
