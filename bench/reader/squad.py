"""Reads files in SQuAD's format: articles of paragraphs with questions, and answers as positions in the paragraph."""
import collections
import json

import sentences
from corpus import Corpus, Passage, Question
from sources import open_text


def read(path, source):
    """One passage a paragraph; questions without a position for an answer are kept as unanswerable only where the file says so."""
    with open_text(path) as file:
        articles = json.load(file)["data"]
    corpus = Corpus()
    for article in articles:
        for paragraph in article["paragraphs"]:
            text = paragraph["context"].replace("\ufeff", " ")  # as wide, so that positions hold
            split = sentences.split(text)
            starts = sentences.locate(text, split)
            corpus.passages.append(Passage(source, article.get("title", ""), split))
            for entry in paragraph["qas"]:
                answers = entry.get("answers") or []
                gold = gold_sentences(answers, split, starts)
                if gold or entry.get("is_impossible"):
                    spans = [span for span in answer_spans(answers, split, starts) if span[0] in gold]
                    words = sorted({answer["text"] for answer in answers})
                    corpus.questions.append(Question(entry["question"].strip(), len(corpus.passages) - 1, gold, spans, words, entry["id"]))
    return corpus


def gold_sentences(answers, split, starts):
    """The sentences in which at least half as many answers begin as in the sentence most answers begin in."""
    votes = collections.Counter()
    for answer in answers:
        for index, start in enumerate(starts):
            if start <= answer["answer_start"] < start + len(split[index]):
                votes[index] += 1
    needed = max(1, max(votes.values(), default=0) / 2)
    return sorted(index for index, count in votes.items() if count >= needed)


def answer_spans(answers, split, starts):
    """Where the answers' characters lie in the sentences."""
    spans = set()
    for answer in answers:
        begin, end = answer["answer_start"], answer["answer_start"] + len(answer["text"])
        for index, start in enumerate(starts):
            low, high = max(begin, start), min(end, start + len(split[index]))
            if high > low:
                spans.add((index, low - start, high - start))
    return [list(span) for span in sorted(spans)]
