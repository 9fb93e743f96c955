-- What was read of each document, and when: its pages, and notes about what was left out.
ALTER TABLE documents ADD COLUMN pages INTEGER;
ALTER TABLE documents ADD COLUMN notes TEXT;
ALTER TABLE documents ADD COLUMN indexed_at TEXT;

-- How sure the text of a passage is that was recognised from a picture, 0 to 1.
ALTER TABLE passages ADD COLUMN ocr REAL;

-- The files of the last run that were not read. failed: damaged or refused; else passed over, such as a kind that is not read.
CREATE TABLE left_out (
    path   TEXT NOT NULL,
    line   INTEGER,
    rule   TEXT,
    reason TEXT NOT NULL,
    failed INTEGER NOT NULL
) STRICT;
