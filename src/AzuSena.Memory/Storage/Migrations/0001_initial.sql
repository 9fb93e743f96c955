CREATE TABLE documents (
    id           INTEGER PRIMARY KEY,
    path         TEXT NOT NULL UNIQUE,
    title        TEXT NOT NULL,
    source       TEXT,
    as_of        TEXT,
    topics       TEXT NOT NULL,
    validity     TEXT,
    content_hash TEXT NOT NULL
) STRICT;

CREATE TABLE passages (
    id           INTEGER PRIMARY KEY,
    public_id    TEXT NOT NULL UNIQUE,
    document_id  INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    heading_path TEXT NOT NULL,
    text         TEXT NOT NULL,
    UNIQUE (document_id, position)
) STRICT;

-- Analysed terms, separated by spaces: line 1 the place (title and headings), then a line for each sentence.
-- rowid = passages.id. The tokenizer only splits; folding and stemming have happened before.
CREATE VIRTUAL TABLE passage_terms USING fts5 (terms, tokenize = "unicode61 remove_diacritics 0");

CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab ('passage_terms', 'row');

-- The folded words before stemming: what a misspelled question word is compared with. Only their counts are read.
CREATE VIRTUAL TABLE passage_words USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 0"
);

CREATE VIRTUAL TABLE word_vocabulary USING fts5vocab ('passage_words', 'row');

CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
    DELETE FROM passage_terms WHERE rowid = old.id;
    DELETE FROM passage_words WHERE rowid = old.id;
END;

-- Raised by every run that changed something; what is cached of an older generation is stale.
CREATE TABLE store (generation INTEGER NOT NULL, indexed_at TEXT) STRICT;
INSERT INTO store (generation) VALUES (0);
