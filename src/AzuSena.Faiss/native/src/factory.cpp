#include <faiss/IndexIVFFlat.h>
#include <faiss/IndexScalarQuantizer.h>

#include "index.h"

namespace {

faiss::MetricType metric_of(int metric) {
    azf::require(metric == AZF_INNER_PRODUCT || metric == AZF_L2, "unknown metric");
    return metric == AZF_INNER_PRODUCT ? faiss::METRIC_INNER_PRODUCT : faiss::METRIC_L2;
}

void require_dimension(int dimension) {
    azf::require(dimension > 0, "the dimension must be positive");
}

void tune(faiss::IndexHNSW& index, int ef_construction, int ef_search) {
    azf::require(ef_construction > 0 && ef_search > 0, "the beams of HNSW must be positive");
    index.hnsw.efConstruction = ef_construction;
    index.hnsw.efSearch = ef_search;
}

}  // namespace

int azf_create_flat(int dimension, int metric, azf_index** made) {
    return azf::guarded([&] {
        require_dimension(dimension);
        *made = new azf_index(std::make_unique<faiss::IndexFlat>(dimension, metric_of(metric)));
    });
}

int azf_create_hnsw(int dimension, int metric, int links, int ef_construction, int ef_search, azf_index** made) {
    return azf::guarded([&] {
        require_dimension(dimension);
        azf::require(links > 1, "HNSW needs at least two links a vector");
        auto index = std::make_unique<faiss::IndexHNSWFlat>(dimension, links, metric_of(metric));
        tune(*index, ef_construction, ef_search);
        *made = new azf_index(std::move(index));
    });
}

int azf_create_ivf(int dimension, int metric, int lists, int probes, const float* vectors, int64_t count, azf_index** made) {
    return azf::guarded([&] {
        require_dimension(dimension);
        azf::require(lists > 0 && probes > 0, "lists and probes must be positive");
        azf::use_threads_for(count);
        auto quantizer = std::make_unique<faiss::IndexFlat>(dimension, metric_of(metric));
        auto index = std::make_unique<faiss::IndexIVFFlat>(quantizer.get(), dimension, lists, metric_of(metric));
        index->own_fields = true;
        quantizer.release();
        index->train(count, vectors);
        index->set_direct_map_type(faiss::DirectMap::Hashtable);
        index->nprobe = probes;
        *made = new azf_index(std::move(index));
    });
}

int azf_create_hnsw_sq8(int dimension, int metric, int links, int ef_construction, int ef_search, const float* vectors, int64_t count, azf_index** made) {
    return azf::guarded([&] {
        require_dimension(dimension);
        azf::require(links > 1, "HNSW needs at least two links a vector");
        azf::use_threads_for(count);
        auto index = std::make_unique<faiss::IndexHNSWSQ>(dimension, faiss::ScalarQuantizer::QT_8bit, links, metric_of(metric));
        tune(*index, ef_construction, ef_search);
        index->train(count, vectors);
        *made = new azf_index(std::move(index));
    });
}

void azf_free(azf_index* index) {
    delete index;
}
