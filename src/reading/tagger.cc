// Features of the tagger and its one pass.
#include "reading/tagger.h"

#include <algorithm>
#include <limits>

#include "base/text.h"

namespace entente {

namespace {

const WordForm& edge_form() {
  static const WordForm edge;
  return edge;
}

}  // namespace

std::optional<std::vector<TagPair>> read_tags(std::string_view text) {
  std::vector<TagPair> tags;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty()) continue;
    const size_t blank = line.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    tags.push_back({upos_named(line.substr(0, blank)), std::string(line.substr(blank + 1))});
  }
  if (tags.empty() || tags.size() > max_tags) return std::nullopt;
  return tags;
}

void tagger_features(const TaggerView& view, size_t at, TaggerKeys& keys) {
  const size_t n = view.forms.size();
  const auto form = [&](size_t offset_plus_2) -> const WordForm& {
    const size_t i = at + offset_plus_2 - 2;
    return i < n ? view.forms[i] : edge_form();  // before the first word the number wraps round
  };
  const auto known = [&](size_t offset_plus_2) -> uint64_t {
    const size_t i = at + offset_plus_2 - 2;
    return i < n ? view.known[i] : 1;
  };
  const WordForm &w1 = form(1), &w = form(2), &v1 = form(3);
  // Words met once are left to their endings and shapes, or these would never be learnt.
  const auto word = [&](size_t offset_plus_2) {
    return is_common(known(offset_plus_2)) ? form(offset_plus_2).word : uint64_t{0};
  };
  const uint64_t a2 = word(0), a1 = word(1), a = word(2), b1 = word(3), b2 = word(4);
  const uint64_t k1 = known(1), k = known(2), m1 = known(3), m2 = known(4);
  const uint64_t t1 = at >= 1 ? scramble(view.tags[at - 1] + 1u) : 0;
  const uint64_t t2 = at >= 2 ? scramble(view.tags[at - 2] + 1u) : 0;
  const uint64_t first = at == 0 ? 1 : 0;
  uint64_t number = 0;
  size_t used = 0;
  const auto emit = [&](auto... values) { keys[used++] = feature_key(number++, values...); };
  emit(a);
  emit(a, w.shape);
  emit(w.suffixes[0]);
  emit(w.suffixes[1]);
  emit(w.suffixes[2]);
  emit(w.suffixes[3]);
  emit(w.prefixes[0]);
  emit(w.prefixes[1]);
  emit(w.prefixes[2]);
  emit(w.shape);
  emit(w.shape, first);
  emit(w.shape, w.suffixes[2]);
  emit(w.shape, w.suffixes[1], first);
  emit(k);
  emit(k, w.shape, first);
  emit(k, w.suffixes[1]);
  emit(t1);
  emit(t1, t2);
  emit(t1, a);
  emit(t1, t2, a);
  emit(t1, k);
  emit(t1, t2, k);
  emit(t1, w.suffixes[2]);
  emit(t1, w.shape);
  emit(a1);
  emit(a2);
  emit(b1);
  emit(b2);
  emit(a1, a);
  emit(a, b1);
  emit(a1, b1);
  emit(t1, b1);
  emit(m1);
  emit(m1, k);
  emit(m1, m2, k);
  emit(t1, k, m1);
  emit(t1, m1);
  emit(t1, k, m1, m2);
  emit(v1.suffixes[2]);
  emit(v1.suffixes[2], k);
  emit(w1.suffixes[2], k);
  emit(v1.shape, w.shape);
  emit(w1.shape, w.shape);
  emit(k1, k, m1);
  emit(a1, a2, k);
  static_assert(tagger_feature_count == 45);
}

void Tagger::look_up(const std::vector<WordForm>& forms, std::vector<uint64_t>& known) const {
  known.resize(forms.size());
  for (size_t i = 0; i < forms.size(); ++i) known[i] = lexicon_.find(forms[i].word).value_or(0);
}

void Tagger::tag(const std::vector<WordForm>& forms, const std::vector<uint64_t>& known,
                 const std::vector<TagSet>& allowed, std::vector<uint8_t>& tags) const {
  tags.assign(forms.size(), 0);
  TaggerKeys keys;
  std::array<int32_t, max_tags> scores{};
  for (size_t i = 0; i < forms.size(); ++i) {
    tagger_features({forms, known, tags}, i, keys);
    scores.fill(0);
    weights_.score(keys, scores.data());
    if (i < allowed.size() && allowed[i].any()) {
      for (size_t t = 0; t < tags_; ++t) {
        if (!allowed[i][t]) scores[t] = std::numeric_limits<int32_t>::min();
      }
    }
    tags[i] = static_cast<uint8_t>(std::max_element(scores.begin(), scores.begin() + static_cast<long>(tags_)) -
                                   scores.begin());
  }
}

}  // namespace entente
