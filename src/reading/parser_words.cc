// Filling in the hashes once a sentence, so that features only join them.
#include "reading/parser_words.h"

#include <algorithm>
#include <cstdlib>

#include "reading/hashing.h"

namespace entente {

void ParserWords::fill(const std::vector<WordForm>& forms, const std::vector<uint64_t>& known,
                       const std::vector<uint8_t>& tags, const std::vector<TagPair>& pairs) {
  size_ = static_cast<int>(forms.size());
  items_.assign(forms.size() + 4, Item{});
  uint32_t commas = 0, conjunctions = 0, verbs = 0;
  for (size_t i = 0; i <= forms.size(); ++i) {
    Item& item = items_[i + 1];
    item.commas = commas;
    item.conjunctions = conjunctions;
    item.verbs = verbs;
    if (i == forms.size()) break;
    const Upos upos = pairs[tags[i]].upos;
    item.word = is_common(known[i]) ? forms[i].word : scramble(forms[i].suffixes[1]);
    item.suffix = forms[i].suffixes[2];
    item.tag = scramble(100u + tags[i]);
    item.upos = scramble(1000u + static_cast<unsigned>(upos));
    item.upos_tag = upos;
    if (forms[i].comma) ++commas;
    if (forms[i].conjunction) ++conjunctions;
    if (upos == Upos::VERB) ++verbs;
  }
  items_[forms.size() + 1].word = items_[forms.size() + 1].tag = items_[forms.size() + 1].upos = scramble(99);
}

uint64_t ParserWords::between(int left, int right) const {
  if (left < 0 || right <= left + 1) return 0;
  const Item& begin = at(left + 1);
  const Item& end = at(right);
  const uint64_t commas = std::min(end.commas - begin.commas, 2u);
  const uint64_t conjunctions = std::min(end.conjunctions - begin.conjunctions, 1u);
  const uint64_t verbs = std::min(end.verbs - begin.verbs, 2u);
  return 1 + commas + 3 * conjunctions + 6 * verbs;
}

uint64_t distance_class(int from, int to) {
  const int distance = std::abs(to - from);
  if (distance <= 4) return static_cast<uint64_t>(distance);
  return distance <= 7 ? 5 : distance <= 12 ? 6 : 7;
}

}  // namespace entente
