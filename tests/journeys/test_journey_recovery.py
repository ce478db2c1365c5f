"""A kiosk whose database a disk has spoiled opens as on any day, and tells its staff once."""

from __future__ import annotations

from pathlib import Path

from rooms import Room

from kiosk.core.flow import Screen
from kiosk.store.backup import as_written, backups_of


def staff_note(room: Room) -> str:
    """Go through the door, read what stands there, and go back."""
    page = room.staff_area()
    note = " ".join(page.notices)
    room.way.press(page.back)
    room.at(Screen.WELCOME)
    return note


def spoil(room: Room) -> bytes:
    """Overwrite the head of the database of a kiosk that is closed."""
    file: Path = room.folder / "kiosk.db"
    content = b"\xff" * 100 + file.read_bytes()[100:]
    file.write_bytes(content)
    return content


def test_spoiled_database_is_mended_and_staff_are_told_once(room: Room) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    item_id = page.view.board.dealt[0]
    place = room.kiosk.services.pack.activities[0].categories[0].id
    room.place(page, item_id, place)
    room.written()
    room.wait(lambda: any(as_written(file) for file in backups_of(room.folder)))
    room.close()
    content = spoil(room)
    room.kiosk = room._open()
    note = staff_note(room)
    assert "was damaged" in note
    assert "Attempts in the log now: 1." in note
    assert staff_note(room) == ""
    (aside,) = (room.folder / "quarantine").iterdir()
    assert (aside / "kiosk.db").read_bytes() == content
    assert f"quarantine/{aside.name}" in note
    room.sign_in("RV2048")
    assert room.board().place_of(item_id) == place
