// Work in parallel, results in order: the output is the same for any number of threads. Internal to the engine.
#pragma once

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace entente {

/// Takes items from `next` until there are no more, works on several at once, and hands the results to `sink` in the
/// order of the items until it says false. `next` and `sink` run one at a time each, but beside each other.
template <class Item, class Done>
void run_ordered(int threads, const std::function<std::optional<Item>()>& next, const std::function<Done(Item)>& work,
                 const std::function<bool(Done)>& sink) {
  if (threads == 1) {
    for (std::optional<Item> item = next(); item && sink(work(std::move(*item))); item = next()) {
    }
    return;
  }
  std::atomic<bool> stopped = false;
  using ItemPtr = std::shared_ptr<Item>;
  using DonePtr = std::shared_ptr<Done>;
  const auto take = [&](tbb::flow_control& flow) -> ItemPtr {
    std::optional<Item> item;
    if (!stopped) item = next();
    if (item) return std::make_shared<Item>(std::move(*item));
    flow.stop();
    return nullptr;
  };
  const auto process = [&](const ItemPtr& item) {
    return stopped ? DonePtr() : std::make_shared<Done>(work(std::move(*item)));
  };
  const auto give = [&](const DonePtr& done) {
    if (done && !stopped && !sink(std::move(*done))) stopped = true;
  };
  // More threads than cores, where somebody asks for them.
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<size_t>(threads));
  tbb::task_arena arena(threads);
  arena.execute([&] {
    // A few items ahead of the workers: enough to keep them busy, few enough to keep memory flat.
    tbb::parallel_pipeline(static_cast<size_t>(threads) * 4,
                           tbb::make_filter<void, ItemPtr>(tbb::filter_mode::serial_in_order, take) &
                               tbb::make_filter<ItemPtr, DonePtr>(tbb::filter_mode::parallel, process) &
                               tbb::make_filter<DonePtr, void>(tbb::filter_mode::serial_in_order, give));
  });
}

}  // namespace entente
