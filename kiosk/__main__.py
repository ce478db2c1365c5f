"""``python -m kiosk``: the same as ``mentor-kiosk``."""

from __future__ import annotations

from kiosk.cli import main

if __name__ == "__main__":
    main()
