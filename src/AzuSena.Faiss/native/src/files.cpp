#include <faiss/impl/io.h>
#include <faiss/index_io.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "index.h"

namespace {

// A stream of its own over the caller's file, which stays open when this one closes.
class Stream {
  public:
    Stream(int file, int64_t offset, const char* mode) {
        const int copy = dup(file);
        stream_ = copy < 0 ? nullptr : fdopen(copy, mode);
        if (stream_ == nullptr) {
            const int cause = errno;
            if (copy >= 0) {
                close(copy);
            }
            throw std::runtime_error(std::strerror(cause));
        }
        if (fseeko(stream_, offset, SEEK_SET) != 0) {
            const int cause = errno;
            fclose(stream_);
            throw std::runtime_error(std::strerror(cause));
        }
    }

    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    ~Stream() { fclose(stream_); }

    FILE* get() const { return stream_; }

    int64_t position() const { return ftello(stream_); }

    void flush() const {
        if (fflush(stream_) != 0) {
            throw std::runtime_error(std::strerror(errno));
        }
    }

  private:
    FILE* stream_;
};

}  // namespace

int azf_write(azf_index* index, intptr_t file, int64_t offset, int64_t* written) {
    return azf::guarded([&] {
        const Stream stream(static_cast<int>(file), offset, "wb");
        faiss::FileIOWriter writer(stream.get());
        faiss::write_index(index->faiss.get(), &writer);
        stream.flush();
        *written = stream.position() - offset;
    });
}

int azf_read(intptr_t file, int64_t offset, int dimension, int metric, int64_t vector_count, azf_index** made) {
    return azf::guarded([&] {
        const Stream stream(static_cast<int>(file), offset, "rb");
        faiss::FileIOReader reader(stream.get());
        auto index = std::make_unique<azf_index>(std::unique_ptr<faiss::Index>(faiss::read_index(&reader)));
        const bool inner_product = index->faiss->metric_type == faiss::METRIC_INNER_PRODUCT;
        azf::require(index->faiss->d == dimension, "FAISS's part of the file has another dimension");
        azf::require(inner_product == (metric == AZF_INNER_PRODUCT), "FAISS's part of the file has another metric");
        azf::require(index->faiss->ntotal == vector_count, "FAISS's part of the file has another number of vectors");
        *made = index.release();
    });
}
