-- Milliseconds since 1970; nobody sees it any more, and it goes once all else that is kept of it has gone.
ALTER TABLE conversations ADD COLUMN deleted_at INTEGER;

-- Of its texts, in UTF-8.
ALTER TABLE turns ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
UPDATE turns SET bytes = octet_length(question) + octet_length(standalone) + octet_length(answer) + octet_length(citations);

DROP INDEX turns_by_conversation;
CREATE INDEX turns_by_conversation ON turns (conversation_id, id, bytes);
CREATE INDEX conversations_by_use ON conversations (coalesce(last_turn_at, created_at));
