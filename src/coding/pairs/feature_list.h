// The features of one example: hashed names with values, and the names themselves where somebody wants to read them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// FNV-1a (Fowler, Noll, Vo), 64 bits.
constexpr uint64_t feature_hash(std::string_view bytes) {
  uint64_t hash = 0xCBF29CE484222325ull;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return hash;
}

/// A word that many features name, with its hash worked out once.
class FeatureWord {
 public:
  explicit FeatureWord(std::string text) : text_(std::move(text)), hash_(feature_hash(text_)) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] uint64_t hash() const { return hash_; }

 private:
  std::string text_;
  uint64_t hash_;
};

class FeatureList {
 public:
  struct Feature {
    uint32_t key;
    float value;
  };

  /// `named`: keep the names too, for training and for people.
  explicit FeatureList(bool named = false) : named_(named) {}

  /// Adds the feature whose name is the parts joined by '|', each a string or a FeatureWord. Adding it again changes
  /// nothing but the larger value wins.
  template <class... Parts>
  void add(float value, std::string_view group, const Parts&... parts) {
    uint64_t hash = feature_hash(group);
    ((hash = joined(hash, hash_of(parts))), ...);
    features_.push_back({static_cast<uint32_t>(hash ^ (hash >> 32)), value});
    if (!named_) return;
    std::string name(group);
    ((name += '|', name += text_of(parts)), ...);
    names_.push_back(std::move(name));
  }

  /// Keeps of each key the largest value, in the order in which the keys first came. Names, if kept, go along.
  void close();

  [[nodiscard]] const std::vector<Feature>& features() const { return features_; }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  static uint64_t hash_of(std::string_view text) { return feature_hash(text); }
  static uint64_t hash_of(const FeatureWord& word) { return word.hash(); }
  static std::string_view text_of(std::string_view text) { return text; }
  static std::string_view text_of(const FeatureWord& word) { return word.text(); }
  static uint64_t joined(uint64_t hash, uint64_t part) {
    hash = (hash ^ part) * 0xBF58476D1CE4E5B9ull;
    return hash ^ (hash >> 29);
  }

  bool named_;
  std::vector<Feature> features_;
  std::vector<std::string> names_;
};

}  // namespace entente
