// What the core reports while it works; a face plugs these in. The core itself never prints.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string_view>

namespace entente {

enum class LogLevel { info, warning, error };

struct Hooks {
  std::function<void(LogLevel, std::string_view)> log = [](LogLevel, std::string_view) {};
  std::function<void(size_t done, size_t total)> progress = [](size_t, size_t) {};
  const std::atomic<bool>* cancelled = nullptr;

  [[nodiscard]] bool stop() const { return cancelled != nullptr && cancelled->load(std::memory_order_relaxed); }
};

}  // namespace entente
