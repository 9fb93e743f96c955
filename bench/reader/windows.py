"""What the reader reads: [CLS] question [SEP] whole sentences of a passage [SEP]."""
import dataclasses

import numpy as np

from wordpiece import CLS, SEP

LONGEST = 128  # tokens
LONGEST_QUESTION = 36
LONGEST_TITLE = 16


@dataclasses.dataclass
class Window:
    ids: np.ndarray  # token ids
    start: int  # of the passage's tokens, whose token type is 1, the last [SEP] among them
    owner: np.ndarray  # the passage's sentence each token is of; -1 for what is of none
    answer: np.ndarray  # whether a token belongs to an answer's words


def question_ids(tokenizer, question):
    """The question's tokens, at most as many as a window takes."""
    return tokenizer.encode(question)[:LONGEST_QUESTION]


def title_ids(tokenizer, title):
    """An article's title, set before its sentences as one that belongs to none."""
    return tokenizer.encode(title.replace("_", " ") + ".")[:LONGEST_TITLE]


def room(question, title=()):
    """How many tokens of sentences fit beside the question and the title."""
    return LONGEST - len(question) - len(title) - 3


def build(question, sentences, first, title=(), spans=()):
    """The window of a question and following sentences, each a list of ids with their offsets.

    `first` is the number of the first of the sentences in its passage; a sentence that does not fit is cut.
    """
    ids = [CLS, *question, SEP]
    start = len(ids)
    ids += title
    owner, answer = [-1] * len(ids), [False] * len(ids)
    for index, (pieces, offsets) in enumerate(sentences, first):
        fitting = max(0, LONGEST - 1 - len(ids))
        ids += pieces[:fitting]
        owner += [index] * len(pieces[:fitting])
        answer += [any(low < end and high > begin for sentence, begin, end in spans if sentence == index) for low, high in offsets[:fitting]]
    return Window(np.array([*ids, SEP], np.int32), start, np.array([*owner, -1], np.int16), np.array([*answer, False]))


def around(lengths, middle, limit, rng):
    """First and last of the sentences around one that fit together, grown to both sides at random."""
    first = last = middle
    total = min(lengths[middle], limit)
    while True:
        sides = []
        if first > 0 and total + lengths[first - 1] <= limit:
            sides.append(first - 1)
        if last + 1 < len(lengths) and total + lengths[last + 1] <= limit:
            sides.append(last + 1)
        if not sides:
            return first, last
        side = rng.choice(sides)
        total += lengths[side]
        first, last = min(first, side), max(last, side)


def cover(lengths, limit):
    """Windows over all sentences as (first, last), in order, with a short sentence of overlap between them."""
    found, first = [], 0
    while first < len(lengths):
        last, total = first, lengths[first]
        while last + 1 < len(lengths) and total + lengths[last + 1] <= limit:
            last += 1
            total += lengths[last]
        found.append((first, last))
        if last + 1 == len(lengths):
            break
        first = last if last > first and lengths[last] < limit // 2 else last + 1
    return found
