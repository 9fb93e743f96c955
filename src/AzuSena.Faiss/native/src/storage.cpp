#include <faiss/IndexFlatCodes.h>
#include <faiss/impl/IDSelector.h>
#include <omp.h>

#include <cstring>

#include "index.h"

namespace {

void require_slot(const azf_index& index, int64_t slot) {
    azf::require(slot >= 0 && (index.ivf != nullptr || slot < index.faiss->ntotal), "no such slot");
}

int64_t codes_of(const faiss::Index* index) {
    const auto* codes = dynamic_cast<const faiss::IndexFlatCodes*>(index);
    return codes == nullptr ? 0 : static_cast<int64_t>(codes->codes.capacity());
}

int64_t graph_of(const faiss::HNSW& graph) {
    return static_cast<int64_t>(
        graph.neighbors.capacity() * sizeof(graph.neighbors[0]) +
        graph.offsets.capacity() * sizeof(graph.offsets[0]) +
        graph.levels.capacity() * sizeof(graph.levels[0]));
}

int64_t lists_of(const faiss::IndexIVF& index) {
    // A node of the direct map's hash table: two words, the pointer to the next and the bucket's own.
    const int64_t entry = 4 * sizeof(void*);
    return index.ntotal * (static_cast<int64_t>(index.code_size) + static_cast<int64_t>(sizeof(faiss::Index::idx_t)) + entry);
}

}  // namespace

void azf::use_threads_for(int64_t queries) {
    omp_set_num_threads(queries > 1 ? omp_get_num_procs() : 1);
}

int azf_add(azf_index* index, int64_t count, const float* vectors, const int64_t* slots) {
    return azf::guarded([&] {
        azf::require(count >= 0, "the count must not be negative");
        azf::use_threads_for(count);
        if (index->ivf != nullptr) {
            index->ivf->add_with_ids(count, vectors, slots);
        } else {
            for (int64_t i = 0; i < count; i++) {
                azf::require(slots[i] == index->faiss->ntotal + i, "the slots must be the next free ones");
            }
            index->faiss->add(count, vectors);
        }
    });
}

int azf_remove(azf_index* index, int64_t slot) {
    return azf::guarded([&] {
        require_slot(*index, slot);
        if (index->flat != nullptr) {
            auto& codes = index->flat->codes;
            const auto size = index->flat->code_size;
            const auto last = index->flat->ntotal - 1;
            if (slot != last) {
                std::memcpy(codes.data() + slot * size, codes.data() + last * size, size);
            }
            codes.resize(last * size);
            index->flat->ntotal = last;
        } else {
            azf::require(index->ivf != nullptr, "HNSW cannot remove");
            const faiss::IDSelectorArray one(1, &slot);
            azf::require(index->ivf->remove_ids(one) == 1, "no such slot");
        }
    });
}

int azf_reconstruct(azf_index* index, int64_t slot, float* vector) {
    return azf::guarded([&] {
        require_slot(*index, slot);
        index->faiss->reconstruct(slot, vector);
    });
}

int azf_set_effort(azf_index* index, int effort) {
    return azf::guarded([&] {
        azf::require(effort > 0, "the effort must be positive");
        azf::require(index->hnsw != nullptr || index->ivf != nullptr, "a flat index has no effort to set");
        if (index->hnsw != nullptr) {
            index->hnsw->hnsw.efSearch = effort;
        } else {
            index->ivf->nprobe = effort;
        }
    });
}

int azf_memory(azf_index* index, int64_t* bytes) {
    return azf::guarded([&] {
        *bytes = codes_of(index->faiss.get());
        if (index->hnsw != nullptr) {
            *bytes += codes_of(index->hnsw->storage) + graph_of(index->hnsw->hnsw);
        } else if (index->ivf != nullptr) {
            *bytes += codes_of(index->ivf->quantizer) + lists_of(*index->ivf);
        }
    });
}
