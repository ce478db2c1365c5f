"""Health: how the kiosk does, each fact with a sign, a word and plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.checkup import Finding, State, Subject
from kiosk.ui.staff.figures_row import FiguresRow
from kiosk.ui.staff.health_words import finding_words, state_words, subject_words
from kiosk.ui.staff.looking import Looking
from kiosk.ui.staff.page import ColumnPage
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column, empty
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.progress import Meter
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict

_FIGURE_ROOM = 116
"""Three short words: beside each other even in the largest letters."""


class FindingLine(QWidget):
    """One fact: what it is, and how it stands."""

    def __init__(self, look: Look, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        words = Told(look, finding_words(finding), color="ink")
        mark = Verdict(look)
        if finding.state is State.ATTENTION:
            mark.show_attention(state_words(finding.state))
        else:
            mark.show_verdict(state_words(finding.state), finding.state is State.GOOD)
        row = Fold(look, 16)
        self.setLayout(row)
        row.add(words, 1, 300)
        row.add(mark)


class HealthPage(ColumnPage):
    """Facts by what they are about, what is wrong first in each."""

    check_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Health: how this kiosk does"))
        self.check = Button(look, Kind.PRIMARY, self.tr("Check everything"))
        self.cancel = Button(look, Kind.SECONDARY, self.tr("Cancel"))
        self._figures = FiguresRow(look, least=_FIGURE_ROOM)
        self._meter, self._note, self._looking = Meter(look), Note(look), Looking(look)
        self._subjects = Column(look, 16)
        self.add_action(self.cancel)
        self.add_action(self.check)
        for part in (self._meter, self._note, self._figures):
            self.column.addWidget(part)
        self._figures.expect(*self._counted())
        self.column.addLayout(self._subjects)
        self.column.addWidget(self._looking)
        self.column.addStretch(1)
        self.check.clicked.connect(self.check_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.show_idle()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is shown."""
        return tuple(line.finding for line in self._lines())

    @property
    def note(self) -> str:
        """Why a look was not finished."""
        return self._note.words

    def _lines(self) -> list[FindingLine]:
        panels = (self._subjects.itemAt(n).widget() for n in range(self._subjects.count()))
        found = (cast("list[FindingLine]", panel.findChildren(FindingLine)) for panel in panels)
        return [line for lines in found for line in lines]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show facts, in the order of what they are about."""
        self._looking.end()
        counts = [sum(f.state is state for f in findings) for state in State]
        figures = [(str(n), word) for n, word in zip(counts, self._counted(), strict=True)]
        self._figures.show_figures(figures)
        empty(self._subjects)
        for subject in Subject:
            facts = [finding for finding in findings if finding.subject is subject]
            if facts:
                self._subjects.addWidget(self._panel(subject, facts))

    def _counted(self) -> tuple[str, str, str]:
        return self.tr("good"), self.tr("to see to"), self.tr("wrong")

    def _panel(self, subject: Subject, facts: list[Finding]) -> Panel:
        panel = Panel(self.look, gap=10, margins=(24, 16, 24, 18))
        panel.column.addWidget(Text(self.look, Role.KICKER, subject_words(subject), color="ink"))
        if subject is Subject.LOCK_DOWN:
            words = self.tr(
                "A program cannot stop the keys of the system itself. Where one is not blocked,"
                " the full screen is a courtesy: the page for administrators tells how to."
            )
            panel.column.addWidget(Told(self.look, words))
        for fact in facts:
            panel.column.addWidget(FindingLine(self.look, fact))
        return panel

    def show_idle(self) -> None:
        """Show that nothing is being checked."""
        self.cancel.hide()
        self._meter.hide()
        self._note.show_note("")
        self.check.setEnabled(True)

    def show_running(self) -> None:
        """Show that all is being checked."""
        self.show_idle()
        self.check.setEnabled(False)
        self.cancel.show()
        self._meter.show()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_progress(0, 1)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many attempts were compared."""
        words = self.tr("{n} of {total} attempts compared").format(n=done, total=total)
        self._meter.show_value(done, total, words)

    def show_note(self, words: str) -> None:
        """Show why a look was not finished."""
        self.show_idle()
        self._looking.end()
        self._note.show_note(words)

    def first_focus(self) -> QWidget:
        """Return the check."""
        return self.check
