// The two distances that FAISS spends its time in, with the widest instructions of the processor at hand. Debian builds FAISS for the oldest
// processor of its kind, where they add one product after the other. The linker puts these in the place of FAISS's (--wrap, CMakeLists.txt).
#include <cstddef>

#if defined(__x86_64__)
#define AZF_WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define AZF_WIDEST
#endif
#define AZF_INLINE __attribute__((always_inline))

namespace {

// Sums that do not wait for one another: some registers of every width.
constexpr size_t lanes = 64;

template <typename Term>
AZF_INLINE inline float sum_of(size_t dimension, Term term) {
    float sums[lanes] = {};
    size_t i = 0;
    for (; i + lanes <= dimension; i += lanes) {
        for (size_t lane = 0; lane < lanes; lane++) {
            sums[lane] += term(i + lane);
        }
    }
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (size_t lane = 0; lane < lanes; lane++) {
        sum += sums[lane];
    }
    for (; i < dimension; i++) {
        sum += term(i);
    }
    return sum;
}

}  // namespace

extern "C" {

// faiss::fvec_inner_product(const float*, const float*, size_t)
AZF_WIDEST float __wrap__ZN5faiss18fvec_inner_productEPKfS1_m(const float* x, const float* y, size_t dimension) {
    return sum_of(dimension, [x, y](size_t i) AZF_INLINE { return x[i] * y[i]; });
}

// faiss::fvec_L2sqr(const float*, const float*, size_t)
AZF_WIDEST float __wrap__ZN5faiss10fvec_L2sqrEPKfS1_m(const float* x, const float* y, size_t dimension) {
    return sum_of(dimension, [x, y](size_t i) AZF_INLINE { return (x[i] - y[i]) * (x[i] - y[i]); });
}

}  // extern "C"
