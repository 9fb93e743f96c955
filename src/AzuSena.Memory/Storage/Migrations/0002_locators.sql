-- Where in its document a passage stands. law … article: the article of a law that the passage is the text of.
ALTER TABLE passages ADD COLUMN page INTEGER;
ALTER TABLE passages ADD COLUMN last_page INTEGER;
ALTER TABLE passages ADD COLUMN sheet TEXT;
ALTER TABLE passages ADD COLUMN row INTEGER;
ALTER TABLE passages ADD COLUMN law TEXT;
ALTER TABLE passages ADD COLUMN law_kind TEXT;
ALTER TABLE passages ADD COLUMN law_number TEXT;
ALTER TABLE passages ADD COLUMN law_year INTEGER;
ALTER TABLE passages ADD COLUMN article TEXT;

CREATE INDEX passages_by_rule ON passages (law_number, law_kind, article) WHERE article IS NOT NULL;

-- The articles that a passage speaks of without being their text: evidence where the corpus does not hold the law itself.
CREATE TABLE rule_mentions (
    passage_id INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    law_kind   TEXT NOT NULL,
    law_number TEXT NOT NULL,
    law_year   INTEGER,
    article    TEXT NOT NULL
) STRICT;

CREATE INDEX rule_mentions_by_rule ON rule_mentions (law_number, law_kind, article);
CREATE INDEX rule_mentions_by_passage ON rule_mentions (passage_id);
