"""Faults of the world that a person can mend, each with what happened, what to do and an exit code.

A fault is data: a template in English and the values that fill it. The command
line prints ``str(fault)``; the screen translates the template first
(``kiosk.ui.messages``), so that the words stand in one place only.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar


class KioskError(Exception):
    """A fault with a remedy. Subclasses fill the class attributes.

    Attributes:
        what: template of one sentence on what happened.
        remedy: template of one sentence on what to do about it.
        exit_code: status of the process that stops because of it.
        values: what fills the templates.
    """

    what: ClassVar[str] = "Something went wrong: {detail}."
    remedy: ClassVar[str] = "Start the kiosk again; if it happens again, send the log to support."
    exit_code: ClassVar[int] = 1

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(f"{self.what} {self.remedy}".format(**values))


class PackMissing(KioskError):
    """There is no pack at ``path``."""

    what = "No lesson pack was found at {path}."
    remedy = "Check the path, or leave --pack out to use the pack that came with the kiosk."
    exit_code = 3


class PackBroken(KioskError):
    """The pack at ``path`` has ``count`` problems; ``first`` is one of them."""

    what = "The lesson pack at {path} cannot be used ({count} problems, the first: {first})."
    remedy = "Run 'mentor-kiosk pack check {path}' for the whole list, mend them, and start again."
    exit_code = 3


class DataFolderUnusable(KioskError):
    """The data folder ``path`` cannot be read or written; ``detail`` says why."""

    what = "The data folder {path} cannot be used: {detail}."
    remedy = "Give this user the right to read and write it, or name another with --data-dir."
    exit_code = 4


class DatabaseDamaged(KioskError):
    """The file ``path`` is not a sound database any more; it was left as it was."""

    what = "The database {path} is damaged ({detail})."
    remedy = "Start the kiosk: it puts the file aside, unchanged, and recovers what it can."
    exit_code = 5


class DatabaseNewer(KioskError):
    """The database ``path`` has schema ``found``; this program knows ``known``."""

    what = "The database {path} is of a newer Mentor Kiosk (schema {found}, known here: {known})."
    remedy = "It was left untouched: install the newer version of the program."
    exit_code = 6


class AlreadyRunning(KioskError):
    """Another process holds the data folder ``path``."""

    what = "Mentor Kiosk is already running on the data folder {path}."
    remedy = "Use the window that is open, or close it first."
    exit_code = 7


class NoDisplay(KioskError):
    """There is no screen to open a window on."""

    what = "There is no display to open a window on."
    remedy = "Start it in a desktop session, or see it as pictures:\nmentor-kiosk tour --out DIR"
    exit_code = 8


class NotSetUp(KioskError):
    """The data folder ``path`` holds no kiosk yet."""

    what = "The data folder {path} holds no kiosk yet."
    remedy = "Start the kiosk once with 'mentor-kiosk run' and fill in the first page."
    exit_code = 9


class ExportFailed(KioskError):
    """The export into ``path`` was given up; ``detail`` says why. Nothing half-made is left."""

    what = "The export to {path} was not made: {detail}."
    remedy = "Nothing was lost: check the folder or the stick, and export again."
    exit_code = 10


class ExportNoRoom(KioskError):
    """There are ``free`` megabytes in ``path``, and the export needs about ``needed``."""

    what = "The export needs about {needed} MB, and {path} has {free} MB free."
    remedy = "Nothing was written: make room there, or choose another place."
    exit_code = 10


class ExportUnproved(KioskError):
    """The bundle ``path`` does not agree with its manifest; ``detail`` says where."""

    what = "The export {path} is not as it was written: {detail}."
    remedy = "Do not rely on this copy; make a new export at the kiosk."
    exit_code = 11


class LearnerUnknown(KioskError):
    """Nothing is kept under the code that was asked for. The code is not repeated."""

    what = "Nothing is kept under that code, neither in the database nor in a backup."
    remedy = "Check the code: it was perhaps purged before, or belongs to another kiosk."
    exit_code = 13


class PurgeUnfinished(KioskError):
    """A purge in ``path`` came to a stop; ``detail`` says why. It can be gone on with."""

    what = "The purge in {path} is not finished: {detail}."
    remedy = "No other learner lost anything. Mend that, and purge again to finish it."
    exit_code = 14


class PurgedButElsewhere(KioskError):
    """A purge is finished, and the file ``path``, not the kiosk's, still holds some of it."""

    what = "The purge is done, but {path}, not the kiosk's own, holds what was purged."
    remedy = "Look at that file, and delete it yourself if it is about those learners."
    exit_code = 15


class DatabaseForeign(KioskError):
    """The file ``path`` is a database of another program; it was left as it was."""

    what = "The database {path} belongs to another program."
    remedy = "It was left untouched: name another data folder with --data-dir, or move that file."
    exit_code = 16


class SourceRefused(KioskError):
    """The file ``path``, to be restored or merged, is not to be trusted; ``detail`` says why."""

    what = "The file {path} cannot be taken: {detail}."
    remedy = "Nothing was changed: choose another file."
    exit_code = 17


class BackupFailed(KioskError):
    """The backup ``path`` was not made; ``detail`` says why."""

    what = "The backup {path} was not made: {detail}."
    remedy = "Nothing was lost: check the place, or name another file, and try again."
    exit_code = 18


class BackupUnproved(KioskError):
    """The database is sound, and its newest backup ``path`` is not; ``detail`` says why."""

    what = "The database is sound, but its newest backup {path} is not ({detail})."
    remedy = "Make a new one: mentor-kiosk backup --out FILE, or start the kiosk."
    exit_code = 19


class AttemptsDamaged(KioskError):
    """The database ``path`` can be read, and ``count`` of its attempts were altered."""

    what = "In the database {path}, {count} attempts are not as they were written."
    remedy = "See what a backup would bring: mentor-kiosk restore FILE --preview."
    exit_code = 5


class TourFailed(KioskError):
    """A step of the tour failed; ``step`` says which."""

    what = "The tour stopped: {step}."
    remedy = "See screens/failed.png in its folder, if it is there, for how far it came."
    exit_code = 12


class SmokeFailed(KioskError):
    """The smoke test found that a part does not work here; ``step`` says which."""

    what = "The smoke test failed: {step}."
    remedy = "Install the kiosk again; if it fails again, send the report to support."
    exit_code = 26


class SalvageSourceMissing(KioskError):
    """There is no file at ``path`` to salvage from."""

    what = "There is no file at {path}."
    remedy = "Check the path; damaged databases are kept in 'quarantine' in the data folder."
    exit_code = 21


class SalvageTargetTaken(KioskError):
    """Something is at ``path``, where salvage would put its new database or a journal of it."""

    what = "There is a file at {path} already."
    remedy = "Name another file with --out: salvage overwrites nothing."
    exit_code = 22


class SalvageFailed(KioskError):
    """The new database ``path`` could not be written; ``detail`` says why."""

    what = "The new database {path} was not made: {detail}."
    remedy = "The damaged file was only read: check the folder and try again, or name another."
    exit_code = 23


class FolderTaken(KioskError):
    """The folder ``path`` is not empty, and made-up attempts go into one of their own alone."""

    what = "The folder {path} is not empty."
    remedy = "Nothing was changed: name a folder that is new or empty with --data-dir."
    exit_code = 24


class PackNotKept(KioskError):
    """A pack could not be written to the shelf ``path``; ``detail`` says why."""

    what = "The lesson pack was not kept in {path}: {detail}."
    remedy = "The lesson of before is still in use: check the disk, and try again."
    exit_code = 33


class SlipUnknown(KioskError):
    """No slip with that code and check value was made from what is kept here."""

    what = "No slip with this code and check value was made by this kiosk."
    remedy = "Compare both letter by letter; a slip is proved where its activity was done."
    exit_code = 40


class PageNotSaved(KioskError):
    """A page to print could not be written into the folder ``path``; ``detail`` says why."""

    what = "The page was not saved in {path}: {detail}."
    remedy = "Nothing half-made was left there: check the stick, or choose another folder."
    exit_code = 41


class SlipNotPrinted(KioskError):
    """The printer ``printer`` did not take a slip."""

    what = "The printer {printer} did not take the slip."
    remedy = "See whether it is on and has paper; the values on the screen are worth the same."
    exit_code = 42


class PageNotPrinted(KioskError):
    """The printer ``printer`` did not take a page."""

    what = "The printer {printer} did not take the page."
    remedy = "See whether it is on and has paper, or save the page to print it elsewhere."
    exit_code = 42


class FileFault(StrEnum):
    """What can be wrong with a set-up file: a template that the values of the fault fill."""

    SYNTAX = "this is not TOML: {detail}"
    NOT_UTF8 = "the file is not in UTF-8"
    TOO_LARGE = "the file is larger than a set-up file can be"
    UNKNOWN_KEY = "there is no setting called '{key}'"
    WRONG_TYPE = "'{key}' has another kind of value; it takes: {wanted}"
    WRONG_VALUE = "'{key}' has a value that is not allowed; it takes: {wanted}"
    TWO_PINS = "'pin' and 'pin_hash' are both there; one is enough, the hash is the better one"
    EXAMPLE_DIFFERS = "the example '{example}' is not a code of the pattern"


class SetUpFileRefused(KioskError):
    """The set-up file ``path`` has ``count`` faults; ``faults`` tells them, a line each."""

    what = "The set-up file {path} was not taken, it has {count} faults:\n{faults}."
    remedy = "Nothing was changed: mend them and try again."
    exit_code = 34


class SetUpFileUnreadable(KioskError):
    """The set-up file ``path`` cannot be read; ``detail`` says why."""

    what = "The set-up file {path} cannot be read: {detail}."
    remedy = "Nothing was changed: check the path."
    exit_code = 34


class SetUpIncomplete(KioskError):
    """The set-up file ``path`` lacks the keys ``keys``, without which there is no kiosk."""

    what = "The set-up file {path} lacks: {keys}."
    remedy = "Nothing was changed: add what is missing and try again."
    exit_code = 34


class SetUpAlready(KioskError):
    """The kiosk in the data folder ``path`` is set up."""

    what = "The kiosk in {path} is set up already."
    remedy = "Nothing was changed: say --change to give it the settings of the file."
    exit_code = 35


class AttentionNeeded(KioskError):
    """A look at the kiosk found ``count`` things that a person should see to, in time."""

    what = "Things that need attention: {count}."
    remedy = "See the lines above."
    exit_code = 37


class SomethingWrong(KioskError):
    """A look at the kiosk found ``count`` things that are wrong now."""

    what = "Things that are wrong: {count}."
    remedy = "See the lines above."
    exit_code = 38


class RosterNotKept(KioskError):
    """The roster could not be read or written; ``detail`` says why."""

    what = "The codes were not kept: {detail}."
    remedy = "Nothing was changed: check the disk, and try again."
    exit_code = 36


class SumsAstray(KioskError):
    """In the database ``path``, ``count`` sums of the staff pages are not those of its attempts."""

    what = "The attempts in {path} are sound, but {count} sums of the staff pages are not theirs."
    remedy = "Stop the kiosk and have them counted anew: mentor-kiosk check --mend."
    exit_code = 44
