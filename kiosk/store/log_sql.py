"""The queries of the attempt log. The database does the counting; Python only names the values."""

from __future__ import annotations

_SELECTED = """
    (:since IS NULL OR attempt.started >= :since)
    AND (:until IS NULL OR attempt.started < :until)
    AND (:activity IS NULL OR attempt.activity = :activity)
    AND (NOT :only_new OR NOT EXISTS (
        SELECT 1 FROM exported
        WHERE exported.attempt = attempt.key AND exported.checksum = attempt.checksum))
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

# Numbered over all attempts of a learner, whatever the selection: the first stays the first.
# Rounds of a few missed cards are counted apart, and first, latest or best is none of them.
# Before the first check, an item stands where its latest placement put it.
ATTEMPTS = f"""
    WITH numbered AS (
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
           coalesce(attempt.outcome, CASE WHEN visit.ended IS NOT NULL THEN 'abandoned' END),
           attempt.tries, attempt.placements, numbered.number, whole AND numbered.number = 1,
           whole AND numbered.from_last = 1,
           whole AND numbered.by_score = 1 AND attempt.final_score IS NOT NULL,
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

SELECTED_COUNT = f"SELECT count(*) FROM attempt WHERE {_SELECTED}"

MARK_EXPORTED = f"""
    INSERT OR IGNORE INTO exported (attempt, checksum, export)
    SELECT attempt.key, attempt.checksum, :export FROM attempt WHERE {_SELECTED}
"""
