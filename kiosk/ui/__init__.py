"""Screens and what moves between them. They ask; the controller acts."""
