// The door for given pairs: one text with two marked parties to the type of what passes between them.
#include <algorithm>

#include "coding/coding.h"
#include "coding/pairs/pair_features.h"
#include "coding/pairs/pair_model.h"
#include "coding/text/mend.h"

namespace entente {

namespace {

/// Below this the answer would be a guess between nearly equal types.
constexpr double least_confidence = 0.1;

/// The quads as the data of pairs counts them: CONCEDE goes with RETREAT.
Quad pair_quad(ClaimType type) {
  return type == ClaimType::concede ? Quad::material_cooperation : quad_of(type);
}

Result<std::optional<Span>> place_of(std::string_view text, const std::optional<CharacterRange>& range,
                                     std::string_view party) {
  if (!range) return std::optional<Span>();
  const auto span = bytes_of(text, *range);
  if (!span) {
    return Error{ErrorCode::input, "\"" + std::string(party) + "\" [" + std::to_string(range->first) + ", " +
                                       std::to_string(range->second) + "] " + span.error().message};
  }
  return std::optional<Span>(*span);
}

}  // namespace

struct PairCoder::Parts {
  std::shared_ptr<const Reader> reader;
  Lexicon lexicon;
  PairModel model;
};

PairCoder::PairCoder(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
PairCoder::PairCoder(PairCoder&&) noexcept = default;
PairCoder& PairCoder::operator=(PairCoder&&) noexcept = default;
PairCoder::~PairCoder() = default;

Result<PairCoder> PairCoder::load(const std::string& lexicon_folder, const std::string& model_path,
                                  std::shared_ptr<const Reader> reader) {
  auto model = PairModel::load(model_path);
  if (!model) return model.error();
  auto lexicon = Lexicon::load(lexicon_folder);
  if (!lexicon) return lexicon.error();
  return PairCoder(std::make_unique<Parts>(Parts{std::move(reader), std::move(*lexicon), std::move(*model)}));
}

Result<PairAnswer> PairCoder::code(const MarkedPair& marked) const {
  const auto source = place_of(marked.text, marked.source, "source");
  if (!source) return source.error();
  const auto target = place_of(marked.text, marked.target, "target");
  if (!target) return target.error();
  PairSentence pair = shorten_to_pair(*parts_->reader, marked.text, *source, *target);
  PairAnswer answer;
  if (pair.sentence.tokens.empty()) return answer;
  FeatureList features;
  add_pair_features(*parts_->reader, parts_->lexicon, pair, features);
  const PairModel::Scores scores = parts_->model.score(features.features());
  const auto best = std::max_element(scores.probability.begin(), scores.probability.end());
  answer.confidence = *best;
  if (answer.confidence < least_confidence) return answer;
  const auto number = best - scores.probability.begin();
  answer.type = pair_classes[static_cast<size_t>(number)];
  if (number == yield_class && scores.retreat > 0) answer.type = ClaimType::retreat;
  answer.quad = pair_quad(*answer.type);
  return answer;
}

}  // namespace entente
