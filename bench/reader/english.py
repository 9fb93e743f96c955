"""The English data sets. Left out for their unclear licences: SQuADShifts' Amazon and Reddit parts, SubjQA."""
import json
import random

import squad
from corpus import Corpus, Passage, Question
from sources import find, open_text

POLICY_QUESTIONS = 450  # of each file: its questions repeat a few forms
SEED = 5


def read_all(folders):
    """All English sets as one corpus."""
    rng = random.Random(SEED)
    corpus = squad.read(find("new_wiki_v1.0.json", folders), "wiki")
    for name in ("policy-dev.json", "policy-test.json"):
        policies = squad.read(find(name, folders), "policy")
        corpus.add(policies, rng.sample(policies.questions, POLICY_QUESTIONS))
    corpus.add(read_qed(find("qed-dev.jsonl", folders)))
    for name in ("selqa-dev.json", "selqa-test.json"):
        corpus.add(read_selqa(find(name, folders)))
    return corpus


def read_qed(path):
    """QED: questions people typed, each with the one sentence that answers it."""
    corpus = Corpus()
    with open_text(path) as lines:
        for line in lines:
            entry = json.loads(line)
            selected = (entry["annotation"] or {}).get("selected_sentence") or {}
            starts = entry["sentence_starts"]
            if selected.get("start") not in starts:
                continue
            gold = starts.index(selected["start"])
            ends = starts[1:] + [len(entry["paragraph_text"])]
            split = [entry["paragraph_text"][start:end].strip() for start, end in zip(starts, ends)]
            spans = [[gold, answer["start"] - starts[gold], min(answer["end"] - starts[gold], len(split[gold]))]
                     for answers in entry["original_nq_answers"] for answer in answers
                     if 0 <= answer["start"] - starts[gold] < len(split[gold])]
            words = [answer["string"] for answers in entry["original_nq_answers"] for answer in answers]
            corpus.passages.append(Passage("qed", entry["title_text"], split))
            corpus.questions.append(Question(entry["question_text"], len(corpus.passages) - 1, [gold], spans, words))
    return corpus


def read_selqa(path):
    """SelQA: questions with the sentences of a section that answer them; no positions within the sentences."""
    corpus, known = Corpus(), {}
    with open_text(path) as file:
        entries = json.load(file)
    for entry in entries:
        section = tuple(entry["candidates"])
        if section not in known:
            known[section] = len(corpus.passages)
            corpus.passages.append(Passage("selqa", entry["article"], entry["candidates"]))
        if entry["answers"]:
            corpus.questions.append(Question(entry["question"], known[section], sorted(entry["answers"]), [], []))
    return corpus
