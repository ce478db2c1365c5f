"""The pieces of a board, zones and cards, and how they are laid out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.core.board import Board
from kiosk.core.lesson import Activity, Mode
from kiosk.ui.theme import Look
from kiosk.ui.widgets.board_layout import Arrangement, Measures, Place, arrange
from kiosk.ui.widgets.board_plan import Planner
from kiosk.ui.widgets.card import Card, Stand
from kiosk.ui.widgets.card_words import CARD_LETTERS, CardWords
from kiosk.ui.widgets.category_zone import CategoryZone
from kiosk.ui.widgets.glide import Glide
from kiosk.ui.widgets.zone_fades import ZoneFades
from kiosk.ui.widgets.zone_header import ZoneCount, ZoneFace
from kiosk.ui.widgets.zone_scrolls import ZoneScrolls
from kiosk.ui.widgets.zone_titles import ZoneTitles

translate = QCoreApplication.translate

PHANTOM = ""
"""Stands in a zone's row of cards for one that would come there."""


def _bank_title() -> str:
    return translate("SortingBoard", "Cards to place")


class Pieces(QObject):
    """Makes zones and cards for a board and puts them where they lie.

    ``kept_free`` is a height at the foot of the ground that nothing is laid on. ``in_hand``,
    if any, lies above all cards.

    ``made`` is sent with each new card or zone. All positions are in the
    coordinates of the widget that the pieces lie on.
    """

    made = Signal(object)

    def __init__(self, look: Look, ground: QWidget) -> None:
        super().__init__(ground)
        self._look = look
        self._ground = ground
        self.cards: dict[str, Card] = {}
        self.zones: dict[Place, CategoryZone] = {}
        self.activity: Activity | None = None
        self.board: Board | None = None
        self.words = CardWords(look, self)
        self.scrolls = ZoneScrolls(look, ground)
        self.fades = ZoneFades(self.scrolls, ground)
        self.titles = ZoneTitles(look)
        self.glide = Glide(look, self)
        self._arrangement = Arrangement({}, {}, {}, 1.0)
        self._flying: set[str] = set()
        self.in_hand: QWidget | None = None
        self._newest: set[str] = set()
        self._risen = False
        self._phantom: Place = None
        self.kept_free = 0
        self._arranged: dict[tuple[int, int, tuple[Place] | None], Arrangement] = {}
        self._planned: dict[tuple[int, int, int], Measures] = {}
        self.scrolls.moved.connect(self._follow_scroll)
        self.glide.moved.connect(self._clip)
        look.changed.connect(self._forget_plans)

    # Making them

    def show(self, activity: Activity, board: Board) -> bool:
        """Take a board over. Returns whether all pieces had to be made anew."""
        fresh = self.activity is not activity or set(self.cards) != set(board.dealt)
        before = self.board
        self._forget()
        self.activity, self.board = activity, board
        self._flying = set()
        if fresh or before is None:
            self._make(activity, board)
        else:
            self._flying = {i for i in board.dealt if before.places[i] != board.places[i]}
        self._follow(before, board)
        return fresh

    def _follow(self, before: Board | None, board: Board) -> None:
        # One card is followed to where it lies. Many that go back at once are read from the top,
        # as all are that are looked through before the check.
        many = len(self._flying) > 1
        self._newest = set() if many else set(self._flying)
        self._risen = many or bool(before and before.bank and not board.bank)

    def _make(self, activity: Activity, board: Board) -> None:
        self.scrolls.close()
        self.fades.close()
        for old in (*self.cards.values(), *self.zones.values()):
            old.hide()
            old.deleteLater()
        faces = [
            ZoneFace(c.id, c.title, c.icon, f"category-{n}")
            for n, c in enumerate(activity.categories, start=1)
        ]
        bank = ZoneFace(None, _bank_title(), None, "soft")
        self.zones = {f.place: CategoryZone(self._look, f, self._ground) for f in (*faces, bank)}
        self.cards = {
            i: Card(self._look, activity.item(i), self.words, self._ground) for i in board.dealt
        }
        self.words.show_titles(tuple(card.text() for card in self.cards.values()))
        self._forget_plans()
        for piece in (*self.zones.values(), *self.cards.values()):
            piece.show()
            self.made.emit(piece)

    def show_stands(self, stands: Mapping[str, Stand], spoken: Callable[[str, Stand], str]) -> None:
        """Mark the cards; ``spoken`` gives what a card says of itself as it stands."""
        board, activity = self.board, self.activity
        if board is None or activity is None:
            return
        if self.words.leave_room_for_signs(bool(stands) or activity.mode is Mode.PRACTICE):
            self._forget_plans()
        for item_id, card in self.cards.items():
            stand = stands.get(item_id, Stand.FREE)
            card.locked = item_id in board.locked
            card.show_stand(stand, spoken(item_id, stand))
        self._show_counts(board)

    def _show_counts(self, board: Board) -> None:
        self.zones[None].setText(_bank_title())
        most = "0" * len(str(len(board.dealt)))
        for place, zone in self.zones.items():
            count = len(board.items_in(place))
            shown = ZoneCount(str(count), most)
            words = (
                translate("SortingBoard", "{zone}, one card")
                if count == 1
                else translate("SortingBoard", "{zone}, {n} cards")
            )
            zone.show_count(shown, words.format(zone=zone.text(), n=count))

    # Finding them

    def place_at(self, point: QPoint) -> CategoryZone | None:
        """Return the zone under a point."""
        hits = (zone for zone in self.zones.values() if zone.geometry().contains(point))
        return next(hits, None)

    def places(self) -> list[Place]:
        """Return the zones from left to right, from top to bottom."""
        return sorted(self.zones, key=lambda p: _reading_order(self.zones[p].geometry()))

    def chain(self) -> list[QWidget]:
        """Return every zone with its cards, as one reads."""
        chain: list[QWidget] = []
        for place in self.places():
            chain.append(self.zones[place])
            chain.extend(self._cards_in(place))
        return chain

    def _cards_in(self, place: Place) -> list[Card]:
        return [self.cards[i] for i in self.board.items_in(place)] if self.board else []

    def slot(self) -> QRect | None:
        """Return where a card would come to lie, as the zones are scrolled now."""
        slot = self._arrangement.cards.get(PHANTOM)
        if slot is None:
            return None
        inside = self._arrangement.insides[self._phantom]
        return slot.translated(0, -self.scrolls.offset(self._phantom)) & inside.room

    # Laying them out

    def lay_out(
        self, phantom: tuple[Place] | None, send: Callable[[dict[QWidget, QRect]], None]
    ) -> None:
        """Put everything in its place.

        Args:
            phantom: the place that keeps a slot for a card that would come there.
            send: what brings cards to their slots, at once or softly.
        """
        board, activity = self.board, self.activity
        if board is None or activity is None or self._ground.size().isEmpty():
            return
        if phantom is not None:
            (self._phantom,) = phantom
        self._arrangement = self._arranged_for(board, activity, phantom)
        for place, zone in self.zones.items():
            zone.setGeometry(self._arrangement.zones[place])
        self._put_zones_in_order()
        self.scrolls.fit(self._arrangement)
        for place, zone in self.zones.items():
            zone.pans = self.scrolls.bar(place) is not None
        self._show_newest(board, phantom)
        self._raise_flying()
        send(self._slots())

    def _put_zones_in_order(self) -> None:
        # A screen reader tells them as they lie above each other, below all cards.
        wanted = [self.zones[place] for place in self.places()]
        now = [child for child in self._ground.children() if isinstance(child, CategoryZone)]
        if [zone for zone in now if zone in wanted] != wanted:
            for zone in reversed(wanted):
                zone.lower()

    def make_room(self, phantom: tuple[Place] | None) -> None:
        """Keep a slot for a card that would come to a place; what need not move stays."""
        board, activity, before = self.board, self.activity, self._arrangement
        if board is None or activity is None:
            return
        after = self._arranged_for(board, activity, phantom)
        if not _only_slot_differs(before, after):
            self.lay_out(phantom, self.glide.go)
            return
        if phantom is not None:
            (self._phantom,) = phantom
        self._arrangement = after

    def _arranged_for(
        self, board: Board, activity: Activity, phantom: tuple[Place] | None
    ) -> Arrangement:
        # Kept until the board or the look changes: a card that is carried about crosses the
        # same zones again and again.
        size = self._ground.size() - QSize(0, self.kept_free)
        key = (size.width(), size.height(), phantom)
        if key not in self._arranged:
            cards: dict[Place, list[str]] = {p: list(board.items_in(p)) for p in self.zones}
            if phantom is not None:
                cards[phantom[0]].append(PHANTOM)
            ids = [category.id for category in activity.categories]
            self._arranged[key] = arrange(size, ids, cards, self._plan(size, ids, board), self)
        return self._arranged[key]

    def _plan(self, size: QSize, ids: Sequence[str], board: Board) -> Measures:
        movable = [item for item in board.dealt if item not in board.locked]
        key = (size.width(), size.height(), len(movable))
        if key not in self._planned:
            longest = sorted(board.dealt, key=lambda i: len(self.cards[i].text()), reverse=True)
            self._planned[key] = Planner(size, ids, longest, movable, self).plan(self.measures())
        return self._planned[key]

    @Slot()
    def _forget(self) -> None:
        self._arranged = {}

    @Slot()
    def _forget_plans(self) -> None:
        self._forget()
        self._planned = {}
        self.titles.forget()

    def _show_newest(self, board: Board, phantom: tuple[Place] | None) -> None:
        newest = [(board.places[i], i) for i in self._newest]
        self._newest = set()
        if phantom is not None:
            newest.append((phantom[0], PHANTOM))
        for place, item_id in newest:
            self.scrolls.reveal(place, self._arrangement.cards[item_id])
        if self._risen:
            for place in self.zones.keys() - {place for place, _ in newest}:
                self.scrolls.rise(place)
        self._risen = False

    def _raise_flying(self) -> None:
        for item_id in self._flying:
            self.cards[item_id].raise_()
        self._raise_in_hand()

    def _raise_in_hand(self) -> None:
        if self.in_hand is not None and self.in_hand.isVisible():
            self.in_hand.raise_()

    def _slots(self) -> dict[QWidget, QRect]:
        slots: dict[QWidget, QRect] = {}
        if self.board is None:
            return slots
        letters = self._arrangement.letters
        for item_id, slot in self._arrangement.cards.items():
            if item_id == PHANTOM:
                continue
            place = self.board.places[item_id]
            card = self.cards[item_id]
            card.set_letters(letters)
            slots[card] = slot.translated(0, -self.scrolls.offset(place))
        return slots

    def target(self, card: Card) -> QRect:
        """Return where a card lies once it has come to rest."""
        return self._slots().get(card, card.geometry())

    def header_heights(self, zones: Mapping[Place, QRect], most: int) -> Mapping[Place, int]:
        """Return how much of each zone its title takes, from the top."""
        return self.titles.heights(zones, self.zones, most)

    def card_height(self, item_id: str, width: int, scale: float) -> int:
        """Return the height of a card of that width, its letters scaled."""
        if item_id == PHANTOM:
            return 0
        return self.words.height(self.cards[item_id].text(), width, scale)

    def title_letters(self) -> int:
        """Return the size of the letters of the titles measured last, in pixels."""
        return self.titles.letters

    def below_titles(self, scale: float) -> bool:
        """Whether letters of cards are no larger than those of the titles measured last."""
        return self._look.text_px(CARD_LETTERS * scale) <= self.titles.letters

    def narrowest(self, scale: float) -> int:
        """Return the width of the narrowest card on which no word of any card is broken."""
        return self.words.narrowest(scale)

    def most_lines(self, width: int, scale: float) -> int:
        """Return how many lines the longest words take on cards of that width."""
        titles = (card.text() for card in self.cards.values())
        return max(self.words.lines(title, width, scale) for title in titles)

    def measures(self) -> Measures:
        """Return the board's lengths in pixels of this window, before anything is planned."""
        look = self._look
        return Measures(
            gap=look.px(24),
            pad=self.scrolls.beyond,
            card_gap=look.px(6),
            card_high=look.px(56),
            card_low=max(44, look.px(44)),
            card_narrow=max(look.px(130), self.words.narrowest(1.0)),
            bar=self.scrolls.width - self.scrolls.beyond,
            bank_share=1.0,
        )

    def reveal(self, card: Card) -> None:
        """Scroll a card's zone so far that the card can be seen whole."""
        if self.board is not None and card.item.id in self._arrangement.cards:
            slot = self._arrangement.cards[card.item.id]
            self.scrolls.reveal(self.board.places[card.item.id], slot)

    @Slot()
    def _follow_scroll(self) -> None:
        send = self.glide.go if self.glide.running else self.glide.jump
        send(self._slots())

    @Slot()
    def _clip(self) -> None:
        flying = self._flying if self.glide.running else set()
        for place in self.zones:
            self.scrolls.clip(place, [c for c in self._cards_in(place) if c.item.id not in flying])
        if not flying:
            self.fades.follow(self._arrangement, self.zones)
        self._raise_in_hand()


def _only_slot_differs(before: Arrangement, after: Arrangement) -> bool:
    if before is after:
        return True
    if before.zones != after.zones or any(
        inside.overflow or other.overflow
        for inside, other in zip(before.insides.values(), after.insides.values(), strict=True)
    ):
        return False
    return all(
        before.cards.get(item_id) == slot
        for item_id, slot in after.cards.items()
        if item_id != PHANTOM
    )


def _reading_order(box: QRect) -> tuple[int, int]:
    return box.top(), box.left()
