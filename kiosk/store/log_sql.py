"""The queries of the attempt log. The database does the counting; Python only names the values."""

from __future__ import annotations

_SELECTED = """
    (:since IS NULL OR attempt.started >= :since)
    AND (:until IS NULL OR attempt.started < :until)
    AND (:activity IS NULL OR attempt.activity = :activity)
    AND (NOT :only_new OR attempt.key IN (SELECT key FROM temp.chosen))
"""

# Numbered over all attempts of a learner, whatever the selection: the first stays the first.
# Rounds of a few missed cards are counted apart, and first, latest or best is none of them.
_NUMBERED = """
    numbered AS (
        SELECT key,
               follows IS NULL AS whole,
               row_number() OVER began AS number,
               row_number() OVER (PARTITION BY learner, activity, follows IS NULL
                                  ORDER BY key DESC) AS from_last,
               row_number() OVER (PARTITION BY learner, activity, follows IS NULL
                                  ORDER BY final_score DESC NULLS LAST, key) AS by_score
        FROM attempt
        WINDOW began AS (PARTITION BY learner, activity, follows IS NULL ORDER BY key)
    )
"""
_IS_LATEST = "(whole AND numbered.from_last = 1)"
_IS_BEST = "(whole AND numbered.by_score = 1 AND attempt.final_score IS NOT NULL)"

# Left open, and its learner is not at this kiosk with the same pack to go on with it.
_OUTCOME = """
    coalesce(attempt.outcome, CASE WHEN NOT EXISTS (
        SELECT 1 FROM visit AS present WHERE present.ended IS NULL
        AND present.learner = attempt.learner AND present.pack = attempt.pack)
    THEN 'abandoned' END)
"""

# All of a row that can still change. Half of a checksum's digits tell states apart as surely.
_STATE = f"""
    substr(attempt.checksum, 1, 32) || coalesce({_OUTCOME}, 'open')
    || numbered.number || 'l' || {_IS_LATEST} || 'b' || {_IS_BEST}
"""

ATTEMPT_COLUMNS = (
    "attempt_id",
    "learner_code",
    "pack_id",
    "pack_version",
    "activity_id",
    "activity_title",
    "mode",
    "language",
    "started_utc",
    "started_offset_minutes",
    "submitted_utc",
    "active_ms",
    "items",
    "placed",
    "first_try_correct",
    "first_try_score",
    "final_correct",
    "final_score",
    "mastery_score",
    "outcome",
    "tries",
    "placements",
    "attempt_number",
    "is_first",
    "is_latest",
    "is_best",
    "input_methods",
    "missed_items",
    "round_number",
    "follows_attempt_id",
)

# Before the first check, an item stands where its latest placement put it.
ATTEMPTS = f"""
    WITH {_NUMBERED}
    SELECT attempt.id, learner.code, pack.id, pack.version, attempt.activity,
           coalesce((SELECT title FROM label WHERE label.pack = attempt.pack
                     AND kind = 'activity' AND label.id = attempt.activity), attempt.activity),
           attempt.mode, visit.language, attempt.started, attempt.utc_offset, attempt.submitted,
           attempt.active_ms, attempt.items,
           CASE WHEN attempt.tries > 0 THEN
               (SELECT count(category) FROM response WHERE attempt = attempt.key)
           ELSE (SELECT count(*) FROM placement AS latest WHERE latest.attempt = attempt.key
                 AND latest.to_place IS NOT NULL AND NOT EXISTS (
                     SELECT 1 FROM placement AS later WHERE later.attempt = latest.attempt
                     AND later.item = latest.item AND later.seq > latest.seq)) END,
           CASE WHEN attempt.tries > 0 THEN
               (SELECT coalesce(sum(first_try_correct), 0) FROM response
                WHERE attempt = attempt.key) END,
           attempt.first_try_score,
           CASE WHEN attempt.tries > 0 THEN
               (SELECT coalesce(sum(correct), 0) FROM response WHERE attempt = attempt.key) END,
           attempt.final_score, attempt.mastery_score,
           {_OUTCOME},
           attempt.tries, attempt.placements, numbered.number, whole AND numbered.number = 1,
           {_IS_LATEST}, {_IS_BEST},
           (SELECT group_concat(method, char(31)) FROM (
                SELECT DISTINCT method FROM placement WHERE attempt = attempt.key ORDER BY method)),
           (SELECT group_concat(title, char(31)) FROM (
                SELECT coalesce(label.title, response.item) AS title FROM response
                LEFT JOIN label ON label.pack = attempt.pack AND label.kind = 'item'
                                AND label.id = response.item
                WHERE response.attempt = attempt.key AND response.first_try_correct = 0
                ORDER BY response.position)),
           CASE WHEN whole THEN 1 ELSE (
                WITH RECURSIVE chain (id) AS (
                    SELECT attempt.follows UNION
                    SELECT earlier.follows FROM chain JOIN attempt AS earlier
                    ON earlier.id = chain.id WHERE earlier.follows IS NOT NULL)
                SELECT 1 + count(*) FROM chain) END,
           attempt.follows
    FROM attempt
    JOIN numbered ON numbered.key = attempt.key
    JOIN learner ON learner.key = attempt.learner
    JOIN pack ON pack.key = attempt.pack
    JOIN visit ON visit.key = attempt.visit
    WHERE {_SELECTED}
    ORDER BY attempt.key
"""

PLACEMENTS = f"""
    SELECT attempt.id, seq, item, from_place, to_place, method, ms, correct, try
    FROM attempt JOIN placement ON placement.attempt = attempt.key
    WHERE {_SELECTED}
    ORDER BY attempt.key, seq
"""

RESPONSES = f"""
    SELECT attempt.id, response.item, coalesce(item.title, response.item), response.category,
           coalesce(category.title, response.category), response.correct,
           response.first_category, response.first_try_correct, response.placements
    FROM attempt
    JOIN response ON response.attempt = attempt.key
    LEFT JOIN label AS item
        ON item.pack = attempt.pack AND item.kind = 'item' AND item.id = response.item
    LEFT JOIN label AS category ON category.pack = attempt.pack
        AND category.kind = 'category' AND category.id = response.category
    WHERE {_SELECTED}
    ORDER BY attempt.key, response.position
"""

COUNTS = f"""
    WITH selected AS (SELECT key, active_ms FROM attempt WHERE {_SELECTED})
    SELECT (SELECT count(*) FROM selected),
           (SELECT count(*) FROM selected JOIN placement ON placement.attempt = selected.key),
           (SELECT count(*) FROM selected JOIN response ON response.attempt = selected.key),
           (SELECT coalesce(sum(active_ms), 0) FROM selected),
           (SELECT coalesce(sum(ms), 0) FROM selected
            JOIN placement ON placement.attempt = selected.key)
"""

# Chosen once for a snapshot: its queries, and what is noted of it, are about the same attempts.
MAKE_CHOSEN = "CREATE TEMP TABLE chosen (key INTEGER PRIMARY KEY)"

CHOOSE_NEW = f"""
    WITH {_NUMBERED}
    INSERT INTO temp.chosen
    SELECT attempt.key FROM attempt
    JOIN numbered ON numbered.key = attempt.key
    LEFT JOIN exported ON exported.attempt = attempt.key
    WHERE exported.state IS NOT ({_STATE})
"""

STATES = f"""
    WITH {_NUMBERED}
    SELECT attempt.key, {_STATE}
    FROM attempt JOIN numbered ON numbered.key = attempt.key
    WHERE {_SELECTED}
    ORDER BY attempt.key
"""

# Whoever was purged meanwhile is not noted.
NOTE_EXPORTED = """
    INSERT INTO exported (attempt, state, export)
    SELECT :attempt, :state, :export WHERE EXISTS (SELECT 1 FROM attempt WHERE key = :attempt)
    ON CONFLICT (attempt) DO UPDATE SET state = excluded.state, export = excluded.export
"""
