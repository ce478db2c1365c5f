"""Attempts, their placements and responses. Every statement bears being run again."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from kiosk.core.lesson import Mode, Pack
from kiosk.core.model import (
    AttemptResult,
    AttemptStart,
    AttemptSummary,
    InputMethod,
    OpenAttempt,
    Outcome,
    Placement,
    Response,
    SecondRound,
)
from kiosk.store import second_rounds
from kiosk.store.checksum import checksum_of, extended, first_link, seal
from kiosk.store.packs import pack_key
from kiosk.store.times import from_text, to_text


class NoSuchAttempt(ValueError):
    """There is no attempt of that id, or it is not in the state that the change needs."""


def start_attempt(
    connection: sqlite3.Connection, start: AttemptStart, pack: Pack, utc_offset: int
) -> None:
    """Begin an attempt; open ones of the learner at the same activity are abandoned.

    An abandoned attempt has no time of submission: it never was submitted.

    Raises:
        NoSuchAttempt: it is a second round other than the one that is offered.
    """
    if _key(connection, start.id) is not None:
        return
    (visit, learner) = connection.execute(
        "SELECT key, learner FROM visit WHERE id = ?", (start.visit_id,)
    ).fetchone()
    pack_of = pack_key(connection, pack)
    _refuse_not_offered(connection, start, learner, pack_of)
    _abandon(connection, learner, start.activity_id)
    cursor = connection.execute(
        """
        INSERT INTO attempt (id, visit, learner, pack, activity, mode, shuffle_seed, mastery_score,
                             items, started, utc_offset, placement_chain, follows, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
        """,
        (
            start.id, visit, learner, pack_of, start.activity_id,
            start.mode.value, start.shuffle_seed, start.mastery_score, start.items,
            to_text(start.started), utc_offset, first_link(start.id), start.follows,
        ),
    )  # fmt: skip
    seal(connection, int(cursor.lastrowid or 0))


def record_placement(connection: sqlite3.Connection, attempt_id: str, placement: Placement) -> None:
    """Write a placement down. The same one again changes nothing.

    Raises:
        NoSuchAttempt: there is no such attempt.
        sqlite3.IntegrityError: another placement has that number, or the attempt is closed.
    """
    row = placement_row(placement)
    attempt = extended(connection, attempt_id, row, placement.ms)
    if attempt is None:
        raise NoSuchAttempt(attempt_id)
    try:
        connection.execute(
            "INSERT INTO placement (attempt, seq, item, from_place, to_place, method, ms, correct,"
            " try) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (attempt.key, *row),
        )
    except sqlite3.IntegrityError:
        if _written(connection, attempt.key, placement.seq) == row:
            return
        raise
    connection.execute(
        "UPDATE attempt SET active_ms = ?, placements = ?, placement_chain = ?, checksum = ?"
        " WHERE key = ?",
        (attempt.active_ms, attempt.placements, attempt.chain, attempt.checksum, attempt.key),
    )


def record_check(connection: sqlite3.Connection, attempt_id: str, result: AttemptResult) -> None:
    """Write down what a check found."""
    attempt = _required(connection, attempt_id)
    connection.execute("DELETE FROM response WHERE attempt = ?", (attempt,))
    connection.executemany(
        "INSERT INTO response (attempt, position, item, category, correct, first_category,"
        " first_try_correct, placements) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (attempt, position, *response_row(response))
            for position, response in enumerate(result.responses)
        ),
    )
    connection.execute(
        "UPDATE attempt SET tries = ?, active_ms = max(active_ms, ?), first_try_score = ?,"
        " final_score = ? WHERE key = ?",
        (result.tries, result.active_ms, result.first_try_score, result.final_score, attempt),
    )
    seal(connection, attempt)


def submit(
    connection: sqlite3.Connection, attempt_id: str, outcome: Outcome, submitted: datetime
) -> None:
    """Close an attempt for good. The same again changes nothing.

    Raises:
        NoSuchAttempt: there is none, or it was closed with another outcome.
    """
    attempt = _required(connection, attempt_id)
    (closed,) = connection.execute(
        "SELECT outcome FROM attempt WHERE key = ?", (attempt,)
    ).fetchone()
    if closed is not None:
        if closed == outcome.value:
            return
        raise NoSuchAttempt(f"{attempt_id} is closed as {closed}")
    _close(connection, attempt, outcome, to_text(submitted))


def open_attempt(connection: sqlite3.Connection, learner: int, pack: int) -> OpenAttempt | None:
    """Return the learner's open attempt on a pack (both by key), to be gone on with.

    A second round whose items cannot be told any more, by a fault of the disk, is none.
    """
    row = connection.execute(
        """
        SELECT attempt.key, tries, active_ms, attempt.id, visit.id, activity, mode, shuffle_seed,
               mastery_score, items, attempt.started, follows
        FROM attempt JOIN visit ON visit.key = attempt.visit
        WHERE attempt.learner = ? AND attempt.pack = ? AND outcome IS NULL
        ORDER BY attempt.key DESC LIMIT 1
        """,
        (learner, pack),
    ).fetchone()
    if row is None:
        return None
    key, tries, ms, attempt_id, visit_id, activity, mode, seed, mark, items, began, follows = row
    dealt = None if follows is None else second_rounds.missed(connection, follows)
    if dealt is not None and len(dealt) != items:
        return None
    start = AttemptStart(
        attempt_id, visit_id, activity, Mode(mode), seed, mark, items, from_text(began),
        follows, dealt,
    )  # fmt: skip
    return OpenAttempt(
        start, placements_of(connection, key), tries, ms, responses_of(connection, key)
    )


def finished(
    connection: sqlite3.Connection, learner: int, pack_id: str
) -> tuple[AttemptSummary, ...]:
    """Return the learner's submitted attempts on a pack of that id, oldest first."""
    rows = connection.execute(
        """
        SELECT activity, outcome, first_try_score, final_score, follows
        FROM attempt JOIN pack ON pack.key = attempt.pack
        WHERE learner = ? AND pack.id = ? AND outcome <> 'abandoned'
        ORDER BY attempt.key
        """,
        (learner, pack_id),
    )
    return tuple(AttemptSummary(a, Outcome(o), *others) for a, o, *others in rows)


def placement_row(placement: Placement) -> tuple[object, ...]:
    """Return what is written of a placement, as its seal takes it."""
    return (
        placement.seq,
        placement.item_id,
        placement.from_id,
        placement.to_id,
        placement.input_method.value,
        placement.ms,
        _number(placement.correct),
        placement.try_number,
    )


def response_row(response: Response) -> tuple[object, ...]:
    """Return what is written of a response, as its attempt's seal takes it."""
    return (
        response.item_id,
        response.category_id,
        _number(response.correct),
        response.first_category_id,
        _number(response.first_try_correct),
        response.placements,
    )


def _refuse_not_offered(
    connection: sqlite3.Connection, start: AttemptStart, learner: int, pack: int
) -> None:
    if start.follows is None:
        return
    asked = SecondRound(start.follows, start.activity_id, start.item_ids or ())
    if second_rounds.offered(connection, learner, pack) != asked:
        raise NoSuchAttempt(f"{start.follows}, to be followed by {start.id}")


def _abandon(connection: sqlite3.Connection, learner: int, activity: str) -> None:
    rows = connection.execute(
        "SELECT key FROM attempt WHERE learner = ? AND activity = ? AND outcome IS NULL",
        (learner, activity),
    ).fetchall()
    for (key,) in rows:
        _close(connection, key, Outcome.ABANDONED, None)


def _close(
    connection: sqlite3.Connection, attempt: int, outcome: Outcome, submitted: str | None
) -> None:
    # Sealed with its outcome already in the sum: after the update nothing can change any more.
    checksum = checksum_of(connection, attempt, outcome.value, submitted)
    connection.execute(
        "UPDATE attempt SET outcome = ?, submitted = ?, checksum = ? WHERE key = ?",
        (outcome.value, submitted, checksum, attempt),
    )


def _written(connection: sqlite3.Connection, attempt: int, seq: int) -> tuple[object, ...] | None:
    row: tuple[object, ...] | None = connection.execute(
        "SELECT seq, item, from_place, to_place, method, ms, correct, try"
        " FROM placement WHERE attempt = ? AND seq = ?",
        (attempt, seq),
    ).fetchone()
    return row


def _key(connection: sqlite3.Connection, attempt_id: str) -> int | None:
    row = connection.execute("SELECT key FROM attempt WHERE id = ?", (attempt_id,)).fetchone()
    return None if row is None else int(row[0])


def _required(connection: sqlite3.Connection, attempt_id: str) -> int:
    key = _key(connection, attempt_id)
    if key is None:
        raise NoSuchAttempt(attempt_id)
    return key


def _number(value: bool | None) -> int | None:  # noqa: FBT001 - it is the value that is written
    return None if value is None else int(value)


def _truth(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def placements_of(connection: sqlite3.Connection, attempt: int) -> tuple[Placement, ...]:
    """Return the placements of an attempt (by key) in their order."""
    rows = connection.execute(
        "SELECT seq, item, from_place, to_place, method, ms, correct, try"
        " FROM placement WHERE attempt = ? ORDER BY seq",
        (attempt,),
    )
    return tuple(
        Placement(seq, item, start, end, InputMethod(method), ms, _truth(correct), number)
        for seq, item, start, end, method, ms, correct, number in rows
    )


def responses_of(connection: sqlite3.Connection, attempt: int) -> tuple[Response, ...]:
    """Return the responses of an attempt (by key) as dealt."""
    rows = connection.execute(
        "SELECT item, category, correct, first_category, first_try_correct, placements"
        " FROM response WHERE attempt = ? ORDER BY position",
        (attempt,),
    )
    return tuple(
        Response(item, category, _truth(correct), first, _truth(first_correct), placements)
        for item, category, correct, first, first_correct, placements in rows
    )
