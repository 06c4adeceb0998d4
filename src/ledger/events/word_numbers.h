// Numbers for words in the order in which they come: an import's own lists. Internal to the ledger.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/numbered.h"
#include "base/random.h"
#include "base/stream_hash.h"
#include "domain/event.h"

namespace entente::ledger_detail {

struct WordHash {
  uint64_t operator()(std::string_view text) const { return hash64(text); }
  uint64_t operator()(const EventPlace& place) const {
    return hash64(place.name,
                  counted_random(std::bit_cast<uint64_t>(place.latitude), std::bit_cast<uint64_t>(place.longitude)));
  }
  uint64_t operator()(const EventKind& kind) const {
    return hash64(kind.code,
                  counted_random(std::bit_cast<uint64_t>(kind.intensity), static_cast<uint64_t>(kind.domain)));
  }
};

template <class Word>
class WordNumbers {
 public:
  template <class Key>
  uint32_t number(const Key& key) {
    return words_.number(key);
  }
  [[nodiscard]] const Word& operator[](size_t number) const { return words_[number]; }
  [[nodiscard]] size_t size() const { return words_.size(); }

  /// The words that are used, sorted, and each number's place among them.
  std::vector<Word> sorted(const std::vector<char>& used, std::vector<uint32_t>& places) const {
    std::vector<uint32_t> order;
    for (uint32_t i = 0; i < words_.size(); ++i) {
      if (used[i] != 0) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return words_[a] < words_[b]; });
    places.assign(words_.size(), 0);
    std::vector<Word> out;
    out.reserve(order.size());
    for (const uint32_t number : order) {
      places[number] = static_cast<uint32_t>(out.size());
      out.push_back(words_[number]);
    }
    return out;
  }

 private:
  Numbered<Word, WordHash> words_;
};

}  // namespace entente::ledger_detail
