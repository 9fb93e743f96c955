"""BM25 over lists of words (k1 1.2, b 0.75), and the stems that both languages are matched by."""
import collections
import re
import unicodedata

import numpy as np
import scipy.sparse
import Stemmer

WORD = re.compile(r"\w+")
STOP_WORDS = {
    "english": set("""a an the of in on at to for and or is are was were be been do does did what which who whom whose when where why how
        many much it its this that these those with by from as i you he she they we his her their has have had not can could would should
        will""".split()),
    "spanish": set("""a al algo ante antes aquel como con contra cual cuales cuando cuanto cuanta cuantos cuantas de del desde donde durante e
        el ella ellas ellos en entre era eran es esa ese eso esta estaba estan este esto estos estas fue fueron ha habia habian haber han
        hasta hay la las le les lo los mas me mi muy ni no nos o otra otras otro otros para pero poco por porque que quien quienes se segun
        ser si sin sobre son su sus tambien te tenia tenian tiene tienen todo todos tras tuvo un una uno unos y ya""".split()),
}


class Stems:
    """Turns text into Snowball stems, without accents and without words that say nothing alone."""

    def __init__(self, language):
        self._stemmer = Stemmer.Stemmer(language)
        self._stop_words = STOP_WORDS[language]

    def of(self, text):
        folded = "".join(part for part in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(part))
        return [self._stemmer.stemWord(word) for word in WORD.findall(folded) if word not in self._stop_words]


class Bm25:
    """Documents, as lists of words, to be searched."""

    def __init__(self, documents, k1=1.2, b=0.75):
        self.vocabulary, rows, columns, counts = {}, [], [], []
        for index, words in enumerate(documents):
            for word, count in collections.Counter(words).items():
                rows.append(self.vocabulary.setdefault(word, len(self.vocabulary)))
                columns.append(index)
                counts.append(count)
        rows, columns, counts = np.array(rows), np.array(columns), np.array(counts, float)
        lengths = np.array([len(words) for words in documents], float)
        frequency = np.bincount(rows, minlength=len(self.vocabulary))
        self.idf = np.log(1 + (len(documents) - frequency + 0.5) / (frequency + 0.5))
        weights = counts * (k1 + 1) / (counts + k1 * (1 - b + b * lengths[columns] / lengths.mean())) * self.idf[rows]
        self._weights = scipy.sparse.csr_matrix((weights, (rows, columns)), shape=(len(self.vocabulary), len(documents)))

    def scores(self, words):
        """The score of every document for the distinct words of a question."""
        known = sorted({self.vocabulary[word] for word in words if word in self.vocabulary})
        return np.asarray(self._weights[known].sum(axis=0)).ravel()

    def best(self, words, count):
        """The best documents that match at all, best first."""
        scores = self.scores(words)
        order = np.argsort(-scores, kind="stable")[:count]
        return [int(index) for index in order if scores[index] > 0]

    def weight(self, word):
        """The word's inverse document frequency; an unknown word's is that of none."""
        index = self.vocabulary.get(word)
        return float(np.log(1 + (self._weights.shape[1] + 0.5) / 0.5)) if index is None else float(self.idf[index])
