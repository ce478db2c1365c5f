"""What Qt has to say, in the log with the rest."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_log = logging.getLogger("qt")


def hear_qt() -> None:
    """Have Qt's messages logged, instead of written to the console."""
    qInstallMessageHandler(_pass_on)


def hear_no_more() -> None:
    """Let Qt write to the console again."""
    qInstallMessageHandler(None)


def _pass_on(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "%s", message)
