-- Rows that can travel have a UUID in "id"; "key" is shorter and stays in this file.
-- Times are UTC, ISO 8601 with milliseconds and Z; "utc_offset" is local time minus UTC in minutes.

CREATE TABLE kiosk (
    id       TEXT NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    site     TEXT NOT NULL,
    created  TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name   TEXT NOT NULL PRIMARY KEY,
    value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pack (
    key       INTEGER PRIMARY KEY,
    sha256    TEXT NOT NULL UNIQUE,
    id        TEXT NOT NULL,
    version   TEXT NOT NULL,
    title     TEXT NOT NULL,
    language  TEXT NOT NULL
) STRICT;

-- Titles as learners saw them, for the log of years to come.
CREATE TABLE label (
    pack   INTEGER NOT NULL REFERENCES pack (key),
    kind   TEXT NOT NULL CHECK (kind IN ('activity', 'item', 'category', 'screen')),
    id     TEXT NOT NULL,
    title  TEXT NOT NULL,
    PRIMARY KEY (pack, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE learner (
    key      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    code     TEXT NOT NULL UNIQUE,
    created  TEXT NOT NULL
) STRICT;

CREATE TABLE visit (
    key            INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    learner        INTEGER NOT NULL REFERENCES learner (key),
    pack           INTEGER NOT NULL REFERENCES pack (key),
    language       TEXT NOT NULL,
    started        TEXT NOT NULL,
    utc_offset     INTEGER NOT NULL,
    last_known     TEXT NOT NULL,
    ended          TEXT,
    how_ended      TEXT CHECK (how_ended IN ('signed_out', 'idle', 'staff', 'interrupted')),
    screen         TEXT,
    lesson_screen  TEXT,
    theme          TEXT,
    text_size      INTEGER,
    CHECK ((ended IS NULL) = (how_ended IS NULL))
) STRICT;

CREATE INDEX visit_by_learner ON visit (learner);
CREATE INDEX visit_open ON visit (key) WHERE ended IS NULL;

CREATE TABLE screen_view (
    visit    INTEGER NOT NULL REFERENCES visit (key),
    seq      INTEGER NOT NULL,
    pack     INTEGER NOT NULL REFERENCES pack (key),
    screen   TEXT NOT NULL,
    entered  TEXT NOT NULL,
    ms       INTEGER NOT NULL CHECK (ms >= 0),
    PRIMARY KEY (visit, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
    key              INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    visit            INTEGER NOT NULL REFERENCES visit (key),
    learner          INTEGER NOT NULL REFERENCES learner (key),
    pack             INTEGER NOT NULL REFERENCES pack (key),
    activity         TEXT NOT NULL,
    mode             TEXT NOT NULL CHECK (mode IN ('practice', 'assessment')),
    shuffle_seed     INTEGER NOT NULL,
    mastery_score    REAL,
    items            INTEGER NOT NULL,
    started          TEXT NOT NULL,
    utc_offset       INTEGER NOT NULL,
    submitted        TEXT,
    active_ms        INTEGER NOT NULL DEFAULT 0 CHECK (active_ms >= 0),
    outcome          TEXT CHECK (outcome IN ('passed', 'failed', 'completed', 'abandoned')),
    first_try_score  REAL CHECK (first_try_score BETWEEN 0 AND 1),
    final_score      REAL CHECK (final_score BETWEEN 0 AND 1),
    tries            INTEGER NOT NULL DEFAULT 0,
    placements       INTEGER NOT NULL DEFAULT 0,
    placement_chain  TEXT NOT NULL,
    -- The id of the attempt whose missed items a second round deals. No foreign key: a round
    -- that was kept or carried elsewhere without that attempt is still no whole board.
    follows          TEXT,
    checksum         TEXT NOT NULL
) STRICT;

CREATE INDEX attempt_by_learner ON attempt (learner, activity, key);
CREATE INDEX attempt_by_start ON attempt (started);

CREATE TABLE placement (
    attempt     INTEGER NOT NULL REFERENCES attempt (key),
    seq         INTEGER NOT NULL CHECK (seq > 0),
    item        TEXT NOT NULL,
    from_place  TEXT,
    to_place    TEXT,
    method      TEXT NOT NULL CHECK (method IN ('drag', 'tap', 'keys', 'menu')),
    ms          INTEGER NOT NULL CHECK (ms >= 0),
    correct     INTEGER CHECK (correct IN (0, 1)),
    try         INTEGER NOT NULL CHECK (try > 0),
    PRIMARY KEY (attempt, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE response (
    attempt            INTEGER NOT NULL REFERENCES attempt (key),
    position           INTEGER NOT NULL,
    item               TEXT NOT NULL,
    category           TEXT,
    correct            INTEGER CHECK (correct IN (0, 1)),
    first_category     TEXT,
    first_try_correct  INTEGER CHECK (first_try_correct IN (0, 1)),
    placements         INTEGER NOT NULL,
    PRIMARY KEY (attempt, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE export_log (
    key       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    at        TEXT NOT NULL,
    attempts  INTEGER NOT NULL
) STRICT;

-- What the latest export that had an attempt said of it: its checksum, and what its row told
-- besides, of its visit and of its place among the learner's others.
CREATE TABLE exported (
    attempt  INTEGER PRIMARY KEY REFERENCES attempt (key) ON DELETE CASCADE,
    state    TEXT NOT NULL,
    export   INTEGER NOT NULL REFERENCES export_log (key)
) STRICT;

CREATE TABLE staff_log (
    key     INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    action  TEXT NOT NULL
) STRICT;

-- The purge that is under way, if one is: the key of its learner, or the time that all before
-- goes, and neither once their rows are gone. After a power cut the next one finishes it first.
CREATE TABLE purge (
    key      INTEGER PRIMARY KEY CHECK (key = 1),
    learner  INTEGER,
    before   TEXT,
    begun    TEXT NOT NULL
) STRICT;

-- An attempt is never changed after it is submitted: a correction is a new row.
CREATE TRIGGER attempt_closed BEFORE UPDATE ON attempt WHEN old.outcome IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted attempt is never changed'); END;

-- REPLACE deletes without asking the triggers of deletion.
CREATE TRIGGER attempt_kept BEFORE INSERT ON attempt
WHEN EXISTS (SELECT 1 FROM attempt
             WHERE (key = new.key OR id = new.id) AND outcome IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a submitted attempt is never changed'); END;

CREATE TRIGGER placement_closed BEFORE INSERT ON placement
WHEN (SELECT outcome FROM attempt WHERE key = new.attempt) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted attempt is never changed'); END;

CREATE TRIGGER placement_fixed BEFORE UPDATE ON placement
BEGIN SELECT RAISE(ABORT, 'a placement is never changed'); END;

CREATE TRIGGER response_closed BEFORE INSERT ON response
WHEN (SELECT outcome FROM attempt WHERE key = new.attempt) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted attempt is never changed'); END;

CREATE TRIGGER response_fixed BEFORE UPDATE ON response
WHEN EXISTS (SELECT 1 FROM attempt
             WHERE key IN (old.attempt, new.attempt) AND outcome IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a submitted attempt is never changed'); END;

-- It goes as a whole or not at all: first the attempt, then its parts, in one transaction
-- that checks all foreign keys at its end.
CREATE TRIGGER placement_kept BEFORE DELETE ON placement
WHEN (SELECT outcome FROM attempt WHERE key = old.attempt) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted attempt is never changed'); END;

CREATE TRIGGER response_kept BEFORE DELETE ON response
WHEN (SELECT outcome FROM attempt WHERE key = old.attempt) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted attempt is never changed'); END;
