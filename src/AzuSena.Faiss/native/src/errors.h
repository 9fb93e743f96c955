#pragma once

#include <exception>
#include <stdexcept>
#include <string>

namespace azf {

void remember(const char* text) noexcept;

// Runs the body of an entry point: 0, or 1 with the text of what it threw remembered.
template <typename Body>
int guarded(Body&& body) noexcept {
    try {
        body();
        return 0;
    } catch (const std::exception& error) {
        remember(error.what());
    } catch (...) {
        remember("an exception that says nothing");
    }
    return 1;
}

inline void require(bool condition, const char* otherwise) {
    if (!condition) {
        throw std::invalid_argument(otherwise);
    }
}

}  // namespace azf
