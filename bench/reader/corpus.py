"""Passages split into sentences and the questions asked of them, as every step reads and writes them."""
import dataclasses
import json


@dataclasses.dataclass
class Passage:
    source: str  # which data set
    title: str  # of the article
    sentences: list[str]  # in the language of the data set
    machine: list[str] | None = None  # the same sentences in Apertium's English


@dataclasses.dataclass
class Question:
    text: str
    passage: int  # index in Corpus.passages
    gold: list[int]  # the sentences that answer it; none where the passage has no answer
    spans: list[list[int]]  # [sentence, start, end]: the answer's characters within a sentence
    answers: list[str]  # the answers' words
    id: str = ""  # in the data set, where it has one
    machine: str | None = None  # the question in Apertium's English


@dataclasses.dataclass
class Corpus:
    passages: list[Passage] = dataclasses.field(default_factory=list)
    questions: list[Question] = dataclasses.field(default_factory=list)

    def add(self, other, questions=None):
        """Appends another corpus, or those of its questions that are given."""
        shift = len(self.passages)
        self.passages += other.passages
        for question in other.questions if questions is None else questions:
            self.questions.append(dataclasses.replace(question, passage=question.passage + shift))

    def of(self, question):
        return self.passages[question.passage]

    def save(self, path):
        with open(path, "w", encoding="utf-8") as file:
            json.dump(dataclasses.asdict(self), file, ensure_ascii=False)

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        return Corpus([Passage(**passage) for passage in data["passages"]], [Question(**question) for question in data["questions"]])
