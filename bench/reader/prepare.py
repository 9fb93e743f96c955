"""Step 1, started once for each language: reads the data sets and adds Apertium's English.

usage: prepare.py english|spanish OUTPUT FOLDER…

english: english.json, all of it besides policies also translated to Spanish and back, as the reader meets passages in the product.
spanish: squad.json and xquad.json translated to English, and titles.json: the articles that train, and those XQuAD-es shares with them.
"""
import json
import pathlib
import sys

import english
import spanish
import translator


def prepare_english(folders, output):
    corpus = english.read_all(folders)
    passages = [passage for passage in corpus.passages if passage.source != "policy"]
    translator.translate_passages(passages, "eng-spa", "spa-eng")
    questions = [question for question in corpus.questions if corpus.of(question).machine]
    translator.translate_questions(questions, "eng-spa", "spa-eng")
    corpus.save(output / "english.json")
    print(f"english: {len(corpus.passages)} passages, {len(corpus.questions)} questions; round trip: {len(passages)} and {len(questions)}")


def prepare_spanish(folders, output):
    squad, xquad = spanish.read_squad(folders), spanish.read_xquad(folders)
    for name, corpus in (("squad", squad), ("xquad", xquad)):
        translator.translate_passages(corpus.passages, "spa-eng")
        translator.translate_questions(corpus.questions, "spa-eng")
        corpus.save(output / f"{name}.json")
        print(f"{name}: {len(corpus.passages)} passages, {len(corpus.questions)} questions")
    train = spanish.training_titles(squad)
    titles = {"train": train, "xquad-shared": spanish.shared_titles(squad, train, xquad)}
    (output / "titles.json").write_text(json.dumps(titles, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"articles that train: {', '.join(train)}\nof XQuAD-es, not to be measured on: {', '.join(titles['xquad-shared'])}")


if __name__ == "__main__":
    language, target, *sources = sys.argv[1:]
    pathlib.Path(target).mkdir(parents=True, exist_ok=True)
    {"english": prepare_english, "spanish": prepare_spanish}[language](sources, pathlib.Path(target))
