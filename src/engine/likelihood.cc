#include "engine/likelihood.h"

#include <array>

#include "base/text.h"
#include "engine/brief_words.h"

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

struct LikelihoodWord {
  ClaimType type;
  std::string_view word;
};

/// Words of likelihood as they stand in text; of those in a sentence the longest counts, then the first.
constexpr std::array likelihood_words = {
    LikelihoodWord{ClaimType::near_certain, "almost certainly"},
    LikelihoodWord{ClaimType::near_certain, "inevitably"},
    LikelihoodWord{ClaimType::near_certain, "inevitable"},
    LikelihoodWord{ClaimType::near_certain, "undoubtedly"},
    LikelihoodWord{ClaimType::near_certain, "certainly"},
    LikelihoodWord{ClaimType::near_certain, "certain to"},
    LikelihoodWord{ClaimType::near_certain, "bound to"},
    LikelihoodWord{ClaimType::near_certain, "sure to"},
    LikelihoodWord{ClaimType::near_certain, "poised to"},
    LikelihoodWord{ClaimType::near_certain, "will"},
    LikelihoodWord{ClaimType::highly_likely, "highly likely"},
    LikelihoodWord{ClaimType::highly_likely, "very likely"},
    LikelihoodWord{ClaimType::highly_likely, "most likely"},
    LikelihoodWord{ClaimType::highly_likely, "highly probable"},
    LikelihoodWord{ClaimType::highly_likely, "poised to"},
    LikelihoodWord{ClaimType::highly_likely, "set to"},
    LikelihoodWord{ClaimType::likely, "likely"},
    LikelihoodWord{ClaimType::likely, "probably"},
    LikelihoodWord{ClaimType::likely, "probable"},
    LikelihoodWord{ClaimType::likely, "expected to"},
    LikelihoodWord{ClaimType::possible, "possibly"},
    LikelihoodWord{ClaimType::possible, "possible"},
    LikelihoodWord{ClaimType::possible, "perhaps"},
    LikelihoodWord{ClaimType::possible, "potentially"},
    LikelihoodWord{ClaimType::possible, "might"},
    LikelihoodWord{ClaimType::possible, "could"},
    LikelihoodWord{ClaimType::possible, "may"},
    LikelihoodWord{ClaimType::unlikely, "unlikely"},
    LikelihoodWord{ClaimType::unlikely, "improbable"},
    LikelihoodWord{ClaimType::unlikely, "doubtful"},
    LikelihoodWord{ClaimType::unlikely, "not likely"},
    LikelihoodWord{ClaimType::highly_unlikely, "highly improbable"},
    LikelihoodWord{ClaimType::highly_unlikely, "highly unlikely"},
    LikelihoodWord{ClaimType::highly_unlikely, "very unlikely"},
    LikelihoodWord{ClaimType::highly_unlikely, "almost certainly not"},
};

bool stands_in(const std::string& sentence, std::string_view word) {
  for (size_t at = sentence.find(word); at != std::string::npos; at = sentence.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool begins = at == 0 || !is_ascii_alpha(sentence[at - 1]);
    if (begins && (end == sentence.size() || !is_ascii_alpha(sentence[end]))) return true;
  }
  return false;
}

}  // namespace

const std::vector<std::string_view>& likelihood_scales() {
  static const std::vector<std::string_view> scales = {kent_1964, icd_203, ipcc_2010, phia_2018};
  return scales;
}

std::string word_of_likelihood(std::string_view sentence, ClaimType grade) {
  const std::string lower = to_lower(sentence);
  std::string_view best;
  for (const LikelihoodWord& entry : likelihood_words) {
    const bool better = entry.type == grade && entry.word.size() > best.size();
    if (better && stands_in(lower, entry.word)) best = entry.word;
  }
  return best.empty() ? good_name(std::string(name_of(grade))) : std::string(best);
}

std::vector<LikelihoodRange> likelihood_ranges(std::string_view said, ClaimType grade) {
  std::vector<LikelihoodRange> out;
  for (const std::string_view source : likelihood_scales()) {
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
