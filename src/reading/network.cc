// One pass through the network for one sentence.
#include "reading/network.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "domain/sentence.h"
#include "reading/tree_decoder.h"
#include "reading/valency.h"

namespace entente {

namespace {

constexpr size_t far_scores = 2 * static_cast<size_t>(Network::far) + 2;
constexpr size_t label_distances = 2 * static_cast<size_t>(Network::label_far) + 2;
constexpr size_t ends_width = 2 * Network::arc_width + 2 * state_width;
constexpr auto root_label = static_cast<uint8_t>(Deprel::root);

size_t in_blocks(size_t outputs) {
  return (outputs + output_block - 1) / output_block * output_block;
}

/// Takes one part after the other off the bytes of the model's layers; each begins on a multiple of 64.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : bytes_(bytes) {}

  template <class Item>
  const Item* take(size_t count) {
    const size_t size = count * sizeof(Item);
    if (at_ + size > bytes_.size()) {
      good_ = false;
      return nullptr;
    }
    const auto* out = reinterpret_cast<const Item*>(bytes_.data() + at_);
    at_ = (at_ + size + 63) / 64 * 64;
    return out;
  }

  Layer layer(size_t inputs, size_t outputs) {
    Layer out;
    out.inputs = inputs;
    out.outputs = in_blocks(outputs);
    out.bias = take<int32_t>(out.outputs);
    out.weights = take<int16_t>(out.outputs * inputs);
    return out;
  }

  [[nodiscard]] bool finished() const { return good_ && at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  bool good_ = true;
};

}  // namespace

bool Network::attach(const NetworkParts& parts, size_t tags) {
  tags_ = tags;
  Taker taker(parts.layers);
  window1_ = taker.layer(3 * state_width, state_width);
  chain1_ = taker.layer(state_width, 2 * state_width);
  tag_ = taker.layer(state_width, tags);
  tag_states_ = taker.take<State>(tags * state_width);
  window2_ = taker.layer(3 * state_width, state_width);
  chain2_ = taker.layer(state_width, 2 * state_width);
  chain3_ = taker.layer(state_width, 2 * state_width);
  ends_ = taker.layer(state_width, ends_width);
  root_ = taker.take<State>(arc_width);
  distance_scores_ = taker.take<int32_t>(far_scores);
  label_root_ = taker.take<State>(state_width);
  label_distance_ = taker.take<State>(label_distances * state_width);
  label_ = taker.layer(state_width, deprel_count);
  word_rows_ = parts.word_rows;
  affix_rows_ = parts.affix_rows;
  size_t rows = 0;
  for (const uint32_t count : affix_table_rows) rows += count;
  return taker.finished() && affix_rows_.size() == rows * state_width && word_rows_.size() >= state_width &&
         words_.attach(parts.words, static_cast<uint32_t>(word_rows_.size() / state_width));
}

/// The numbers of one sentence on their way through the layers.
struct Network::Pass {
  const Network& network;
  const Kernels& kernels;
  size_t size;
  std::vector<State> states;  // with an empty word at either end, which windows look at
  std::vector<int32_t> sums;
  std::vector<State> ends;  // of each word: as a child and as a head of arcs, as a child and as a head of relations

  Pass(const Network& of, const Kernels& with, size_t words)
      : network(of), kernels(with), size(words), states((words + 2) * state_width), sums(words * ends_width) {}

  [[nodiscard]] State* state(size_t word) { return states.data() + (word + 1) * state_width; }

  void embed(std::span<const WordForm> forms) {
    static_assert(rows_of_a_word == 1 + affixes);
    for (size_t word = 0; word < size; ++word) {
      const WordForm& form = forms[word];
      std::array<const int8_t*, rows_of_a_word> rows{};
      rows[0] = network.word_rows_.data() + network.words_.find(form.word).value_or(0) * state_width;
      size_t first = 0;
      for (size_t k = 0; k < affixes; ++k) {
        const uint64_t hash = k < 4 ? form.suffixes[k] : k < 7 ? form.prefixes[k - 4] : form.shape;
        const size_t row = first + ((hash >> 40) & (affix_table_rows[k] - 1));
        rows[k + 1] = network.affix_rows_.data() + row * state_width;
        first += affix_table_rows[k];
      }
      kernels.embed(rows, state(word));
    }
  }

  void window(const Layer& layer) {
    kernels.multiply(layer, states.data(), state_width, size, sums.data());
    kernels.add_positive(sums.data(), size * state_width, state(0));
  }

  void chain(const Layer& layer) {
    kernels.multiply(layer, state(0), state_width, size, sums.data());
    kernels.chain(sums.data(), size, state(0));
  }

  void tag(std::span<const TagSet> allowed, std::vector<uint8_t>& tags) {
    kernels.multiply(network.tag_, state(0), state_width, size, sums.data());
    tags.resize(size);
    for (size_t word = 0; word < size; ++word) {
      const int32_t* scores = sums.data() + word * network.tag_.outputs;
      const bool free = word >= allowed.size() || allowed[word].none();
      size_t best = network.tags_;
      for (size_t t = 0; t < network.tags_; ++t) {
        if (!free && !allowed[word][t]) continue;
        if (best == network.tags_ || scores[t] > scores[best]) best = t;
      }
      tags[word] = static_cast<uint8_t>(best);
      const State* more = network.tag_states_ + best * state_width;
      for (size_t i = 0; i < state_width; ++i) state(word)[i] = add_states(state(word)[i], more[i]);
    }
  }

  void find_ends() {
    kernels.multiply(network.ends_, state(0), state_width, size, sums.data());
    ends.resize(size * ends_width);
    kernels.round(sums.data(), ends.size(), ends.data());
  }

  /// Heads as the weights of a layer whose outputs are the scores of arcs to them.
  [[nodiscard]] std::vector<int32_t> arc_scores(size_t outputs) const {
    std::vector<int16_t> weights(outputs * arc_width);
    for (size_t head = 0; head <= size; ++head) {
      const State* from = head == size ? network.root_ : ends.data() + head * ends_width + arc_width;
      for (size_t i = 0; i < arc_width; ++i) weights[weight_place(arc_width, i, head)] = from[i];
    }
    std::vector<int32_t> bias(outputs), scores(outputs * size);
    bias[size] = network.distance_scores_[far_scores - 1];
    kernels.multiply({bias.data(), weights.data(), arc_width, outputs}, ends.data(), ends_width, size, scores.data());
    for (int word = 0; word < static_cast<int>(size); ++word) {
      int32_t* row = scores.data() + static_cast<size_t>(word) * outputs;
      for (int head = 0; head < static_cast<int>(size); ++head)
        row[head] += network.distance_scores_[std::clamp(head - word, -far, far) + far];
    }
    return scores;
  }

  /// What the layer of relations sees of an arc.
  void join_ends(size_t word, int to, State* out) const {
    const auto head = static_cast<size_t>(to);
    const int distance = std::clamp(to - static_cast<int>(word), -label_far, label_far) + label_far;
    const State* place =
        network.label_distance_ + (head == size ? label_distances - 1 : static_cast<size_t>(distance)) * state_width;
    const State* child = ends.data() + word * ends_width + 2 * arc_width;
    const State* parent =
        head == size ? network.label_root_ : ends.data() + head * ends_width + 2 * arc_width + state_width;
    for (size_t i = 0; i < state_width; ++i) out[i] = std::max<State>(add_states(child[i] + parent[i], place[i]), 0);
  }

  void find_relations(const std::vector<int>& heads, std::vector<uint8_t>& relations) {
    std::vector<State> hidden(size * state_width);
    for (size_t word = 0; word < size; ++word) join_ends(word, heads[word], hidden.data() + word * state_width);
    kernels.multiply(network.label_, hidden.data(), state_width, size, sums.data());
    relations.resize(size);
    for (size_t word = 0; word < size; ++word) {
      int32_t* scores = sums.data() + word * network.label_.outputs;
      scores[root_label] = std::numeric_limits<int32_t>::min();
      const auto best = static_cast<uint8_t>(std::max_element(scores, scores + deprel_count) - scores);
      relations[word] = heads[word] == static_cast<int>(size) ? root_label : best;
    }
  }

  [[nodiscard]] std::vector<int32_t> relation_scores(int word, int head) const {
    std::array<State, state_width> hidden{};
    join_ends(static_cast<size_t>(word), head, hidden.data());
    std::vector<int32_t> scores(network.label_.outputs);
    kernels.multiply(network.label_, hidden.data(), state_width, 1, scores.data());
    scores.resize(deprel_count);
    return scores;
  }
};

Analysis Network::analyse(std::span<const WordForm> forms, std::span<const TagSet> allowed,
                          const Kernels& kernels) const {
  Analysis out;
  if (forms.empty()) return out;
  Pass pass(*this, kernels, forms.size());
  pass.embed(forms);
  pass.window(window1_);
  pass.chain(chain1_);
  pass.tag(allowed, out.tags);
  pass.window(window2_);
  pass.chain(chain2_);
  pass.chain(chain3_);
  pass.find_ends();
  const size_t outputs = in_blocks(forms.size() + 1);
  const std::vector<int32_t> arcs = pass.arc_scores(outputs);
  out.heads = best_tree(arcs, static_cast<int>(forms.size()), static_cast<int>(outputs));
  pass.find_relations(out.heads, out.relations);
  settle_valency(out.heads, out.relations, {arcs, static_cast<int>(outputs)},
                 [&](int word, int head) { return pass.relation_scores(word, head); });
  return out;
}

}  // namespace entente
