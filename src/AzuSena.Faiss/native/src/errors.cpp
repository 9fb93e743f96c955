#include "errors.h"

#include <algorithm>
#include <cstring>

#include "azusena_faiss.h"

namespace {
// Fixed, so that even "out of memory" can be remembered.
thread_local char last_error[2048];
}  // namespace

void azf::remember(const char* text) noexcept {
    std::strncpy(last_error, text, sizeof last_error - 1);
}

int azf_version(void) {
    return AZF_VERSION;
}

int azf_last_error(char* text, int capacity) {
    const int length = static_cast<int>(std::strlen(last_error));
    if (text != nullptr && capacity > 0) {
        const int copied = std::min(length, capacity - 1);
        std::memcpy(text, last_error, copied);
        text[copied] = '\0';
    }
    return length;
}
