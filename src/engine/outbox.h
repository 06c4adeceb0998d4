// A queue to one thread that takes things in order, so that who makes them need not wait. Internal to the engine.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace entente {

template <class Item>
class Outbox {
 public:
  using Take = std::function<bool(Item)>;

  /// `take` runs in a thread of its own until it says false. What waits for it weighs `most` at most, but for one item.
  Outbox(size_t most, Take take) : most_(most), take_(std::move(take)), thread_([this] { run(); }) {}
  Outbox(const Outbox&) = delete;
  Outbox& operator=(const Outbox&) = delete;
  ~Outbox() { close(); }

  /// Waits while the queue is full. False once `take` has said so.
  bool push(Item item, size_t weight) {
    std::unique_lock lock(use_);
    changed_.wait(lock, [&] { return ended_ || weight_ == 0 || weight_ + weight <= most_; });
    if (ended_) return false;
    weight_ += weight;
    items_.emplace_back(std::move(item), weight);
    changed_.notify_all();
    return true;
  }

  /// Waits until everything is taken.
  void close() {
    {
      const std::lock_guard lock(use_);
      closed_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
  }

 private:
  void run() {
    for (std::unique_lock lock(use_);;) {
      changed_.wait(lock, [&] { return closed_ || !items_.empty(); });
      if (items_.empty()) return;
      auto [item, weight] = std::move(items_.front());
      items_.pop_front();
      lock.unlock();
      const bool go_on = take_(std::move(item));
      lock.lock();
      weight_ -= weight;
      changed_.notify_all();
      if (go_on) continue;
      ended_ = true;
      return;
    }
  }

  const size_t most_;
  Take take_;
  std::mutex use_;
  std::condition_variable changed_;
  std::deque<std::pair<Item, size_t>> items_;
  size_t weight_ = 0;
  bool closed_ = false;
  bool ended_ = false;
  std::thread thread_;  // last, so that it starts when the rest is there
};

}  // namespace entente
