-- What full-text search has to know of a passage beside its terms, and the hash of the text that is embedded.
ALTER TABLE passages ADD COLUMN term_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE passages ADD COLUMN text_hash BLOB;

-- identity tells this database from another that lay here before; last_key keeps the key of a removed passage from being given to another,
-- which an index of vectors built before would take for the first; passages and terms are totals.
ALTER TABLE store ADD COLUMN identity TEXT NOT NULL DEFAULT '';
ALTER TABLE store ADD COLUMN last_key INTEGER NOT NULL DEFAULT 0;
ALTER TABLE store ADD COLUMN passages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE store ADD COLUMN terms INTEGER NOT NULL DEFAULT 0;

-- Every space or line end separates two terms.
UPDATE passages SET term_count = (
    SELECT 1 + length(terms) - length(replace(replace(terms, ' ', ''), char(10), '')) FROM passage_terms WHERE rowid = passages.id
);
UPDATE store SET
    identity = lower(hex(randomblob(8))),
    last_key = (SELECT coalesce(max(id), 0) FROM passages),
    passages = (SELECT count(*) FROM passages),
    terms = (SELECT coalesce(sum(term_count), 0) FROM passages);

CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
    UPDATE store SET last_key = max(last_key, new.id), passages = passages + 1, terms = terms + new.term_count;
END;

DROP TRIGGER passages_removed;
CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
    DELETE FROM passage_terms WHERE rowid = old.id;
    DELETE FROM passage_words WHERE rowid = old.id;
    UPDATE store SET passages = passages - 1, terms = terms - old.term_count;
END;

CREATE INDEX passages_by_text ON passages (text_hash);

-- A fingerprint is complete once every passage has had a vector of it; from then on its vectors serve.
CREATE TABLE embedders (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint TEXT NOT NULL UNIQUE,
    is_complete INTEGER NOT NULL DEFAULT 0
) STRICT;

-- By text, not by passage: what is cut or moved anew keeps its vector. float[dim], L2-normalised, little-endian.
CREATE TABLE vectors (
    embedder_id INTEGER NOT NULL REFERENCES embedders (id) ON DELETE CASCADE,
    text_hash   BLOB NOT NULL,
    vector      BLOB NOT NULL,
    PRIMARY KEY (embedder_id, text_hash)
) STRICT;

-- Documents that a run has read and not yet published: a run that dies is taken up where it was.
CREATE TABLE staged_documents (
    path         TEXT PRIMARY KEY,
    content_hash TEXT NOT NULL,
    content      TEXT NOT NULL
) STRICT;

-- Every document is read anew, for its passages have no hash of their text yet; what is held serves meanwhile.
UPDATE documents SET content_hash = '';
