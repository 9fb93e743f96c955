#pragma once

#include <faiss/Index.h>
#include <faiss/IndexFlat.h>
#include <faiss/IndexHNSW.h>
#include <faiss/IndexIVF.h>

#include <memory>

#include "azusena_faiss.h"
#include "errors.h"

// A FAISS index and, where it is of that kind, the same object by its own type.
struct azf_index {
    explicit azf_index(std::unique_ptr<faiss::Index> made)
        : faiss(std::move(made)),
          flat(dynamic_cast<faiss::IndexFlat*>(faiss.get())),
          hnsw(dynamic_cast<faiss::IndexHNSW*>(faiss.get())),
          ivf(dynamic_cast<faiss::IndexIVF*>(faiss.get())) {}

    std::unique_ptr<faiss::Index> faiss;
    faiss::IndexFlat* flat;
    faiss::IndexHNSW* hnsw;
    faiss::IndexIVF* ivf;
};

namespace azf {

// A thread that asks for one query must not get a team of OpenMP threads of its own: .NET has many such threads.
void use_threads_for(int64_t queries);

}  // namespace azf
