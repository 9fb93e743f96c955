-- One row for each rated answer: the last rating wins.
CREATE TABLE ratings (
    question_id  TEXT PRIMARY KEY,
    -- Whom the question belongs to; null for whoever knows its id.
    owner        TEXT,
    -- SHA-256 of the conversation's id, which is a secret: enough to delete with it.
    conversation BLOB,
    rating       TEXT NOT NULL CHECK (rating IN ('up', 'down')),
    comment      TEXT,
    question     TEXT NOT NULL,
    standalone   TEXT NOT NULL,
    answer       TEXT NOT NULL,
    mode         TEXT NOT NULL,
    abstained    INTEGER NOT NULL,
    confidence   REAL NOT NULL,
    prompt       TEXT,
    -- A JSON list of ids.
    passages     TEXT NOT NULL,
    -- Milliseconds since 1970, UTC.
    rated_at     INTEGER NOT NULL
) STRICT;

CREATE INDEX ratings_by_conversation ON ratings (conversation) WHERE conversation IS NOT NULL;
CREATE INDEX ratings_by_time ON ratings (rated_at);
