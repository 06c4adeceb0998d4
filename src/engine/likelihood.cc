#include "engine/likelihood.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente {

namespace {

constexpr std::string_view kent = "Kent 1964";     // "Words of Estimative Probability", Studies in Intelligence 8(4)
constexpr std::string_view icd = "ICD 203, 2015";  // Intelligence Community Directive 203, Analytic Standards
constexpr std::string_view ipcc = "IPCC 2010";     // Mastrandrea et al., guidance note on uncertainties, table 1
constexpr std::string_view phia = "PHIA 2018";     // yardstick of the Professional Head of Intelligence Assessment

struct ScaleWord {
  std::string_view said;  // lower case
  ClaimType grade;        // of words that the source does not have, the first row of their grade stands for them
  LikelihoodRange range;
};

constexpr auto certain = ClaimType::near_certain;
constexpr auto very = ClaimType::highly_likely;
constexpr auto likely = ClaimType::likely;
constexpr auto not_likely = ClaimType::unlikely;
constexpr auto not_at_all = ClaimType::highly_unlikely;

constexpr std::array scale_words = {
    ScaleWord{"almost certain", certain, {kent, "almost certain", 0.87, 0.99}},
    ScaleWord{"probable", likely, {kent, "probable", 0.63, 0.87}},
    ScaleWord{"improbable", not_likely, {kent, "probably not", 0.20, 0.40}},
    ScaleWord{"highly improbable", not_at_all, {kent, "almost certainly not", 0.02, 0.12}},
    ScaleWord{"almost certain", certain, {icd, "almost certain", 0.95, 0.99}},
    ScaleWord{"very likely", very, {icd, "very likely", 0.80, 0.95}},
    ScaleWord{"likely", likely, {icd, "likely", 0.55, 0.80}},
    ScaleWord{"unlikely", not_likely, {icd, "unlikely", 0.20, 0.45}},
    ScaleWord{"highly improbable", not_at_all, {icd, "highly improbable", 0.05, 0.20}},
    ScaleWord{"very unlikely", not_at_all, {icd, "very unlikely", 0.05, 0.20}},
    ScaleWord{"remote", not_at_all, {icd, "remote", 0.01, 0.05}},
    ScaleWord{"almost certainly not", not_at_all, {icd, "almost no chance", 0.01, 0.05}},
    ScaleWord{"virtually certain", certain, {ipcc, "virtually certain", 0.99, 1}},
    ScaleWord{"very likely", very, {ipcc, "very likely", 0.90, 1}},
    ScaleWord{"likely", likely, {ipcc, "likely", 0.66, 1}},
    ScaleWord{"unlikely", not_likely, {ipcc, "unlikely", 0, 0.33}},
    ScaleWord{"very unlikely", not_at_all, {ipcc, "very unlikely", 0, 0.10}},
    ScaleWord{"almost certain", certain, {phia, "almost certain", 0.95, 1}},
    ScaleWord{"highly likely", very, {phia, "highly likely", 0.80, 0.90}},
    ScaleWord{"likely", likely, {phia, "likely", 0.55, 0.75}},
    ScaleWord{"unlikely", not_likely, {phia, "unlikely", 0.25, 0.35}},
    ScaleWord{"highly unlikely", not_at_all, {phia, "highly unlikely", 0.10, 0.20}},
    ScaleWord{"remote", not_at_all, {phia, "remote chance", 0, 0.05}},
};

}  // namespace

std::vector<LikelihoodRange> likelihood_ranges(std::string_view said, ClaimType grade) {
  std::vector<LikelihoodRange> out;
  for (const std::string_view source : {kent, icd, ipcc, phia}) {
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
