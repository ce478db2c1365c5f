"""How learners sign in: by a code that looks like an example, or by an imported one alone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from kiosk.core import codes
from kiosk.core.model import Settings, SignInMode
from kiosk.core.setting_rules import LONGEST_PATTERN, example_fits, pattern_like
from kiosk.ui.staff.choice import ChoiceRow
from kiosk.ui.staff.labelled import Labelled
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.switch import Switch
from kiosk.ui.widgets.verdict import Verdict

_FIELD_ROOM = 220


class SignInForm(QWidget):
    """Shows and asks for the settings of the sign-in.

    The pattern follows the example until somebody writes one by hand.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._before = Settings()
        self.by_pattern = ChoiceRow(look, self.tr("Any code that looks like the example"), "")
        self.by_roster = ChoiceRow(look, self.tr("Only codes that you have imported"), "")
        self._ways = QButtonGroup(self)
        for row in (self.by_pattern, self.by_roster):
            self._ways.addButton(row)
        self.example, self.pattern, self.trial = (Field(look, height=50) for _ in range(3))
        self.pattern.setMaxLength(LONGEST_PATTERN)
        self.without_code = Switch(look, self.tr("Learners may come without a code"))
        self._verdict = Verdict(look)
        self._note = Note(look)
        self._lay_out(look)
        self.example.textEdited.connect(self._follow_example)
        for field in (self.example, self.pattern, self.trial):
            field.textChanged.connect(self._try)

    def _lay_out(self, look: Look) -> None:
        column = Column(look, 8)
        self.setLayout(column)
        for part in (self.by_pattern, self.by_roster):
            column.addWidget(part)
        pair, fold = QWidget(), Fold(look, 16)
        pair.setLayout(fold)
        fold.add(Labelled(look, self.example, self.tr("A code looks like")), 1, _FIELD_ROOM)
        fold.add(Labelled(look, self.pattern, self.tr("As a pattern")), 1, _FIELD_ROOM)
        column.addWidget(pair)
        words = self.tr("The pattern follows the example. Write your own only if you need more.")
        column.addWidget(Told(look, words))
        column.addWidget(Labelled(look, self.trial, self.tr("Try a code")))
        column.addWidget(self._verdict)
        column.addWidget(self.without_code)
        column.addWidget(self._note)

    @property
    def note(self) -> str:
        """What the note says now; empty where it says nothing."""
        return self._note.words

    @property
    def verdict(self) -> str:
        """What is said of the code that is tried; empty where none is."""
        return "" if self._verdict.isHidden() else self._verdict.accessibleName()

    def show_settings(self, settings: Settings) -> None:
        """Show settings."""
        self._before = settings
        row = self.by_roster if settings.sign_in is SignInMode.ROSTER else self.by_pattern
        row.setChecked(True)
        self.example.setText(settings.code_example)
        self.pattern.setText(settings.code_pattern)
        self.trial.clear()
        self.without_code.setChecked(settings.without_code)
        self._note.show_note("")
        self._try()

    def now(self) -> Settings:
        """Return the settings with what stands here, right or not."""
        return replace(
            self._before,
            sign_in=SignInMode.ROSTER if self.by_roster.isChecked() else SignInMode.PATTERN,
            code_example=codes.tidy(self.example.text()),
            code_pattern=self.pattern.text().strip(),
            without_code=self.without_code.isChecked(),
        )

    def chosen(self) -> Settings | None:
        """Return the settings; where they are at odds, say why and return ``None``."""
        settings = self.now()
        if example_fits(settings):
            self._note.show_note("")
            return settings
        self._note.show_note(self.tr("The example is not a code of the pattern. Change one."))
        self.example.setFocus(Qt.FocusReason.OtherFocusReason)
        return None

    @Slot(str)
    def _follow_example(self, example: str) -> None:
        self.pattern.setText(pattern_like(codes.tidy(example)))

    @Slot()
    def _try(self) -> None:
        typed, settings = codes.tidy(self.trial.text()), self.now()
        self._verdict.setVisible(bool(typed))
        if typed and not example_fits(settings):
            self._verdict.show_verdict(self.tr("The pattern cannot be tried yet"), correct=None)
        elif typed:
            taken = codes.kind(typed, settings) is codes.CodeKind.SITE
            words = self.tr("{code} would be taken") if taken else self.tr("{code} would not be")
            self._verdict.show_verdict(words.format(code=typed), correct=taken)
