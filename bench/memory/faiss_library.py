"""python3-faiss as a peer of the benchmark."""
import faiss

METRIC = faiss.METRIC_INNER_PRODUCT


def build(vectors, kind, parameters, threads):
    faiss.omp_set_num_threads(threads)
    index = made(vectors.shape[1], kind, parameters)
    index.train(vectors)
    index.add(vectors)
    return index


def made(dimension, kind, parameters):
    if kind == "flat":
        return faiss.IndexFlat(dimension, METRIC)
    if kind == "ivf-flat":
        index = faiss.IndexIVFFlat(faiss.IndexFlat(dimension, METRIC), dimension, parameters["lists"], METRIC)
        index.nprobe = parameters["probes"]
        return index
    if kind == "hnsw":
        index = faiss.IndexHNSWFlat(dimension, parameters["links"], METRIC)
    elif kind == "hnsw-sq8":
        index = faiss.IndexHNSWSQ(dimension, faiss.ScalarQuantizer.QT_8bit, parameters["links"], METRIC)
    else:
        raise ValueError(kind)
    index.hnsw.efConstruction = parameters["ef_construction"]
    index.hnsw.efSearch = parameters["ef_search"]
    return index


def write(index, path):
    faiss.write_index(index, path)


def read(path, dimension, parameters):
    return faiss.read_index(path)


def use_threads(index, threads):
    faiss.omp_set_num_threads(threads)


def search(index, queries, k, threads):
    use_threads(index, threads)
    return index.search(queries, k)[1]


def one_by_one(index, k):
    return lambda row: index.search(row, k)
