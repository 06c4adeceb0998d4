// Nothing of the file is trusted before its hash is right.
#include "coding/pairs/pair_model.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>

#include "base/hash.h"

namespace entente {

const std::array<ClaimType, pair_class_count> pair_classes = {
    ClaimType::agree,   ClaimType::consult,  ClaimType::support_act, ClaimType::cooperate, ClaimType::aid,
    ClaimType::concede, ClaimType::request,  ClaimType::accuse,      ClaimType::reject,    ClaimType::threaten,
    ClaimType::protest, ClaimType::mobilize, ClaimType::sanction,    ClaimType::coerce,    ClaimType::assault};

namespace {

Error damaged(const std::string& path, std::string_view what) {
  return {ErrorCode::damaged, path + ": the model of pairs is damaged (" + std::string(what) +
                                  "); restore models/pairs.model or train it again"};
}

}  // namespace

Result<PairModel> PairModel::load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return Error{ErrorCode::missing, path + ": cannot open the model of pairs (" + std::strerror(errno) +
                                         "); check the path of the models"};
  }
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) return Error{ErrorCode::io, path + ": cannot read the model of pairs; check the file"};
  return read(path, bytes);
}

Result<PairModel> PairModel::read(const std::string& path, const std::string& bytes) {
  PairModel model;
  PairModelHeader& header = model.header_;
  if (bytes.size() < sizeof header) return damaged(path, "too short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != pair_model_magic) return damaged(path, "not such a model");
  if (header.version != pair_model_version) {
    return Error{ErrorCode::version, path + ": the model of pairs has version " + std::to_string(header.version) +
                                         ", this program reads version " + std::to_string(pair_model_version) +
                                         "; use the model that came with it"};
  }
  const size_t features = header.features;
  const size_t key_bytes = features * sizeof(uint32_t), weight_bytes = features * pair_column_count * sizeof(int16_t);
  if (bytes.size() != sizeof header + key_bytes + weight_bytes) return damaged(path, "wrong size");
  constexpr size_t hashed = offsetof(PairModelHeader, hash) + sizeof header.hash;
  if (content_hash(std::string_view(bytes).substr(hashed)) != std::string_view(header.hash, sizeof header.hash))
    return damaged(path, "wrong hash");
  std::vector<uint32_t> keys(features);
  model.weights_.resize(features * pair_column_count);
  std::memcpy(keys.data(), bytes.data() + sizeof header, key_bytes);
  std::memcpy(model.weights_.data(), bytes.data() + sizeof header + key_bytes, weight_bytes);
  model.fill_slots(keys);
  return model;
}

void PairModel::fill_slots(const std::vector<uint32_t>& keys) {
  slots_.assign(std::bit_ceil(std::max<size_t>(keys.size(), 1) * 2), Slot{0, 0});
  for (size_t i = 0; i < keys.size(); ++i) {
    size_t at = keys[i] & (slots_.size() - 1);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {keys[i], static_cast<uint32_t>(i + 1)};
  }
}

const int16_t* PairModel::find(uint32_t key) const {
  for (size_t at = key & (slots_.size() - 1); slots_[at].number != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].key == key) return &weights_[(slots_[at].number - 1) * size_t{pair_column_count}];
  }
  return nullptr;
}

PairModel::Scores PairModel::score(const std::vector<FeatureList::Feature>& features) const {
  // The table is larger than the nearest memory: what is looked up soon is asked for first.
  for (const FeatureList::Feature& feature : features) __builtin_prefetch(&slots_[feature.key & (slots_.size() - 1)]);
  std::array<double, pair_column_count> sums{};
  for (const FeatureList::Feature& feature : features) {
    const int16_t* weights = find(feature.key);
    if (weights == nullptr) continue;
    for (size_t c = 0; c < pair_column_count; ++c) sums[c] += static_cast<double>(feature.value) * weights[c];
  }
  for (size_t c = 0; c < pair_column_count; ++c) {
    sums[c] = sums[c] * static_cast<double>(header_.scale) + static_cast<double>(header_.bias[c]);
  }
  Scores scores;
  scores.retreat = sums[yield_column];
  const double top = *std::max_element(sums.begin(), sums.begin() + pair_class_count);
  double all = 0;
  for (size_t c = 0; c < pair_class_count; ++c) {
    scores.probability[c] = std::exp((sums[c] - top) / static_cast<double>(header_.temperature));
    all += scores.probability[c];
  }
  for (double& p : scores.probability) p /= all;
  return scores;
}

}  // namespace entente
