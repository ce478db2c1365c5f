"""The queries of the attempt log. The database does the counting; Python only names the values."""

from __future__ import annotations

_SELECTED = """
    (:since IS NULL OR attempt.started >= :since)
    AND (:until IS NULL OR attempt.started < :until)
    AND (:activity IS NULL OR attempt.activity = :activity)
    AND (NOT :only_new OR attempt.key IN (SELECT key FROM temp.chosen))
"""

# Numbered over all attempts of a learner, whatever the selection: the first stays the first.
# Rounds of a few missed cards are counted apart, and first, latest or best is none of them. Done
# once for a snapshot, of which several queries ask it. All is counted in the order of one index,
# so that nothing is sorted for it; of equal best ones, the earliest is the best.
MAKE_NUMBERED = """
    CREATE TEMP TABLE numbered (
        key INTEGER PRIMARY KEY, whole INTEGER, number INTEGER, latest INTEGER, best INTEGER)
"""
NUMBER = """
    INSERT INTO temp.numbered
    SELECT key, whole, number, whole AND key = last,
           whole AND final_score IS NOT NULL AND final_score = top
           AND (top_before IS NULL OR top_before < top)
    FROM (SELECT key, final_score, follows IS NULL AS whole,
                 1 + CASE WHEN follows IS NULL
                     THEN count(*) FILTER (WHERE follows IS NULL) OVER earlier
                     ELSE count(*) FILTER (WHERE follows IS NOT NULL) OVER earlier END AS number,
                 max(final_score) FILTER (WHERE follows IS NULL) OVER earlier AS top_before,
                 max(final_score) FILTER (WHERE follows IS NULL) OVER theirs AS top,
                 max(key) FILTER (WHERE follows IS NULL) OVER theirs AS last
          FROM attempt WINDOW
          earlier AS (PARTITION BY learner, activity ORDER BY key
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
          theirs AS (PARTITION BY learner, activity ORDER BY key
                     ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
    ORDER BY key
"""

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
    || numbered.number || 'l' || numbered.latest || 'b' || numbered.best
"""

# How an attempt stood at its latest check, in one look at its responses: how many are in a
# category, how many were right at first and at last, and the titles of those missed at first.
_CHECKED = """
    SELECT count(category) || '/' || coalesce(sum(first_try_correct), 0)
           || '/' || coalesce(sum(correct), 0) || '/' || coalesce(group_concat(
               CASE first_try_correct WHEN 0 THEN coalesce(
                   (SELECT title FROM label WHERE pack = attempt.pack
                    AND kind = 'item' AND id = response.item), response.item) END,
               char(31)), '')
    FROM response WHERE attempt = attempt.key
"""

# Before the first check, an item stands where its latest placement put it.
_PLACED = """
    SELECT count(*) FROM placement AS latest WHERE latest.attempt = attempt.key
    AND latest.to_place IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM placement AS later WHERE later.attempt = latest.attempt
        AND later.item = latest.item AND later.seq > latest.seq)
"""

# Nearly always there is one, and that is seen without a list of those that were met.
_METHODS = """
    SELECT CASE WHEN EXISTS (SELECT 1 FROM placement AS other
                             WHERE other.attempt = met.attempt AND other.method <> met.method)
           THEN (SELECT group_concat(DISTINCT method) FROM placement WHERE attempt = attempt.key)
           ELSE met.method END
    FROM placement AS met WHERE met.attempt = attempt.key LIMIT 1
"""

# The columns of an ``AttemptRow`` in their order, but for those that tell the kiosk. Joined with
# CROSS, attempts are read as they lie in the file, and need not be sorted.
ATTEMPTS = f"""
    SELECT attempt.id, learner.code, pack.id, pack.version, attempt.activity,
           coalesce((SELECT title FROM label WHERE label.pack = attempt.pack
                     AND kind = 'activity' AND label.id = attempt.activity), attempt.activity),
           attempt.mode, visit.language, attempt.started, attempt.utc_offset, attempt.submitted,
           attempt.active_ms, attempt.items,
           CASE WHEN attempt.tries > 0 THEN ({_CHECKED}) END,
           CASE WHEN attempt.tries = 0 THEN ({_PLACED}) END,
           attempt.first_try_score, attempt.final_score, attempt.mastery_score,
           {_OUTCOME},
           attempt.tries, attempt.placements, numbered.number, whole AND numbered.number = 1,
           numbered.latest, numbered.best,
           ({_METHODS}),
           CASE WHEN whole THEN 1 ELSE (
                WITH RECURSIVE chain (id) AS (
                    SELECT attempt.follows UNION
                    SELECT earlier.follows FROM chain JOIN attempt AS earlier
                    ON earlier.id = chain.id WHERE earlier.follows IS NOT NULL)
                SELECT 1 + count(*) FROM chain) END,
           attempt.follows
    FROM attempt
    CROSS JOIN temp.numbered ON numbered.key = attempt.key
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

# All of an attempt in one text: how many records, then they. printf() ends a text at a NUL
# character: a record with one is no record at all.
TOLD_PLACEMENTS = f"""
    SELECT CASE WHEN instr(attempt.id, char(0)) THEN '1' || char(30, 0) ELSE (
        SELECT count(*) || char(30) || group_concat(record, '') FROM (
            SELECT CASE WHEN instr(item, char(0)) OR instr(from_place, char(0))
                             OR instr(to_place, char(0)) THEN char(0)
                   ELSE printf('%s,%d,%s,%s,%s,%s,%d,%s,%d' || char(13, 10), attempt.id,
                               seq, item, from_place, to_place, method, ms, correct, try)
                   END AS record
            FROM placement WHERE attempt = attempt.key ORDER BY seq)) END
    FROM attempt
    WHERE {_SELECTED}
    ORDER BY attempt.key
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

# All that a response says but for its titles, which are those of its pack.
TOLD_RESPONSES = f"""
    SELECT attempt.key, attempt.id, (
        SELECT count(*) || char(30) || group_concat(facts, char(30)) FROM (
            SELECT CASE WHEN instr(item, char(0)) OR instr(category, char(0))
                             OR instr(first_category, char(0)) THEN char(0)
                   ELSE printf('%d' || char(31) || '%s' || char(31) || '%s' || char(31) || '%s'
                               || char(31) || '%s' || char(31) || '%s' || char(31) || '%d',
                               attempt.pack, item, category, correct, first_category,
                               first_try_correct, response.placements) END AS facts
            FROM response WHERE attempt = attempt.key ORDER BY position))
    FROM attempt
    WHERE {_SELECTED}
    ORDER BY attempt.key
"""

# The same of one attempt, value by value.
FACTS_OF = """
    SELECT attempt.pack, item, category, correct, first_category, first_try_correct,
           response.placements
    FROM attempt JOIN response ON response.attempt = attempt.key
    WHERE attempt.key = ? ORDER BY position
"""

TITLES = "SELECT pack, kind, id, title FROM label WHERE kind IN ('item', 'category')"

COUNTS = f"""
    WITH selected AS (SELECT key, active_ms FROM attempt WHERE {_SELECTED})
    SELECT begun.n, moves.n, answers.n, begun.ms, moves.ms
    FROM (SELECT count(*) AS n, coalesce(sum(active_ms), 0) AS ms FROM selected) AS begun,
         (SELECT count(*) AS n, coalesce(sum(ms), 0) AS ms FROM selected
          JOIN placement ON placement.attempt = selected.key) AS moves,
         (SELECT count(*) AS n FROM selected
          JOIN response ON response.attempt = selected.key) AS answers
"""

# Chosen once for a snapshot: its queries, and what is noted of it, are about the same attempts.
MAKE_CHOSEN = "CREATE TEMP TABLE chosen (key INTEGER PRIMARY KEY)"

CHOOSE_NEW = f"""
    INSERT INTO temp.chosen
    SELECT attempt.key FROM attempt
    JOIN temp.numbered ON numbered.key = attempt.key
    LEFT JOIN exported ON exported.attempt = attempt.key
    WHERE exported.state IS NOT ({_STATE})
"""

STATES = f"""
    SELECT attempt.key, {_STATE}
    FROM attempt CROSS JOIN temp.numbered ON numbered.key = attempt.key
    WHERE {_SELECTED}
    ORDER BY attempt.key
"""

# Of an attempt: its key, its state, the export's key. Whoever was purged meanwhile is not noted.
NOTE_EXPORTED = """
    INSERT INTO exported (attempt, state, export) SELECT key, ?2, ?3 FROM attempt WHERE key = ?1
    ON CONFLICT (attempt) DO UPDATE SET state = excluded.state, export = excluded.export
"""
