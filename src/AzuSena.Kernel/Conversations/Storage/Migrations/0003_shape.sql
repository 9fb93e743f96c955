-- complete, partial or none.
ALTER TABLE turns ADD COLUMN completeness TEXT NOT NULL DEFAULT 'complete';
UPDATE turns SET completeness = 'none' WHERE abstained = 1;

-- The beginning of the answer that answers by itself; null for an abstention, and in turns older than this column.
ALTER TABLE turns ADD COLUMN lead TEXT;

-- What else was found, a JSON list of citations; null if there was nothing more.
ALTER TABLE turns ADD COLUMN more TEXT;
