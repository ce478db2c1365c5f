-- What the list of attempts is sorted by, by their final score: without it each chunk of the list
-- reads every attempt.
CREATE INDEX attempt_by_final ON attempt (final_score) WHERE final_score IS NOT NULL;
