"""Settings: what the kiosk is called, who gets in, for how long all is kept, and the PIN."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.core.model import Settings
from kiosk.core.setting_rules import (
    IDLE_AFTER_SECONDS,
    IDLE_ANSWER_SECONDS,
    LONGEST_NAME,
    RETENTION_DAYS,
)
from kiosk.ui.staff.codes_panel import CodesPanel
from kiosk.ui.staff.labelled import Labelled, NumberField
from kiosk.ui.staff.new_pin import NewPinFields
from kiosk.ui.staff.page import ColumnPage
from kiosk.ui.staff.sign_in_form import SignInForm
from kiosk.ui.staff.told import Told
from kiosk.ui.staff.views import SettingsView
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.language_choice import LanguageChoice
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.switch import Switch
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict

_FIELD_ROOM = 240


class SettingsPage(ColumnPage):
    """``save_asked`` has a ``SettingsView`` with what is to be kept, complete and right.

    ``pin_chosen`` has a new PIN; ``codes_asked`` asks for new recovery codes, which ``codes``
    shows then.
    """

    save_asked = Signal(object)
    pin_chosen = Signal(str)
    codes_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Settings"))
        self._view = SettingsView("", "", Settings())
        self._language = ""
        self.save = Button(look, Kind.PRIMARY, self.tr("Keep the settings"))
        self.site, self.kiosk_name = Field(look), Field(look)
        self.languages = LanguageChoice(look)
        self.sign_in = SignInForm(look)
        self.retention = NumberField(look, RETENTION_DAYS)
        self.idle_after = NumberField(look, IDLE_AFTER_SECONDS)
        self.idle_answer = NumberField(look, IDLE_ANSWER_SECONDS)
        self.less_motion = Switch(look, self.tr("Nothing moves on its way"))
        self.pins = NewPinFields(look)
        self.keep_pin = Button(look, Kind.SECONDARY, self.tr("Change the PIN"))
        self.new_codes = Button(look, Kind.SECONDARY, self.tr("Make new recovery codes"))
        self.codes = CodesPanel(look)
        self._left = Told(look)
        self._note, self._done = Note(look), Verdict(look)
        self._fields: dict[Field, Labelled] = {}
        self._lay_out(look)
        self._connect()

    def _lay_out(self, look: Look) -> None:
        self.add_action(self.save)
        self.column.addWidget(self._note)
        self.column.addWidget(self._done)
        for title, parts in (
            (self.tr("This kiosk"), (self._names(look), self.languages, self.less_motion)),
            (self.tr("How learners sign in"), (self.sign_in,)),
            (self.tr("How long it waits and keeps"), (self._times(look),)),
            (self.tr("PIN for staff"), (self.pins, self.keep_pin)),
            (self.tr("Recovery codes"), (self._left, self.new_codes, self.codes)),
        ):
            panel = Panel(look, gap=12, margins=(24, 20, 24, 24))
            panel.column.addWidget(Text(look, Role.SUBHEADING, title))
            for part in parts:
                panel.column.addWidget(part)
            self.column.addWidget(panel)
        self.column.addStretch(1)

    def _names(self, look: Look) -> QWidget:
        pair, fold = QWidget(), Fold(look, 16)
        pair.setLayout(fold)
        for field, name in ((self.site, self.tr("Site")), (self.kiosk_name, self.tr("Name"))):
            field.setMaxLength(LONGEST_NAME)
            fold.add(self._named(field, name), 1, _FIELD_ROOM)
        return pair

    def _named(self, field: Field, name: str, hint: str = "") -> Labelled:
        labelled = self._fields[field] = Labelled(self.look, field, name, hint)
        return labelled

    def _times(self, look: Look) -> QWidget:
        times, column = QWidget(), Column(look, 14)
        times.setLayout(column)
        hint = self.tr("What is older is deleted for good, with every backup of it. 0: never.")
        name = self.tr("Days that attempts are kept")
        column.addWidget(self._named(self.retention, name, hint))
        pair, fold = QWidget(), Fold(look, 16)
        pair.setLayout(fold)
        name = self.tr("Seconds until a quiet learner is asked")
        fold.add(self._named(self.idle_after, name), 1, _FIELD_ROOM)
        name = self.tr("Seconds to answer in")
        fold.add(self._named(self.idle_answer, name), 1, _FIELD_ROOM)
        column.addWidget(pair)
        return times

    def _connect(self) -> None:
        self.languages.chosen.connect(self._choose_language)
        self.save.clicked.connect(self._save)
        for field in (self.site, self.kiosk_name, self.retention, self.idle_after):
            field.returnPressed.connect(self._save)
        self.keep_pin.clicked.connect(self._keep_pin)
        self.pins.complete.connect(self._keep_pin)
        self.new_codes.clicked.connect(self.codes_asked)

    @property
    def note(self) -> str:
        """What is wrong; empty where nothing is."""
        at_field = next((each.note for each in self._fields.values() if each.note), "")
        return self._note.words or at_field or self.sign_in.note or self.pins.note

    @property
    def done(self) -> str:
        """What is said to be done; empty where nothing is."""
        return "" if self._done.isHidden() else self._done.accessibleName()

    def show_view(self, view: SettingsView) -> None:
        """Show the settings as they are kept."""
        self._view, settings = view, view.settings
        for name, told in ((self.site, view.site), (self.kiosk_name, view.kiosk_name)):
            name.setText(told)
            # A long one is read from its beginning.
            name.setCursorPosition(0)
        self._language = settings.language
        self.languages.names[settings.language].setChecked(True)
        self.sign_in.show_settings(settings)
        self.retention.setText(str(settings.retention_days))
        self.idle_after.setText(str(settings.idle_after_seconds))
        self.idle_answer.setText(str(settings.idle_answer_seconds))
        self.less_motion.setChecked(settings.less_motion)
        self.pins.clear()
        self.show_codes_left(view.codes_left)
        self.show_told("", "")

    def show_codes_left(self, count: int) -> None:
        """Say how many recovery codes are good; none are shown."""
        words = self.tr("Unused recovery codes: {n}. New ones take the place of all of them.")
        self._left.show_text(words.format(n=count))
        self.codes.forget()
        self.codes.hide()

    def show_told(self, fault: str, done: str) -> None:
        """Say what went wrong, or what is done."""
        for each in self._fields.values():
            each.show_note("")
        self._note.show_note(fault)
        self._done.setVisible(bool(done))
        if done:
            self._done.show_verdict(done, correct=True)
        if fault or done:
            self.bring_into_view(self._done if done else self._note)

    def first_focus(self) -> QWidget:
        """Return the first field."""
        return self.site

    @Slot(str)
    def _choose_language(self, tag: str) -> None:
        self._language = tag

    @Slot()
    def _save(self) -> None:
        self.show_told("", "")
        settings = self.sign_in.chosen()
        if not self.site.text().strip() or not self.kiosk_name.text().strip():
            self._refuse(self.site, self.tr("The site and the kiosk need a name."))
        elif settings is not None and self._numbers_right():
            names = self.site.text().strip(), self.kiosk_name.text().strip()
            kept = SettingsView(*names, self._with_rest(settings), self._view.codes_left)
            self.save_asked.emit(kept)

    def _numbers_right(self) -> bool:
        for field, allowed in (
            (self.retention, RETENTION_DAYS),
            (self.idle_after, IDLE_AFTER_SECONDS),
            (self.idle_answer, IDLE_ANSWER_SECONDS),
        ):
            if field.number() is None:
                words = self.tr("{name}: type a number from {least} to {most}.")
                name, most = field.accessibleName(), allowed.stop - 1
                self._refuse(field, words.format(name=name, least=allowed.start, most=most))
                return False
        return True

    def _with_rest(self, settings: Settings) -> Settings:
        return replace(
            settings,
            language=self._language,
            retention_days=self.retention.number() or 0,
            idle_after_seconds=self.idle_after.number() or settings.idle_after_seconds,
            idle_answer_seconds=self.idle_answer.number() or settings.idle_answer_seconds,
            less_motion=self.less_motion.isChecked(),
        )

    def _refuse(self, field: Field, words: str) -> None:
        self.show_told("", "")
        self._fields[field].show_note(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_view(self._fields[field])

    @Slot()
    def _keep_pin(self) -> None:
        pin = self.pins.chosen()
        if pin is not None:
            self.pins.clear()
            self.pin_chosen.emit(pin)
