"""Search by words, near enough to the product's to see what the reader adds: BM25 of passages, and a score for each of their sentences."""
import dataclasses

from bm25 import Bm25, Stems

PASSAGES = 5  # that a question's sentences are taken from
NEIGHBOURS = 0.3  # how much a word counts that only stands in the sentence before or after


@dataclasses.dataclass(frozen=True)
class Candidate:
    passage: int
    sentence: int
    score: float  # 0 to 1.3, the product's E without its share for what is asked


class Lexical:
    """The sentences of a corpus's passages."""

    def __init__(self, passages):
        self._stems = Stems("spanish")
        self._sentences = [[frozenset(self._stems.of(sentence)) for sentence in passage.sentences] for passage in passages]
        self._index = Bm25([self._stems.of(" ".join(passage.sentences)) for passage in passages])

    def passages(self, question):
        """The best passages with their scores, best first."""
        words = self._stems.of(question)
        scores = self._index.scores(words)
        return [(index, float(scores[index])) for index in self._index.best(words, PASSAGES)]

    def candidates(self, question, passages):
        """The sentences of these passages, best first."""
        weights = {word: self._index.weight(word) for word in set(self._stems.of(question))}
        found = [Candidate(passage, sentence, self._score(passage, sentence, weights) * score / passages[0][1])
                 for passage, score in passages for sentence in range(len(self._sentences[passage]))]
        return sorted(found, key=lambda candidate: -candidate.score)

    def _score(self, passage, sentence, weights):
        sentences = self._sentences[passage]
        around = frozenset().union(*sentences[max(0, sentence - 1):sentence + 2]) - sentences[sentence]
        found = sum(weight * (word in sentences[sentence]) + NEIGHBOURS * weight * (word in around) for word, weight in weights.items())
        return found / sum(weights.values())
