// Numbers for words in the order in which they come: an import's own lists. Internal to the ledger.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/stream_hash.h"
#include "domain/event.h"

namespace entente::ledger_detail {

struct WordHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return hash64(text); }
  size_t operator()(const EventPlace& place) const {
    const double where[2] = {place.latitude, place.longitude};
    return hash64({reinterpret_cast<const char*>(where), sizeof where}, hash64(place.name));
  }
  size_t operator()(const EventKind& kind) const {
    return hash64(kind.code, std::hash<double>{}(kind.intensity)) + static_cast<size_t>(kind.domain);
  }
};

template <class Word>
class WordNumbers {
 public:
  template <class Key>
  uint32_t number(const Key& key) {
    const auto found = numbers_.find(key);
    if (found != numbers_.end()) return found->second;
    const auto next = static_cast<uint32_t>(words_.size());
    words_.push_back(&numbers_.emplace(Word(key), next).first->first);
    return next;
  }
  [[nodiscard]] const Word& operator[](size_t number) const { return *words_[number]; }
  [[nodiscard]] size_t size() const { return words_.size(); }

  /// The words that are used, sorted, and each number's place among them.
  std::vector<Word> sorted(const std::vector<char>& used, std::vector<uint32_t>& places) const {
    std::vector<uint32_t> order;
    for (uint32_t i = 0; i < words_.size(); ++i) {
      if (used[i] != 0) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return *words_[a] < *words_[b]; });
    places.assign(words_.size(), 0);
    std::vector<Word> out;
    out.reserve(order.size());
    for (const uint32_t number : order) {
      places[number] = static_cast<uint32_t>(out.size());
      out.push_back(*words_[number]);
    }
    return out;
  }

 private:
  std::unordered_map<Word, uint32_t, WordHash, std::equal_to<>> numbers_;  // its keys stay where they are
  std::vector<const Word*> words_;
};

}  // namespace entente::ledger_detail
