// The features of one example: hashed names with values, and the names themselves where somebody wants to read them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

class FeatureList {
 public:
  struct Feature {
    uint32_t key;
    float value;
  };

  /// `named`: keep the names too, for training and for people.
  explicit FeatureList(bool named = false) : named_(named) {}

  /// Adds the feature whose name is the parts joined by '|'. Adding it again changes nothing but the larger value wins.
  template <class... Parts>
  void add(float value, std::string_view group, const Parts&... parts) {
    uint64_t hash = start;
    mix(hash, group);
    ((mix(hash, "|"), mix(hash, std::string_view(parts))), ...);
    features_.push_back({finish(hash), value});
    if (!named_) return;
    std::string name(group);
    ((name += '|', name += std::string_view(parts)), ...);
    names_.push_back(std::move(name));
  }

  /// Sorts by key and keeps of each key the largest value. Names, if kept, go along.
  void close();

  [[nodiscard]] const std::vector<Feature>& features() const { return features_; }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  static constexpr uint64_t start = 0xCBF29CE484222325ull;
  static void mix(uint64_t& hash, std::string_view bytes) {  // FNV-1a
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  }
  static uint32_t finish(uint64_t hash) {
    hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9ull;
    return static_cast<uint32_t>(hash ^ (hash >> 32));
  }

  bool named_;
  std::vector<Feature> features_;
  std::vector<std::string> names_;
};

}  // namespace entente
