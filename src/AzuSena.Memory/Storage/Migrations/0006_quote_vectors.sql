-- The vectors of each passage's quotable units, one after another: float16[units][dim], L2-normalised, little-endian. By text, like vectors; the division names
-- how a passage is divided into units.
CREATE TABLE quote_vectors (
    embedder_id INTEGER NOT NULL REFERENCES embedders (id) ON DELETE CASCADE,
    text_hash   BLOB NOT NULL,
    division    INTEGER NOT NULL,
    vectors     BLOB NOT NULL,
    PRIMARY KEY (embedder_id, text_hash)
) STRICT;
