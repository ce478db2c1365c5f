"""Mentor Kiosk: a lesson on mentoring and a sorting activity, for shared training-room PCs."""

__version__ = "0.1.0"
