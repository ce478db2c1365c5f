"""Watches over the command that it is given, as ``mentor-kiosk run`` watches over a kiosk."""

from __future__ import annotations

import sys

from kiosk.supervisor import Supervisor

if __name__ == "__main__":
    sys.exit(Supervisor(sys.argv[1:]).watch())
