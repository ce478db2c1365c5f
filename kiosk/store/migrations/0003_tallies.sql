-- Sums of the attempts, for the pages of staff: kept by triggers, in the very transaction that
-- writes or deletes an attempt, so that nothing that writes has to think of them. They hold
-- nothing of a learner; all of them can be counted anew from the rows, by the views below.
--
-- "period" is a week, numbered from the Monday before 1970 by the local day on which the attempt
-- began, and -1 is all of them together. "first" tells the first board of a learner at an activity.

CREATE TABLE tally_day (
    day       INTEGER NOT NULL,
    activity  TEXT NOT NULL,
    whole     INTEGER NOT NULL CHECK (whole IN (0, 1)),
    outcome   TEXT NOT NULL,
    n         INTEGER NOT NULL,
    PRIMARY KEY (day, activity, whole, outcome)
) STRICT, WITHOUT ROWID;

-- Of whole boards that were checked. The item '' is the board itself.
-- right, wrong: the first try, by how many of the rest were right. left: in no category then.
-- moves: placements in the attempt. ms: active time, in the first try or of a finished board.
-- board: one for each.
CREATE TABLE tally_sum (
    period    INTEGER NOT NULL,
    activity  TEXT NOT NULL,
    item      TEXT NOT NULL,
    first     INTEGER NOT NULL CHECK (first IN (0, 1)),
    kind      TEXT NOT NULL CHECK (kind IN ('right', 'wrong', 'left', 'moves', 'ms', 'board')),
    value     INTEGER NOT NULL,
    n         INTEGER NOT NULL,
    PRIMARY KEY (period, activity, item, first, kind, value)
) STRICT, WITHOUT ROWID;

-- Where a card was put at the first try when that was wrong.
CREATE TABLE tally_taken (
    period    INTEGER NOT NULL,
    activity  TEXT NOT NULL,
    item      TEXT NOT NULL,
    first     INTEGER NOT NULL CHECK (first IN (0, 1)),
    category  TEXT NOT NULL,
    n         INTEGER NOT NULL,
    PRIMARY KEY (period, activity, item, first, category)
) STRICT, WITHOUT ROWID;

CREATE VIEW tally_attempt AS
SELECT key, activity, whole, outcome, day, (day + 3) / 7 AS week,
       NOT EXISTS (SELECT 1 FROM attempt AS earlier
                   WHERE earlier.learner = told.learner AND earlier.activity = told.activity
                   AND earlier.follows IS NULL AND earlier.key < told.key) AS first
FROM (SELECT key, learner, activity, follows IS NULL AS whole,
             coalesce(outcome, 'open') AS outcome,
             coalesce((CAST(strftime('%s', started) AS INTEGER) + utc_offset * 60) / 86400, 0)
                 AS day
      FROM attempt) AS told;

-- What each attempt adds to the sums, and when it is known: "check" at the first check and for
-- good, "again" anew at each, "end" when the board is finished. Times are kept in steps, by their
-- middle, so that there are not as many of them as attempts.
CREATE VIEW tally_part AS
SELECT attempt, item, stage, kind,
       CASE WHEN kind <> 'ms' THEN value
            WHEN value < 5000 THEN max(value, 0) / 100 * 100 + 50
            WHEN value < 20000 THEN value / 500 * 500 + 250
            WHEN value < 60000 THEN value / 2000 * 2000 + 1000
            WHEN value < 3600000 THEN value / 10000 * 10000 + 5000
            ELSE 3605000 END AS value
FROM (
    SELECT attempt, item, 'check' AS stage,
           CASE first_try_correct WHEN 1 THEN 'right' ELSE 'wrong' END AS kind,
           (SELECT count(*) FROM response AS other WHERE other.attempt = response.attempt
            AND other.first_try_correct = 1) - first_try_correct AS value
    FROM response WHERE first_try_correct IS NOT NULL
    UNION ALL
    SELECT attempt, item, 'check', 'left', 0 FROM response WHERE first_category IS NULL
    UNION ALL
    SELECT attempt, item, 'again', 'moves', placements FROM response
    UNION ALL
    SELECT attempt, item, 'check', 'ms', sum(ms - before)
    FROM (SELECT attempt, item, try, ms,
                 coalesce((SELECT earlier.ms FROM placement AS earlier
                           WHERE earlier.attempt = placement.attempt
                           AND earlier.seq < placement.seq
                           ORDER BY earlier.seq DESC LIMIT 1), 0) AS before
          FROM placement)
    WHERE try = 1 GROUP BY attempt, item
    UNION ALL
    SELECT key, '', 'check', 'board', 0 FROM attempt
    UNION ALL
    SELECT key, '', 'end', 'ms', active_ms FROM attempt
    WHERE outcome IN ('passed', 'failed', 'completed')
);

CREATE TRIGGER tally_day_empty AFTER UPDATE ON tally_day WHEN new.n = 0
BEGIN DELETE FROM tally_day WHERE day = new.day AND activity = new.activity
      AND whole = new.whole AND outcome = new.outcome; END;

CREATE TRIGGER tally_sum_empty AFTER UPDATE ON tally_sum WHEN new.n = 0
BEGIN DELETE FROM tally_sum WHERE period = new.period AND activity = new.activity
      AND item = new.item AND first = new.first AND kind = new.kind AND value = new.value; END;

CREATE TRIGGER tally_taken_empty AFTER UPDATE ON tally_taken WHEN new.n = 0
BEGIN DELETE FROM tally_taken WHERE period = new.period AND activity = new.activity
      AND item = new.item AND first = new.first AND category = new.category; END;

-- A row put in here is counted and not kept: n = 1 puts an attempt into the sums, -1 takes it out;
-- of one stage and one item only, where they are not NULL.
CREATE VIEW tally_put AS
SELECT NULL AS attempt, NULL AS first, NULL AS stage, NULL AS item, NULL AS n WHERE 0;

CREATE TRIGGER tally_count INSTEAD OF INSERT ON tally_put BEGIN
    INSERT INTO tally_sum (period, activity, item, first, kind, value, n)
    SELECT CASE WHEN ever THEN -1 ELSE week END, activity, item, new.first, kind, value,
           new.n * count(*)
    FROM (SELECT activity, week FROM tally_attempt WHERE key = new.attempt)
    JOIN (SELECT 1 AS ever UNION ALL SELECT 0)
    JOIN (SELECT item, stage, kind, value FROM tally_part WHERE attempt = new.attempt)
    WHERE stage = coalesce(new.stage, stage) AND item = coalesce(new.item, item)
    GROUP BY ever, activity, week, item, kind, value
    ON CONFLICT DO UPDATE SET n = n + excluded.n;

    INSERT INTO tally_taken (period, activity, item, first, category, n)
    SELECT CASE WHEN ever THEN -1 ELSE week END, activity, item, new.first, first_category,
           new.n * count(*)
    FROM (SELECT activity, week FROM tally_attempt WHERE key = new.attempt)
    JOIN (SELECT 1 AS ever UNION ALL SELECT 0)
    JOIN response ON response.attempt = new.attempt
    WHERE coalesce(new.stage, 'check') = 'check'
    AND first_try_correct = 0 AND first_category IS NOT NULL
    GROUP BY ever, activity, week, item, first_category
    ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;

CREATE VIEW tally_day_put AS SELECT NULL AS attempt, NULL AS outcome, NULL AS n WHERE 0;

CREATE TRIGGER tally_day_count INSTEAD OF INSERT ON tally_day_put BEGIN
    INSERT INTO tally_day (day, activity, whole, outcome, n)
    SELECT day, activity, whole, new.outcome, new.n
    FROM tally_attempt WHERE key = new.attempt
    ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;

-- Begun, or brought here from elsewhere with all its parts.
CREATE TRIGGER tally_begun AFTER INSERT ON attempt BEGIN
    INSERT INTO tally_day_put VALUES (new.key, coalesce(new.outcome, 'open'), 1);
    INSERT INTO tally_put SELECT key, first, NULL, NULL, 1 FROM tally_attempt
    WHERE key = new.key AND whole AND new.tries > 0;
END;

-- Who checks again deletes the responses first: what these had is taken out one by one.
CREATE TRIGGER tally_checked AFTER UPDATE OF tries ON attempt WHEN new.tries > 0 BEGIN
    INSERT INTO tally_put SELECT key, first, 'check', NULL, 1 FROM tally_attempt
    WHERE key = new.key AND whole AND old.tries = 0;
    INSERT INTO tally_put SELECT key, first, 'again', NULL, 1 FROM tally_attempt
    WHERE key = new.key AND whole;
END;

CREATE TRIGGER tally_unchecked BEFORE DELETE ON response BEGIN
    INSERT INTO tally_put SELECT key, first, 'again', old.item, -1 FROM tally_attempt
    WHERE key = old.attempt AND whole
    AND EXISTS (SELECT 1 FROM attempt WHERE key = old.attempt AND tries > 0);
END;

CREATE TRIGGER tally_closed AFTER UPDATE OF outcome ON attempt
WHEN old.outcome IS NULL AND new.outcome IS NOT NULL BEGIN
    INSERT INTO tally_day_put VALUES (new.key, 'open', -1);
    INSERT INTO tally_day_put VALUES (new.key, new.outcome, 1);
    INSERT INTO tally_put SELECT key, first, 'end', NULL, 1 FROM tally_attempt
    WHERE key = new.key AND whole AND new.tries > 0;
END;

CREATE TRIGGER tally_gone BEFORE DELETE ON attempt BEGIN
    INSERT INTO tally_day_put VALUES (old.key, coalesce(old.outcome, 'open'), -1);
    INSERT INTO tally_put SELECT key, first, NULL, NULL, -1 FROM tally_attempt
    WHERE key = old.key AND whole AND old.tries > 0;
END;

-- The next board of that learner may be the first one now.
CREATE TRIGGER tally_next AFTER DELETE ON attempt
WHEN old.follows IS NULL AND NOT EXISTS (
    SELECT 1 FROM attempt WHERE learner = old.learner AND activity = old.activity
    AND follows IS NULL AND key < old.key)
BEGIN
    INSERT INTO tally_put SELECT key, step.first, NULL, NULL, step.n FROM attempt
    JOIN (SELECT 0 AS first, -1 AS n UNION ALL SELECT 1, 1) AS step
    WHERE tries > 0 AND key = (
        SELECT min(key) FROM attempt
        WHERE learner = old.learner AND activity = old.activity AND follows IS NULL);
END;

-- What there is already is counted by tally_fill.py, in the same transaction.

-- What the list of attempts is filtered and sorted by. An open attempt is in none of them by what
-- a placement changes, so that a placement costs what it did.
DROP INDEX attempt_by_start;
CREATE INDEX attempt_by_start ON attempt (started, outcome, activity);
CREATE INDEX attempt_by_score ON attempt (first_try_score) WHERE first_try_score IS NOT NULL;
CREATE INDEX attempt_by_time ON attempt (active_ms) WHERE outcome IS NOT NULL;
CREATE INDEX visit_by_start ON visit (started);
