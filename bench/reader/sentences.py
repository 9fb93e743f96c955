"""Splits a passage into sentences, by rules that hold for Spanish and English alike."""
import re

BREAK = re.compile(r'(?<=[.!?;])["»”)\]]*\s+|\n+')
ABBREVIATION = re.compile(
    r"\b(Sr|Sra|Dr|Dra|St|Mr|Mrs|Ms|Jr|art|núm|No|pág|p|ej|EE|UU|vol|cap|aprox|ca|c|Gral|Prof|Lic|Ing|vs|etc|[A-ZÁÉÍÓÚÑ])\.$")
OPENING = '¿¡"«“('
SHORT_CLAUSE = 60  # characters; a semicolon ends a sentence only after more


def split(text):
    """The sentences of a text, each trimmed; the text itself where none ends."""
    found, start = [], 0
    for gap in BREAK.finditer(text):
        if _ends_sentence(text, start, gap):
            found.append(text[start:gap.start()].strip())
            start = gap.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence] or [text]


def locate(text, sentences):
    """Where each of the text's sentences starts, in characters."""
    starts, position = [], 0
    for sentence in sentences:
        position = text.index(sentence, position)
        starts.append(position)
        position += len(sentence)
    return starts


def _ends_sentence(text, start, gap):
    if "\n" in gap.group():
        return True
    mark, following = text[gap.start() - 1], text[gap.end():gap.end() + 1]
    if mark == ".":
        opens = following.isupper() or following.isdigit() or following in OPENING
        return opens and not ABBREVIATION.search(text[max(0, gap.start() - 12):gap.start()])
    return mark != ";" or gap.start() - start >= SHORT_CLAUSE
