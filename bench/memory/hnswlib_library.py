"""python3-hnswlib as a peer of the benchmark."""
import hnswlib


def build(vectors, kind, parameters, threads):
    index = hnswlib.Index(space="ip", dim=vectors.shape[1])
    index.init_index(max_elements=len(vectors), M=parameters["links"], ef_construction=parameters["ef_construction"], random_seed=100)
    index.add_items(vectors, num_threads=threads)
    return index


def write(index, path):
    index.save_index(path)


def read(path, dimension, parameters):
    index = hnswlib.Index(space="ip", dim=dimension)
    index.load_index(path)
    index.set_ef(parameters["ef_search"])
    return index


def use_threads(index, threads):
    index.set_num_threads(threads)


def search(index, queries, k, threads):
    return index.knn_query(queries, k=k, num_threads=threads)[0]


def one_by_one(index, k):
    return lambda row: index.knn_query(row, k=k, num_threads=1)
