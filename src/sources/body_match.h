// How much of a text stands in another: to check blocks of a page against the text that its metadata give.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace entente {

class BodyMatch {
 public:
  explicit BodyMatch(std::string_view body);

  /// False if the body is too short to say anything.
  [[nodiscard]] bool usable() const { return runs_.size() >= 40; }
  /// The share of the text's runs of four words that stand in the body; 0 for texts of less than four words.
  [[nodiscard]] double share(std::string_view text) const;
  /// How many runs of four words the body has.
  [[nodiscard]] size_t size() const { return runs_.size(); }

 private:
  std::unordered_set<uint64_t> runs_;
};

}  // namespace entente
