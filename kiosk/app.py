"""The composition root: builds everything, once. Nothing else constructs a service."""

from __future__ import annotations

import logging
import os
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from kiosk import __version__, paths
from kiosk.content.load import load_pack
from kiosk.core.flow import Screen
from kiosk.core.ports import AttemptLog, Clock, Dice, ExportLog
from kiosk.core.log_rows import Selection
from kiosk.errors import NoDisplay
from kiosk.reports.export import export
from kiosk.store.database import Database
from kiosk.ui.background import Background
from kiosk.ui.controller import Controller
from kiosk.ui.main_window import MainWindow, WindowMode
from kiosk.ui.navigator import Factory, Navigator
from kiosk.ui.services import Services
from kiosk.ui.staff.pins import Argon2Pins
from kiosk.ui.staff_controller import StaffController
from kiosk.ui.theme import Look, load_fonts, load_theme
from kiosk.ui.views import ExportDone
from kiosk.ui.watchman import Watchman
from kiosk.world import SystemClock, SystemDice, SystemIds
