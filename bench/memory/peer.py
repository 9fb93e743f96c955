"""The other side of `./azusena bench memory`: one index of another library in a process of its own.

Started as `peer.py faiss` or `peer.py hnswlib`. Each line of standard input is a request {"do": …}, each line of standard output its
answer, all JSON; the process ends with its input. It times itself, so that no answer's way is counted.
"""
import importlib
import json
import os
import sys
import time

import numpy as np

THREADS = len(os.sched_getaffinity(0))  # as many as OpenMP counts on the .NET side


def resident_bytes():
    """Memory of this process's own, without mapped files."""
    with open("/proc/self/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) * 1024
    return 0


def timed(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


class Peer:
    """Answers the requests; what is done to the index itself stands in `library`."""

    def __init__(self, library):
        self.library = library
        self.index = self.queries = self.rows = None

    def build(self, vectors, kind, path, **parameters):
        """Builds an index over a .npy file with all cores, writes it to path and lets go of it."""
        data = np.load(vectors)
        seconds, index = timed(lambda: self.library.build(data, kind, parameters, THREADS))
        self.library.write(index, path)
        return {"seconds": seconds}

    def read(self, path, queries, **parameters):
        """Reads the index that is searched from here on; says by how much the process has grown."""
        self.queries = np.load(queries)
        self.rows = [self.queries[i : i + 1] for i in range(len(self.queries))]
        before = resident_bytes()
        self.index = self.library.read(path, self.queries.shape[1], parameters)
        return {"bytes": resident_bytes() - before}

    def find(self, k):
        """The neighbours of all queries, for the recall."""
        return {"found": self.library.search(self.index, self.queries, k, THREADS).tolist()}

    def one_by_one(self, first, count, k):
        """Searches count queries from the first on, round and round, one a call and on one thread."""
        rows = [self.rows[(first + i) % len(self.rows)] for i in range(count)]
        self.library.use_threads(self.index, 1)
        search = self.library.one_by_one(self.index, k)

        def work():
            for row in rows:
                search(row)

        return {"seconds": timed(work)[0]}

    def batches(self, count, k):
        """Searches all queries in one call, count times, with all cores."""

        def work():
            for _ in range(count):
                self.library.search(self.index, self.queries, k, THREADS)

        return {"seconds": timed(work)[0]}


def main():
    peer = Peer(importlib.import_module(f"{sys.argv[1]}_library"))
    for line in sys.stdin:
        request = json.loads(line)
        answer = getattr(peer, request.pop("do"))(**request)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
