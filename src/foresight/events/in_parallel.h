// Work that is split by number: each number is done once, by itself, so the result never depends on the threads.
#pragma once

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <cstddef>

namespace entente {

/// Calls `work` with 0 to count - 1, on at most so many threads.
template <class Work>
void in_parallel(int threads, size_t count, const Work& work) {
  if (threads <= 1 || count <= 1) {
    for (size_t at = 0; at < count; ++at) work(at);
    return;
  }
  tbb::task_arena arena(threads);
  arena.execute([&] {
    tbb::parallel_for(tbb::blocked_range<size_t>(0, count), [&](const auto& range) {
      for (size_t at = range.begin(); at < range.end(); ++at) work(at);
    });
  });
}

}  // namespace entente
