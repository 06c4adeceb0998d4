// What the core reports while it works; a face plugs these in. The core itself never prints.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace entente {

enum class LogLevel { info, warning, error };

/// How far a long work is.
struct Progress {
  std::string_view stage = {};  // of work that is not on articles: what is being done
  size_t articles = 0;
  size_t sentences = 0;   // of those that were read and not known before
  uint64_t bytes = 0;     // of the input that are done; of a stage, its parts
  uint64_t of_bytes = 0;  // 0: not known
};

struct Hooks {
  std::function<void(LogLevel, std::string_view)> log = [](LogLevel, std::string_view) {};
  std::function<void(const Progress&)> progress = [](const Progress&) {};
  const std::atomic<bool>* cancelled = nullptr;

  [[nodiscard]] bool stop() const { return cancelled != nullptr && cancelled->load(std::memory_order_relaxed); }
};

}  // namespace entente
