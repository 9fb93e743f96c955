CREATE TABLE conversations (
    id           INTEGER PRIMARY KEY,
    public_id    TEXT NOT NULL UNIQUE,
    -- Whom it belongs to; null for whoever knows the id.
    owner        TEXT,
    title        TEXT,
    -- 1 once a person chose the title: no rule and no model replaces it then.
    title_chosen INTEGER NOT NULL DEFAULT 0,
    -- Milliseconds since 1970, UTC, as all times here.
    created_at   INTEGER NOT NULL,
    last_turn_at INTEGER
) STRICT;

CREATE TABLE turns (
    id              INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    question_id     TEXT NOT NULL,
    question        TEXT NOT NULL,
    standalone      TEXT NOT NULL,
    answer          TEXT NOT NULL,
    mode            TEXT NOT NULL,
    abstained       INTEGER NOT NULL,
    -- A JSON list of {Number, PassageId, Title}.
    citations       TEXT NOT NULL,
    answered_at     INTEGER NOT NULL
) STRICT;

CREATE INDEX turns_by_conversation ON turns (conversation_id, id);
