"""How the learner at the kiosk wants it: kept with the visit, and there again at the next one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from kiosk.core.model import Choices
from kiosk.ui.language import Tongue, language_now
from kiosk.ui.services import Services
from kiosk.ui.theme import Look, TextSize, ThemeName


class ChoiceKeeper(QObject):
    """Notes what a learner chooses, and gives the next one the kiosk's own."""

    def __init__(self, services: Services, look: Look, tongue: Tongue) -> None:
        super().__init__()
        self._journal = services.journal
        self._look = look
        self._tongue = tongue
        self._visit_id: str | None = None
        self._noted: Choices | None = None
        look.changed.connect(self._note)
        tongue.changed.connect(self._note)

    @property
    def now(self) -> Choices:
        """What is chosen now."""
        look = self._look
        theme = None if look.by_default else look.theme.name.value
        size = None if look.by_default else int(look.text_size)
        return Choices(language_now(), theme, size, look.read_aloud, look.less_motion)

    def adopt(self, visit_id: str, before: Choices | None) -> None:
        """Note choices for a visit from now on.

        What was chosen before signing in counts; else what was chosen at the visit before.
        """
        self._noted = None
        usual = Choices(self._tongue.usual, less_motion=self._look.calm)
        if before is not None and self.now == usual:
            self._show(before)
        self._visit_id = visit_id
        self._note()

    def forget(self) -> None:
        """Show the kiosk as it is by itself: the next learner chooses anew."""
        self._visit_id = None
        self._look.show_default()
        self._tongue.speak(self._tongue.usual)

    def release(self) -> None:
        """Note nothing more for the visit that ends; what is chosen stays in sight."""
        self._visit_id = None

    def _show(self, choices: Choices) -> None:
        # What a newer program wrote, or a damaged disk, may name what there is not.
        if choices.theme in {name.value for name in ThemeName}:
            self._look.choose_theme(ThemeName(choices.theme))
        if choices.text_size in {int(size) for size in TextSize}:
            self._look.set_text_size(TextSize(choices.text_size))
        self._look.less_motion = choices.less_motion
        self._look.read_aloud = choices.read_aloud
        self._tongue.speak(choices.language)

    @Slot()
    def _note(self) -> None:
        if self._visit_id is not None and self.now != self._noted:
            self._noted = self.now
            self._journal.save_choices(self._visit_id, self._noted)
