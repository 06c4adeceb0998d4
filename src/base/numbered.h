// Numbers for words in the order in which they come: a table of open addressing (Knuth 1998, "The art of computer
// programming" 3, 6.4) whose slots hold a number and a part of the hash, so that a look costs few fetches from memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// `Hash` gives 64 bits for a word and for whatever it is looked up by, the same for what compares equal.
template <class Word, class Hash>
class Numbered {
 public:
  static constexpr uint32_t none = ~uint32_t{0};

  /// The number of a word; `none` if it has not come.
  template <class Key>
  [[nodiscard]] uint32_t find(const Key& key) const {
    return slots_.empty() ? none : slots_[slot_of(key, Hash{}(key))].number;
  }
  /// The number of a word, which gets the next one if it is new.
  template <class Key>
  uint32_t number(const Key& key) {
    if (2 * (words_.size() + 1) > slots_.size()) grow();
    const uint64_t hash = Hash{}(key);
    Slot& slot = slots_[slot_of(key, hash)];
    if (slot.number == none) {
      slot = {tag_of(hash), static_cast<uint32_t>(words_.size())};
      words_.emplace_back(key);
    }
    return slot.number;
  }
  [[nodiscard]] const Word& operator[](size_t number) const { return words_[number]; }
  [[nodiscard]] size_t size() const { return words_.size(); }

 private:
  struct Slot {
    uint32_t tag = 0;
    uint32_t number = none;
  };
  static constexpr size_t least_slots = 64;

  static uint32_t tag_of(uint64_t hash) { return static_cast<uint32_t>(hash >> 32); }

  /// Where the word is, or would be.
  template <class Key>
  [[nodiscard]] size_t slot_of(const Key& key, uint64_t hash) const {
    const size_t mask = slots_.size() - 1;
    size_t at = hash & mask;
    while (slots_[at].number != none && !(slots_[at].tag == tag_of(hash) && words_[slots_[at].number] == key)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void grow() {
    slots_.assign(slots_.empty() ? least_slots : 2 * slots_.size(), Slot{});
    const size_t mask = slots_.size() - 1;
    for (uint32_t number = 0; number < words_.size(); ++number) {
      const uint64_t hash = Hash{}(words_[number]);
      size_t at = hash & mask;
      while (slots_[at].number != none) at = (at + 1) & mask;
      slots_[at] = {tag_of(hash), number};
    }
  }

  std::vector<Word> words_;
  std::vector<Slot> slots_;  // a power of two, half of them free at least
};

}  // namespace entente
