-- How answers came about, the oldest first.
CREATE TABLE traces (
    id           INTEGER PRIMARY KEY,
    question_id  TEXT NOT NULL UNIQUE,
    -- Whom the question belongs to; null for whoever knows its id, on this machine.
    owner        TEXT,
    -- SHA-256 of the conversation's id, which is a secret: enough to delete with it.
    conversation BLOB,
    -- Milliseconds since 1970, UTC.
    asked_at     INTEGER NOT NULL,
    -- JSON.
    trace        TEXT NOT NULL
) STRICT;

CREATE INDEX traces_by_conversation ON traces (conversation) WHERE conversation IS NOT NULL;
CREATE INDEX traces_by_time ON traces (asked_at);

-- Conversations deleted a short while ago: a trace that was still to be written then is not written any more.
CREATE TABLE deleted_conversations (
    conversation BLOB PRIMARY KEY,
    deleted_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
