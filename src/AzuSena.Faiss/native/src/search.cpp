#include <faiss/utils/Heap.h>
#include <faiss/utils/distances.h>
#include <omp.h>

#include <algorithm>
#include <atomic>
#include <limits>
#include <vector>

#include "index.h"

namespace {

// Results of a wider search that are held at once.
constexpr int64_t largest_scratch = 1 << 20;

struct SlotMask final : faiss::IDSelector {
    SlotMask(const uint64_t* bits, int64_t count) : bits(bits), count(count) {}

    bool is_member(idx_t slot) const override {
        return slot >= 0 && slot < count && (bits[slot >> 6] >> (slot & 63) & 1) != 0;
    }

    // Calls visit with every allowed slot, in order.
    template <typename Visit>
    void each(Visit&& visit) const {
        for (int64_t word = 0; word * 64 < count; word++) {
            for (uint64_t rest = bits[word]; rest != 0; rest &= rest - 1) {
                visit(word * 64 + __builtin_ctzll(rest));
            }
        }
    }

    int64_t allowed() const {
        int64_t sum = 0;
        for (int64_t word = 0; word * 64 < count; word++) {
            sum += __builtin_popcountll(bits[word]);
        }
        return sum;
    }

    const uint64_t* bits;
    int64_t count;
};

// The k best of one query among the allowed slots, each compared in turn.
template <typename Order>
void scan(const azf_index& index, const float* query, int64_t k, const SlotMask& mask, float* distances, int64_t* slots) {
    const size_t dimension = index.faiss->d;
    std::vector<float> vector(dimension);
    faiss::heap_heapify<Order>(k, distances, slots);
    mask.each([&](int64_t slot) {
        index.faiss->reconstruct(slot, vector.data());
        const float distance = index.faiss->metric_type == faiss::METRIC_L2
            ? faiss::fvec_L2sqr(query, vector.data(), dimension)
            : faiss::fvec_inner_product(query, vector.data(), dimension);
        if (Order::cmp(distances[0], distance)) {
            faiss::heap_replace_top<Order>(k, distances, slots, distance, slot);
        }
    });
    faiss::heap_reorder<Order>(k, distances, slots);
}

void search_exactly(const azf_index& index, int64_t count, const float* queries, int64_t k, const SlotMask& mask, float* distances, int64_t* slots) {
    // An exception must not leave a parallel region: it would end the process.
    std::atomic<bool> failed{false};
#pragma omp parallel for if (count > 1)
    for (int64_t i = 0; i < count; i++) {
        const int status = azf::guarded([&] {
            const auto scan_in_order = index.faiss->metric_type == faiss::METRIC_L2
                ? scan<faiss::CMax<float, int64_t>>
                : scan<faiss::CMin<float, int64_t>>;
            scan_in_order(index, queries + i * index.faiss->d, k, mask, distances + i * k, slots + i * k);
        });
        if (status != 0) {
            failed = true;
        }
    }
    azf::require(!failed, "the exact search failed, most likely for want of memory");
}

// HNSW finds the neighbours of a filtered query by looking wider: 1.7.3 walks with a beam of max(efSearch, k), so the wider k is the wider
// beam, and what is not allowed falls out afterwards.
void search_wider(const azf_index& index, int64_t count, const float* queries, int64_t k, const SlotMask& mask, float* distances, int64_t* slots) {
    const auto total = index.faiss->ntotal;
    const auto wanted = std::max<int64_t>(k, index.hnsw->hnsw.efSearch);
    const auto wide = std::min<int64_t>(total, wanted * total / std::max<int64_t>(mask.allowed(), 1) + 1);
    const float worst = index.faiss->metric_type == faiss::METRIC_L2 ? std::numeric_limits<float>::max() : std::numeric_limits<float>::lowest();
    const auto batch = std::min<int64_t>(count, std::max<int64_t>(1, largest_scratch / wide));
    std::vector<float> found_distances(batch * wide);
    std::vector<int64_t> found(batch * wide);
    for (int64_t i = 0; i < count; i++) {
        if (i % batch == 0) {
            index.faiss->search(std::min(batch, count - i), queries + i * index.faiss->d, wide, found_distances.data(), found.data());
        }
        int64_t kept = i * k;
        const int64_t first = i % batch * wide;
        for (int64_t j = first; j < first + wide && kept < (i + 1) * k; j++) {
            if (mask.is_member(found[j])) {
                distances[kept] = found_distances[j];
                slots[kept++] = found[j];
            }
        }
        std::fill(distances + kept, distances + (i + 1) * k, worst);
        std::fill(slots + kept, slots + (i + 1) * k, -1);
    }
}

void search_within(const azf_index& index, int64_t count, const float* queries, int64_t k, SlotMask& mask, float* distances, int64_t* slots) {
    if (index.hnsw != nullptr) {
        search_wider(index, count, queries, k, mask, distances, slots);
    } else if (index.ivf != nullptr) {
        faiss::SearchParametersIVF parameters;
        parameters.nprobe = index.ivf->nprobe;
        parameters.sel = &mask;
        index.faiss->search(count, queries, k, distances, slots, &parameters);
    } else {
        search_exactly(index, count, queries, k, mask, distances, slots);
    }
}

}  // namespace

int azf_search(azf_index* index, int64_t count, const float* queries, int64_t k, const uint64_t* allowed, int64_t slot_count, int exact, float* distances, int64_t* slots) {
    return azf::guarded([&] {
        azf::require(count >= 0 && k > 0, "the count must not be negative and k must be positive");
        azf::require(exact == 0 || allowed != nullptr, "an exact search needs the slots to compare with");
        azf::use_threads_for(count);
        if (allowed == nullptr) {
            index->faiss->search(count, queries, k, distances, slots);
            return;
        }
        SlotMask mask(allowed, slot_count);
        if (exact != 0) {
            search_exactly(*index, count, queries, k, mask, distances, slots);
        } else {
            search_within(*index, count, queries, k, mask, distances, slots);
        }
    });
}
