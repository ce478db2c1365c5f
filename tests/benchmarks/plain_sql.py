"""The attempts with a column for each value, as one writes it at first: what the peer is asked."""

from __future__ import annotations

from kiosk.store import log_sql

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

PLAIN_ATTEMPTS = f"""
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
           {log_sql._OUTCOME},
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
    WHERE {log_sql._SELECTED}
    ORDER BY attempt.key
"""
