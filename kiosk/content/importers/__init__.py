"""Packs that come from outside: read into memory with care, one file a kind of source."""
