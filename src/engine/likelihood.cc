#include "engine/likelihood.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente {

namespace {

constexpr std::string_view kent_1964 = "Kent 1964";  // "Words of Estimative Probability", Studies in Intelligence 8(4)
constexpr std::string_view icd_203 = "ICD 203, 2015";  // Intelligence Community Directive 203, Analytic Standards
constexpr std::string_view ipcc_2010 = "IPCC 2010";    // Mastrandrea et al., guidance note on uncertainties, table 1
constexpr std::string_view phia_2018 = "PHIA 2018";    // yardstick of the Professional Head of Intelligence Assessment

struct ScaleWord {
  std::string_view said;  // lower case
  ClaimType grade;        // of words that the source does not have, the first row of their grade stands for them
  LikelihoodRange range;
};

constexpr auto is_certain = ClaimType::near_certain;
constexpr auto is_very_likely = ClaimType::highly_likely;
constexpr auto is_likely = ClaimType::likely;
constexpr auto is_unlikely = ClaimType::unlikely;
constexpr auto is_very_unlikely = ClaimType::highly_unlikely;

constexpr std::array scale_words = {
    ScaleWord{"almost certain", is_certain, {kent_1964, "almost certain", 0.87, 0.99}},
    ScaleWord{"probable", is_likely, {kent_1964, "probable", 0.63, 0.87}},
    ScaleWord{"improbable", is_unlikely, {kent_1964, "probably not", 0.20, 0.40}},
    ScaleWord{"highly improbable", is_very_unlikely, {kent_1964, "almost certainly not", 0.02, 0.12}},
    ScaleWord{"almost certain", is_certain, {icd_203, "almost certain", 0.95, 0.99}},
    ScaleWord{"very likely", is_very_likely, {icd_203, "very likely", 0.80, 0.95}},
    ScaleWord{"likely", is_likely, {icd_203, "likely", 0.55, 0.80}},
    ScaleWord{"unlikely", is_unlikely, {icd_203, "unlikely", 0.20, 0.45}},
    ScaleWord{"highly improbable", is_very_unlikely, {icd_203, "highly improbable", 0.05, 0.20}},
    ScaleWord{"very unlikely", is_very_unlikely, {icd_203, "very unlikely", 0.05, 0.20}},
    ScaleWord{"remote", is_very_unlikely, {icd_203, "remote", 0.01, 0.05}},
    ScaleWord{"almost certainly not", is_very_unlikely, {icd_203, "almost no chance", 0.01, 0.05}},
    ScaleWord{"virtually certain", is_certain, {ipcc_2010, "virtually certain", 0.99, 1}},
    ScaleWord{"very likely", is_very_likely, {ipcc_2010, "very likely", 0.90, 1}},
    ScaleWord{"likely", is_likely, {ipcc_2010, "likely", 0.66, 1}},
    ScaleWord{"unlikely", is_unlikely, {ipcc_2010, "unlikely", 0, 0.33}},
    ScaleWord{"very unlikely", is_very_unlikely, {ipcc_2010, "very unlikely", 0, 0.10}},
    ScaleWord{"almost certain", is_certain, {phia_2018, "almost certain", 0.95, 1}},
    ScaleWord{"highly likely", is_very_likely, {phia_2018, "highly likely", 0.80, 0.90}},
    ScaleWord{"likely", is_likely, {phia_2018, "likely", 0.55, 0.75}},
    ScaleWord{"unlikely", is_unlikely, {phia_2018, "unlikely", 0.25, 0.35}},
    ScaleWord{"highly unlikely", is_very_unlikely, {phia_2018, "highly unlikely", 0.10, 0.20}},
    ScaleWord{"remote", is_very_unlikely, {phia_2018, "remote chance", 0, 0.05}},
};

}  // namespace

std::vector<LikelihoodRange> likelihood_ranges(std::string_view said, ClaimType grade) {
  std::vector<LikelihoodRange> out;
  for (const std::string_view source : {kent_1964, icd_203, ipcc_2010, phia_2018}) {
    const ScaleWord* found = nullptr;
    for (const ScaleWord& word : scale_words) {
      if (word.range.source != source || word.grade != grade) continue;
      if (found == nullptr || (word.said == said && found->said != said)) found = &word;
    }
    if (found != nullptr) out.push_back(found->range);
  }
  return out;
}

std::string beside_ranges(const std::vector<LikelihoodRange>& ranges, double probability) {
  if (ranges.empty()) return "";
  size_t inside = 0, above = 0, below = 0;
  for (const LikelihoodRange& range : ranges) {
    const bool over = probability > range.high, under = probability < range.low;
    ++(over ? above : under ? below : inside);
  }
  if (inside == ranges.size()) return "within";
  if (above == ranges.size()) return "above";
  if (below == ranges.size()) return "below";
  return "in some of them";
}

}  // namespace entente
