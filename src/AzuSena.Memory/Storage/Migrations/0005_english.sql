-- The English of each passage's quotable units, for the reader. By text, like vectors; the fingerprint names the translator and the division.
CREATE TABLE english (
    fingerprint TEXT NOT NULL,
    text_hash   BLOB NOT NULL,
    units       TEXT NOT NULL,
    PRIMARY KEY (fingerprint, text_hash)
) STRICT;
