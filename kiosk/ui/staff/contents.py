"""The pages of the staff area, in their order. A page is added by one line here.

Imported when staff are let in, not before: no learner waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.ui.staff.attempts_desk import AttemptsDesk
from kiosk.ui.staff.backups_desk import BackupsDesk
from kiosk.ui.staff.cards_desk import CardsDesk
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.export_desk import ExportDesk
from kiosk.ui.staff.health_desk import HealthDesk
from kiosk.ui.staff.learners_desk import LearnersDesk
from kiosk.ui.staff.lesson_desk import LessonDesk
from kiosk.ui.staff.settings_desk import SettingsDesk
from kiosk.ui.staff.slips_desk import SlipsDesk
from kiosk.ui.staff.today_desk import TodayDesk
from kiosk.ui.staff.views import PageTab

_CONTEXT = "StaffPages"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page. ``name`` is for programs; ``title`` and ``help`` are marked for translation.

    ``help`` says what the page is for, in one to three sentences. ``make`` makes
    the page and what leads it, when it is first turned to.
    """

    name: str
    icon: str
    title: str
    help: str
    make: Callable[[Tools], Desk]

    def tab(self) -> PageTab:
        """Return what the side bar shows, in the language that is spoken now."""
        return PageTab(self.name, _said(self.title), self.icon)

    def purpose(self) -> tuple[str, str]:
        """Return the title and words of its help, in the language that is spoken now."""
        title = QCoreApplication.translate("Help", "Help: {page}").format(page=_said(self.title))
        return title, _said(self.help)


PAGES = (
    Entry(
        "today",
        "today",
        str(QT_TRANSLATE_NOOP("StaffPages", "Today")),
        str(
            QT_TRANSLATE_NOOP(
                "StaffPages",
                "How many came today and how it went, whether the disk is well, and when the"
                " attempts were last carried away and backed up.",
            )
        ),
        TodayDesk,
    ),
    Entry(
        "attempts",
        "list",
        str(QT_TRANSLATE_NOOP("StaffPages", "Attempts")),
        str(
            QT_TRANSLATE_NOOP(
                "StaffPages",
                "Every attempt by code, never by name. Choose days, outcome or a code, sort by a"
                " column, and open one to see its cards, their reasons and every step again.",
            )
        ),
        AttemptsDesk,
    ),
    Entry(
        "cards",
        "chart",
        str(QT_TRANSLATE_NOOP("StaffPages", "Cards")),
        str(
            QT_TRANSLATE_NOOP(
                "StaffPages",
                "Which cards are argued about, what they are taken for, and whether those who do"
                " well get them right. Save it as a PDF to print it.",
            )
        ),
        CardsDesk,
    ),
    Entry(
        "export",
        "export",
        str(QT_TRANSLATE_NOOP("StaffPages", "Export")),
        str(
            QT_TRANSLATE_NOOP(
                "StaffPages",
                "Choose where the attempts go, then press 'Export to CSV'. The kiosk reads the"
                " copy back and compares it.",
            )
        ),
        ExportDesk,
    ),
    Entry(
        "learners",
        "people",
        str(QT_TRANSLATE_NOOP("StaffPages", "Learners")),
        str(
            QT_TRANSLATE_NOOP(
                "StaffPages",
                "Bring in a roster of codes from a spreadsheet, or delete all that is kept of one"
                " learner for good. Names are never kept.",
            )
        ),
        LearnersDesk,
    ),
    Entry(
        "slips",
        "slip",
        str(QT_TRANSLATE_NOOP("StaffPages", "Slips")),
        str(
            QT_TRANSLATE_NOOP(
                "StaffPages",
                "Type the code and the check value from a learner's slip, then press 'Check the"
                " slip'. The kiosk shows what a true slip must say, and saves it as a PDF.",
            )
        ),
        SlipsDesk,
    ),
    Entry(
        "lesson",
        "book",
        str(QT_TRANSLATE_NOOP("StaffPages", "Lesson")),
        str(
            QT_TRANSLATE_NOOP(
                "StaffPages",
                "See which lessons are on this kiosk, look at one as learners would see it, and"
                " choose the one that they get. Or bring in another from a stick.",
            )
        ),
        LessonDesk,
    ),
    Entry(
        "backup",
        "archive",
        str(QT_TRANSLATE_NOOP("StaffPages", "Backup")),
        str(
            QT_TRANSLATE_NOOP(
                "StaffPages",
                "The kiosk backs itself up every half hour. Here you make one more, carry a copy"
                " away on a stick, or put one back after seeing what it would bring.",
            )
        ),
        BackupsDesk,
    ),
    Entry(
        "settings",
        "sliders",
        str(QT_TRANSLATE_NOOP("StaffPages", "Settings")),
        str(
            QT_TRANSLATE_NOOP(
                "StaffPages",
                "Say what this kiosk is called, who gets in and for how long all is kept, and"
                " press 'Keep the settings'. The PIN and the recovery codes are changed below.",
            )
        ),
        SettingsDesk,
    ),
    Entry(
        "health",
        "pulse",
        str(QT_TRANSLATE_NOOP("StaffPages", "Health")),
        str(
            QT_TRANSLATE_NOOP(
                "StaffPages",
                "How the kiosk does: what is kept, the disk, the clock, and what really keeps"
                " learners in it. 'Check everything' compares each attempt with its seal.",
            )
        ),
        HealthDesk,
    ),
)


def _said(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
