"""BERT's uncased tokenizer: the basic split of text, and WordPiece within a word."""
import functools
import json
import unicodedata

UNKNOWN, CLS, SEP = 100, 101, 102
LONGEST_WORD = 100  # characters; a longer one is unknown


class WordPiece:
    """The vocabulary of a tokenizer.json."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.vocabulary = json.load(file)["model"]["vocab"]
        self._pieces = functools.lru_cache(400_000)(self._split_word)

    def encode(self, text):
        """The text's token ids, without [CLS] and [SEP]."""
        return [piece for word, _ in basic_words(text) for piece in self._pieces(word)]

    def encode_with_offsets(self, text):
        """Token ids, and for each the start and end of its word in the text."""
        ids, offsets = [], []
        for word, start in basic_words(text):
            pieces = self._pieces(word)
            ids += pieces
            offsets += [(start, start + len(word))] * len(pieces)
        return ids, offsets

    def _split_word(self, word):
        if len(word) > LONGEST_WORD:
            return (UNKNOWN,)
        pieces, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self.vocabulary.get(("##" if start else "") + word[start:end])
                if piece is not None:
                    break
            else:
                return (UNKNOWN,)
            pieces.append(piece)
            start = end
        return tuple(pieces)


def basic_words(text):
    """Words and marks of a text, in lower case and without accents, each with its start in the text."""
    words, word, start = [], "", 0
    for position, character in enumerate(text):
        if _is_dropped(character):
            continue
        apart = _is_mark(character)
        if apart or _is_space(character):
            if word:
                words.append((word, start))
            word = ""
            if apart:
                words.append((character, position))
            continue
        folded = _fold(character)
        if folded and not word:
            start = position
        word += folded
    return words + [(word, start)] if word else words


@functools.lru_cache(10_000)
def _is_dropped(character):
    return character in "\0\ufffd" or (not _is_space(character) and unicodedata.category(character)[0] == "C")


@functools.lru_cache(10_000)
def _is_space(character):
    return character in " \t\n\r" or unicodedata.category(character) == "Zs"


@functools.lru_cache(10_000)
def _is_mark(character):
    if character.isascii():
        return character.isprintable() and not character.isalnum() and character != " "
    code = ord(character)
    is_chinese = 0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF
    return is_chinese or unicodedata.category(character)[0] == "P"


@functools.lru_cache(10_000)
def _fold(character):
    return "".join(part for part in unicodedata.normalize("NFD", character.lower()) if unicodedata.category(part) != "Mn")
