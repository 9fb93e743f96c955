-- What people ask that the passage answers, by section: [{"Heading": …, "Questions": […]}]; null where nothing is listed.
ALTER TABLE passages ADD COLUMN questions TEXT;

-- Beside the terms of the text, those of the listed questions, a line for each.
CREATE TEMP TABLE kept_terms AS SELECT rowid AS key, terms FROM passage_terms;
DROP TABLE passage_vocabulary;
DROP TABLE passage_terms;
CREATE VIRTUAL TABLE passage_terms USING fts5 (terms, asked, tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab ('passage_terms', 'row');
INSERT INTO passage_terms (rowid, terms, asked) SELECT key, terms, '' FROM kept_terms ORDER BY key;
DROP TABLE kept_terms;

-- Every document is read anew, for its questions were passed by; what is held serves meanwhile.
DELETE FROM staged_documents;
UPDATE documents SET content_hash = '' WHERE content_hash <> 'by hand';
