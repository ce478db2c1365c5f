"""Packs: read, check, and turn into the values of ``kiosk.core.lesson``."""
