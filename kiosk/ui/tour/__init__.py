"""A whole visit through the real windows, by real input events."""
