"""Turns the questions of one data set into examples: windows, with what the reader is to find in them."""
import dataclasses

import numpy as np

import windows
from bm25 import Bm25, Stems


@dataclasses.dataclass
class Example:
    window: windows.Window
    gold: np.ndarray  # whether a token is of a sentence that answers
    weight: float
    source: str


class Builder:
    """Makes the examples of one data set out of a corpus."""

    def __init__(self, tokenizer, corpus, source, recipe, rng):
        self.tokenizer, self.corpus, self.source, self.recipe, self.rng = tokenizer, corpus, source, recipe, rng
        self.questions = [question for question in corpus.questions if corpus.of(question).source == source]
        self._pool = sorted({question.passage for question in self.questions})
        self._stems = Stems("english")
        self._index = Bm25([self._passage_words(corpus.passages[index]) for index in self._pool])

    def examples(self):
        for turn in range(self.recipe.rounds):
            for question in self.questions:
                if turn > 0 and not question.gold:
                    continue
                weight = 1.0 if question.gold else self.recipe.unanswerable_weight
                yield self._example(question, self.corpus.of(question), question.gold, question.spans, weight)
                if question.gold and self.rng.random() < self.recipe.negative:
                    other = self._other_passage(question)
                    if other:
                        yield self._example(question, other, [], [], self.recipe.negative_weight)

    # A set that is always read in Apertium's English is matched in it as well.
    def _passage_words(self, passage):
        return self._stems.of(" ".join(passage.machine if self.recipe.machine == 1 else passage.sentences))

    def _question_words(self, question):
        return self._stems.of(question.machine if self.recipe.machine == 1 else question.text)

    def _example(self, question, passage, gold, spans, weight):
        machine = bool(passage.machine and question.machine) and self.rng.random() < self.recipe.machine
        text, sentences = (question.machine, passage.machine) if machine else (question.text, passage.sentences)
        asked = windows.question_ids(self.tokenizer, text)
        titled = passage.title and self.rng.random() < self.recipe.titled
        title = windows.title_ids(self.tokenizer, passage.title) if titled else []
        encoded = [self.tokenizer.encode_with_offsets(sentence) for sentence in sentences]
        lengths = [len(ids) for ids, _ in encoded]
        middle = gold[0] if gold else self._most_alike(text, sentences)
        first, last = windows.around(lengths, middle, windows.room(asked, title), self.rng)
        # Positions in the words that were written say nothing of where they stand in a translation.
        window = windows.build(asked, encoded[first:last + 1], first, title, [] if machine else spans)
        return Example(window, np.isin(window.owner, gold), weight, self.source)

    def _most_alike(self, text, sentences):
        words = set(self._stems.of(text))
        return max(range(len(sentences)), key=lambda index: len(words & set(self._stems.of(sentences[index]))))

    def _other_passage(self, question):
        """A passage that does not answer the question, or none."""
        if self.rng.random() < self.recipe.random_negative:
            candidates = [self.rng.choice(self._pool)]
        else:
            best = self._index.best(self._question_words(question), 31)
            candidates = [self._pool[index] for index in best if self._pool[index] != question.passage][slice(*self.recipe.alike)]
        candidates = [index for index in candidates if index != question.passage and not self._holds_answer(index, question)]
        if not candidates:
            return None
        nearest = candidates[:4] if self.rng.random() < 0.6 else candidates
        return self.corpus.passages[self.rng.choice(nearest)]

    def _holds_answer(self, index, question):
        text = " ".join(self.corpus.passages[index].sentences).lower()
        return any(len(answer) > 2 and answer.lower() in text for answer in question.answers)
