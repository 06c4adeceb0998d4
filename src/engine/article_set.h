// Which articles were seen in this run: two numbers each, for runs over millions. Internal to the engine.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <unordered_set>
#include <utility>

#include "base/ids.h"

namespace entente {

class ArticleSet {
 public:
  /// False if it was there.
  bool insert(const ArticleId& id) { return seen_.insert(key(id)).second; }

 private:
  using Key = std::pair<uint64_t, uint64_t>;
  struct Hash {
    size_t operator()(const Key& key) const { return key.first; }  // it is a hash already
  };

  /// An id is 32 hexadecimal digits.
  static Key key(const ArticleId& id) {
    const std::string& digits = id.str();
    const auto half = [&](size_t from) { return std::strtoull(digits.substr(from, 16).c_str(), nullptr, 16); };
    return digits.size() == 32 ? Key{half(0), half(16)} : Key{std::hash<std::string>{}(digits), digits.size()};
  }

  std::unordered_set<Key, Hash> seen_;
};

}  // namespace entente
