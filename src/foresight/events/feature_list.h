// The features of a possible answer by name, in families that can be left out. Internal to foresight.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

/// Features that tell of the same thing; what each adds is measured by leaving it out.
enum class Family : uint32_t { triple, pair, rules, objects, activity, groups, walks, context, count };

/// One bit a family.
inline constexpr uint32_t all_families = (1U << static_cast<uint32_t>(Family::count)) - 1;
/// All but those that are named. Errors: usage.
Result<uint32_t> families_without(const std::vector<std::string>& names);

struct FeatureInfo {
  std::string_view name;
  Family family;
};

/// All features in the order in which they are computed.
const std::vector<FeatureInfo>& feature_list();
/// The place of a feature by its name.
size_t feature_index(std::string_view name);
/// A family by its name.
std::string_view name_of(Family family);

}  // namespace entente
