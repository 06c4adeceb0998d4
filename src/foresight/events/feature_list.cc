#include "foresight/events/feature_list.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace entente {

const std::vector<FeatureInfo>& feature_list() {
  using enum Family;
  static const std::vector<FeatureInfo> list = {
      {"triple: age", triple},
      {"triple: count", triple},
      {"triple: fast", triple},
      {"triple: mid", triple},
      {"triple: slow", triple},
      {"triple: share fast", triple},
      {"triple: share mid", triple},
      {"triple: share slow", triple},
      {"triple: share", triple},
      {"triple: age by its usual gap", triple},
      {"pair: age", pair},
      {"pair: count", pair},
      {"pair: fast", pair},
      {"pair: mid", pair},
      {"pair: slow", pair},
      {"pair: share fast", pair},
      {"pair: share mid", pair},
      {"pair: share slow", pair},
      {"pair: share of the other's", pair},
      {"pair: relations", pair},
      {"pair: age by its usual gap", pair},
      {"inverse: age", pair},
      {"inverse: mid", pair},
      {"inverse: slow", pair},
      {"rules: best", rules},
      {"rules: second", rules},
      {"rules: third", rules},
      {"rules: any", rules},
      {"rules: mean", rules},
      {"object: age", objects},
      {"object: count", objects},
      {"object: fast", objects},
      {"object: mid", objects},
      {"object: slow", objects},
      {"object: share fast", objects},
      {"object: share mid", objects},
      {"object: share slow", objects},
      {"object: share", objects},
      {"object: part of its doings", objects},
      {"activity: age", activity},
      {"activity: count", activity},
      {"activity: fast", activity},
      {"activity: mid", activity},
      {"activity: slow", activity},
      {"activity: burst", activity},
      {"activity: novelty", activity},
      {"same country", groups},
      {"country unknown", groups},
      {"s -> country", groups},
      {"s, r -> country", groups},
      {"country, r -> country", groups},
      {"country, r -> o", groups},
      {"sector, r -> o", groups},
      {"same sector", groups},
      {"sector, r -> sector", groups},
      {"r -> sector", groups},
      {"s -> sector", groups},
      {"two steps, fast", walks},
      {"two steps, slow", walks},
      {"by friends' r", walks},
      {"by likes of r", walks},
      {"subject: fast", context},
      {"subject: slow", context},
      {"subject: neighbours", context},
      {"subject, r: fast", context},
      {"subject, r: slow", context},
      {"subject, r: count", context},
      {"r: repeats", context},
      {"r: pair repeats", context},
      {"subject: partner repeats", context},
      {"r: slow", context},
  };
  return list;
}

std::string_view name_of(Family family) {
  static constexpr std::array<std::string_view, static_cast<size_t>(Family::count)> names = {
      "triple", "pair", "rules", "objects", "activity", "groups", "walks", "context"};
  return names[static_cast<size_t>(family)];
}

Result<uint32_t> families_without(const std::vector<std::string>& names) {
  uint32_t families = all_families;
  for (const std::string& name : names) {
    uint32_t bit = 0;
    std::vector<std::string> known;
    for (uint32_t family = 0; family < static_cast<uint32_t>(Family::count); ++family) {
      known.emplace_back(name_of(static_cast<Family>(family)));
      if (known.back() == name) bit = 1U << family;
    }
    if (bit == 0) {
      return Error{ErrorCode::usage, "'" + name + "' is no family of features; there are " + join(known, ", ")};
    }
    families &= ~bit;
  }
  return families;
}

size_t feature_index(std::string_view name) {
  const std::vector<FeatureInfo>& list = feature_list();
  return static_cast<size_t>(
      std::find_if(list.begin(), list.end(), [&](const FeatureInfo& f) { return f.name == name; }) - list.begin());
}

}  // namespace entente
