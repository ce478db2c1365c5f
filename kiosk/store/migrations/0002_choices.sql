-- A learner may have each screen read aloud, and everything kept from moving.
ALTER TABLE visit ADD COLUMN read_aloud INTEGER NOT NULL DEFAULT 0 CHECK (read_aloud IN (0, 1));
ALTER TABLE visit ADD COLUMN less_motion INTEGER NOT NULL DEFAULT 0 CHECK (less_motion IN (0, 1));

-- A row that was there keeps its short record until it is written anew; what is salvaged from
-- a damaged file is told by the length of its record.
UPDATE visit SET read_aloud = 0, less_motion = 0;
