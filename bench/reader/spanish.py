"""SQuAD-es, half of whose articles train while the other half is held out, and XQuAD-es, which shares some of them."""
import random

import squad
from sources import find

SEED = 3


def read_squad(folders):
    return squad.read(find("squad-es-v2-a.json", folders), "squad-es")


def read_xquad(folders):
    return squad.read(find("xquad-es.json", folders), "xquad-es")


def training_titles(corpus):
    """The half of the articles that trains, by title."""
    titles = sorted({passage.title for passage in corpus.passages})
    random.Random(SEED).shuffle(titles)
    return sorted(titles[:len(titles) // 2])


def shared_titles(trained, titles, other):
    """The other corpus's articles that hold a question of the trained articles: both sets number questions as SQuAD does."""
    known = {question.id for question in trained.questions if trained.of(question).title in titles}
    return sorted({other.of(question).title for question in other.questions if question.id in known})
