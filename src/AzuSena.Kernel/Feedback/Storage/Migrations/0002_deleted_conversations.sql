-- Conversations deleted a short while ago, by the SHA-256 of their ids: an answer of theirs is not rated any more.
CREATE TABLE deleted_conversations (
    conversation BLOB PRIMARY KEY,
    deleted_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
