"""An attempt over again, from what was written down of it: the board after each placement."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kiosk.core import scoring, tries
from kiosk.core.board import Board, MoveRefused
from kiosk.core.lesson import Activity
from kiosk.core.model import Placement


class ReplayRefused(ValueError):
    """Placements that cannot have been made on the board that they name.

    ``seq`` is that of the first placement that does not fit.
    """

    def __init__(self, seq: int, why: str) -> None:
        super().__init__(f"placement {seq}: {why}")
        self.seq = seq


@dataclass(frozen=True, slots=True)
class Frame:
    """The board as it stood after a placement; before any in the first frame of all.

    ``board.locked`` are the cards that were right at an earlier check and stay
    in this try. ``begins_try`` marks the first placement of a later try: before
    it the missed cards went back to the bank. There is nothing to undo on the
    board of a frame.
    """

    board: Board
    placement: Placement | None = None
    begins_try: bool = False

    @property
    def ms(self) -> int:
        """Milliseconds of the attempt's active time."""
        return self.placement.ms if self.placement else 0

    @property
    def try_number(self) -> int:
        """The try, from 1."""
        return self.placement.try_number if self.placement else 1


@dataclass(frozen=True, slots=True)
class Replay:
    """All frames of an attempt: ``frames[n]`` is how it stood after ``n`` placements."""

    activity: Activity
    frames: tuple[Frame, ...]

    @classmethod
    def of(
        cls,
        activity: Activity,
        shuffle_seed: int,
        placements: Iterable[Placement],
        item_ids: Collection[str] | None = None,
    ) -> Replay:
        """Play placements over again, in the order given.

        Args:
            activity: what was played.
            shuffle_seed: the attempt's own.
            placements: what was written down of the attempt.
            item_ids: the items that a second round deals; ``None`` for a whole board.

        Raises:
            ReplayRefused: the log is damaged, or is of another activity.
        """
        board = Board.dealt_from(activity, shuffle_seed, item_ids)
        frames = [Frame(board)]
        for placement in placements:
            latest = frames[-1]
            _refuse_out_of_turn(placement, len(frames), latest)
            rise = placement.try_number - latest.try_number
            board = tries.tries_later(activity, board, rise)
            board = _placed(activity, board, placement)
            # Each board holds all those before it: not for every frame.
            frames.append(Frame(board.forgotten(), placement, rise > 0))
        return cls(activity, tuple(frames))

    @property
    def placements(self) -> int:
        """How many placements there are."""
        return len(self.frames) - 1

    @property
    def tries_begin(self) -> tuple[int, ...]:
        """The numbers of the frames in which a later try begins."""
        return tuple(n for n, frame in enumerate(self.frames) if frame.begins_try)


def _refuse_out_of_turn(placement: Placement, due: int, latest: Frame) -> None:
    if placement.seq != due:
        raise ReplayRefused(placement.seq, f"comes where {due} is due")
    if placement.try_number < latest.try_number:
        raise ReplayRefused(due, "goes back to an earlier try")
    if placement.ms < latest.ms:
        raise ReplayRefused(due, "is earlier than the one before it")


def _placed(activity: Activity, board: Board, placement: Placement) -> Board:
    seq, item_id, to_id = placement.seq, placement.item_id, placement.to_id
    try:
        after = board.place(item_id, to_id)
    except MoveRefused as refused:
        raise ReplayRefused(seq, str(refused)) from refused
    if placement.from_id != board.places[item_id]:
        raise ReplayRefused(seq, f"{item_id} was not where it is taken from")
    if placement.from_id == to_id:
        raise ReplayRefused(seq, f"{item_id} was there already")
    if placement.correct != scoring.correct_on_the_way(activity.item(item_id), to_id):
        raise ReplayRefused(seq, "right and wrong are not those of the activity")
    return after
