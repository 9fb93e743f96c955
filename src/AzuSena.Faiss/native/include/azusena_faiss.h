// FAISS behind a C face for .NET.
//
// Vectors live in slots 0, 1, 2, …; which id of the caller's sits in which slot is the caller's affair. No exception leaves: each function
// returns 0, or 1 and keeps FAISS's own words for azf_last_error (one text a thread). Handles are not locked: many
// searches may run at once, anything else runs alone. Pointers are trusted; numbers are not.
#pragma once

#include <stdint.h>

#define AZF_API extern "C" __attribute__((visibility("default")))

// The number of this contract; the managed side refuses a library that speaks another.
#define AZF_VERSION 1

enum azf_metric { AZF_INNER_PRODUCT = 0, AZF_L2 = 1 };

struct azf_index;

AZF_API int azf_version(void);

// Copies the last error of this thread, cut to fit and ended by 0; returns its whole length.
AZF_API int azf_last_error(char* text, int capacity);

AZF_API int azf_create_flat(int dimension, int metric, azf_index** made);
AZF_API int azf_create_hnsw(int dimension, int metric, int links, int ef_construction, int ef_search, azf_index** made);

// Trained on vectors[count, dimension], empty when it returns.
AZF_API int azf_create_ivf(int dimension, int metric, int lists, int probes, const float* vectors, int64_t count, azf_index** made);

// HNSW over vectors of one byte a component, whose ranges are learnt from vectors[count, dimension].
AZF_API int azf_create_hnsw_sq8(int dimension, int metric, int links, int ef_construction, int ef_search, const float* vectors, int64_t count, azf_index** made);

AZF_API void azf_free(azf_index* index);

// vectors[count, dimension] go to slots[count]; all kinds but IVF want the slots to be the next free ones, in order.
AZF_API int azf_add(azf_index* index, int64_t count, const float* vectors, const int64_t* slots);

// Flat: the last vector moves into the slot. IVF: the slot becomes empty. HNSW: refused.
AZF_API int azf_remove(azf_index* index, int64_t slot);

AZF_API int azf_reconstruct(azf_index* index, int64_t slot, float* vector);

// The beam of HNSW or the probes of IVF; refused by flat.
AZF_API int azf_set_effort(azf_index* index, int effort);

// The k nearest of queries[count, dimension] into distances[count, k] and slots[count, k], best first, -1 where there are no more.
// allowed: one bit a slot in 64-bit words, or null for all of slot_count. exact: compare with each allowed slot in turn.
AZF_API int azf_search(azf_index* index, int64_t count, const float* queries, int64_t k, const uint64_t* allowed, int64_t slot_count, int exact, float* distances, int64_t* slots);

AZF_API int azf_memory(azf_index* index, int64_t* bytes);

// FAISS's own format, from this offset of an open file on; written says how many bytes were.
AZF_API int azf_write(azf_index* index, intptr_t file, int64_t offset, int64_t* written);
AZF_API int azf_read(intptr_t file, int64_t offset, int dimension, int metric, int64_t vector_count, azf_index** made);
