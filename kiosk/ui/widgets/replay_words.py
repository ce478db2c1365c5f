"""What happened at a frame of a replay, in one sentence or two."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.core.lesson import Activity
from kiosk.core.model import InputMethod, Placement
from kiosk.core.replay import Frame, Replay

translate = QCoreApplication.translate


def frame_words(replay: Replay, number: int) -> str:
    """Return how far a frame is and what has just happened, to be read and to be heard."""
    frame = replay.frames[number]
    parts = [translate("ReplayWords", "{n} of {total}.").format(n=number, total=replay.placements)]
    if frame.begins_try:
        parts.append(translate("ReplayWords", "Try {n} begins.").format(n=frame.try_number))
    if frame.placement is None:
        parts.append(_before_any(replay))
    else:
        parts.append(_moved(replay.activity, frame.placement))
        parts.append(_verdict(frame))
    return " ".join(part for part in parts if part)


def longest_words(replay: Replay) -> str:
    """Return what takes the most room of all that a replay says."""
    return max((frame_words(replay, n) for n in range(len(replay.frames))), key=len)


def spent(ms: int) -> str:
    """Return a time in whole seconds, or minutes and seconds."""
    minutes, seconds = divmod(ms // 1000, 60)
    if minutes:
        return translate("ReplayWords", "{m} min {s} s").format(m=minutes, s=seconds)
    return translate("ReplayWords", "{s} s").format(s=seconds)


def _before_any(replay: Replay) -> str:
    if replay.placements:
        return translate("ReplayWords", "Every card is still to be placed.")
    return translate("ReplayWords", "No card was placed.")


def _moved(activity: Activity, placement: Placement) -> str:
    if placement.to_id is None:
        words = translate("ReplayWords", "{card} put back with the cards, {how}, after {time}.")
    elif placement.from_id is None:
        words = translate("ReplayWords", "{card} put in {place}, {how}, after {time}.")
    else:
        words = translate(
            "ReplayWords", "{card} moved from {before} to {place}, {how}, after {time}."
        )
    return words.format(
        card=activity.item(placement.item_id).title,
        place=_title(activity, placement.to_id),
        before=_title(activity, placement.from_id),
        how=_how(placement.input_method),
        time=spent(placement.ms),
    )


def _title(activity: Activity, place: str | None) -> str:
    return "" if place is None else activity.category(place).title


def _how(method: InputMethod) -> str:
    return {
        InputMethod.DRAG: translate("ReplayWords", "by drag"),
        InputMethod.TAP: translate("ReplayWords", "by tap"),
        InputMethod.KEYS: translate("ReplayWords", "by keys"),
        InputMethod.MENU: translate("ReplayWords", "by menu"),
    }[method]


def _verdict(frame: Frame) -> str:
    correct = frame.placement.correct if frame.placement else None
    if correct is None:
        return ""
    return translate("ReplayWords", "Right.") if correct else translate("ReplayWords", "Not right.")
