// models/pairs.model: the weights that tell the type of a pair from its features.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "coding/pairs/feature_list.h"
#include "domain/vocabulary.h"

namespace entente {

/// What the model tells apart. CONCEDE and RETREAT are one class, as in the data it learns from; a further column of
/// weights tells which of the two it is.
inline constexpr int pair_class_count = 15;
inline constexpr int pair_column_count = pair_class_count + 1;
inline constexpr int yield_class = 5;    // concede and retreat
inline constexpr int yield_column = 15;  // over 0: retreat
extern const std::array<ClaimType, pair_class_count> pair_classes;

inline constexpr std::string_view pair_model_magic = "ENTPAIRS";
inline constexpr uint32_t pair_model_version = 2;

/// The file: this header, then `features` keys in rising order, then for each the weights of all columns.
struct PairModelHeader {
  char magic[8];
  uint32_t version;
  uint32_t features;
  char hash[32];  // content_hash of everything after it
  float scale;    // what a weight of 1 stands for
  float temperature;
  float bias[pair_column_count];
};

class PairModel {
 public:
  /// Errors: missing, io, version, damaged; each names the file.
  static Result<PairModel> load(const std::string& path);

  struct Scores {
    std::array<double, pair_class_count> probability{};
    double retreat = 0;  // over 0: a yielding is a retreat, else a concession
  };
  [[nodiscard]] Scores score(const std::vector<FeatureList::Feature>& features) const;

 private:
  static Result<PairModel> read(const std::string& path, const std::string& bytes);
  struct Slot {
    uint32_t key;
    uint32_t number;  // of the feature plus one, 0 for none
  };
  void fill_slots(const std::vector<uint32_t>& keys);
  [[nodiscard]] const int16_t* find(uint32_t key) const;

  PairModelHeader header_{};
  std::vector<int16_t> weights_;
  std::vector<Slot> slots_;  // open addressing by key
};

}  // namespace entente
