// Max-violation updates (Huang, Fayong and Guo 2012): the search runs to the end, and the weights learn from the prefix
// at which the best state was furthest ahead of the right one.
#include "train_parser.h"

#include <algorithm>

#include "reading/beam.h"

namespace entente::train {

namespace {

class MoveLearner {
 public:
  using Value = float;

  void prefetch(uint64_t key) const { index_.prefetch(key); }

  /// A share of the features sits out each sentence, as in Learner.
  [[nodiscard]] bool sits_out(uint64_t key) const { return (scramble(key + noise_) & 255) < left_out; }

  void add(uint64_t key, std::array<float, move_count>& scores) const {
    if (sits_out(key)) return;
    const uint32_t row = index_.find(key);
    if (row == KeyIndex::none) return;
    for (size_t i = 0; i < move_count; ++i) scores[i] += rows_[row].weights[i];
  }

  void change(const MoveKeys& keys, Move move, float by) {
    const auto at = static_cast<size_t>(move);
    for (const uint64_t key : keys) {
      if (sits_out(key)) continue;
      const uint32_t number = index_.insert(key);
      if (number == rows_.size()) rows_.emplace_back();
      Row& row = rows_[number];
      row.weights[at] += by;
      row.totals[at] += static_cast<double>(by) * time_;
    }
  }
  void tick() { noise_ = scramble(++time_); }

  [[nodiscard]] std::vector<MoveWeights> averaged() const {
    std::vector<MoveWeights> out;
    index_.each([&](uint64_t key, uint32_t number) {
      MoveWeights row{key, {}};
      for (size_t i = 0; i < move_count; ++i) {
        row.values[i] = static_cast<float>(rows_[number].weights[i] - rows_[number].totals[i] / time_);
      }
      out.push_back(row);
    });
    return out;
  }

 private:
  struct Row {
    std::array<float, move_count> weights{};
    std::array<double, move_count> totals{};
  };
  KeyIndex index_;
  std::vector<Row> rows_;
  static constexpr uint64_t left_out = 56;  // of 256
  uint32_t time_ = 1;
  uint64_t noise_ = 0;
};

using Search = Beam<float>;

/// The one sequence of moves that builds the gold tree and ends each word as early as it can.
std::vector<Move> gold_moves(const std::vector<int>& heads) {
  const int n = static_cast<int>(heads.size());
  std::vector<int> last_child(static_cast<size_t>(n) + 1, -1);
  for (int i = 0; i < n; ++i) last_child[static_cast<size_t>(heads[static_cast<size_t>(i)])] = i;
  std::vector<Move> moves;
  std::vector<int> stack;
  for (int next = 0; next < n || !stack.empty();) {
    const int top = stack.empty() ? -1 : stack.back();
    if (top >= 0 && heads[static_cast<size_t>(top)] == next) {
      moves.push_back(Move::left);
      stack.pop_back();
    } else if (stack.size() > 1 && heads[static_cast<size_t>(top)] == stack[stack.size() - 2] &&
               last_child[static_cast<size_t>(top)] < next) {
      moves.push_back(Move::right);
      stack.pop_back();
    } else {
      moves.push_back(Move::shift);
      stack.push_back(next++);
    }
  }
  return moves;
}

/// The states from the first move to `end`.
std::vector<int> path_to(const Search& search, int end) {
  std::vector<int> path;
  for (int at = end; search.state(at).parent >= 0; at = search.state(at).parent) path.push_back(at);
  std::reverse(path.begin(), path.end());
  return path;
}

void learn_prefix(const Search& search, int right_end, int wrong_end, MoveLearner& learner) {
  const std::vector<int> right = path_to(search, right_end), wrong = path_to(search, wrong_end);
  size_t same = 0;
  while (same < right.size() && search.state(right[same]).move == search.state(wrong[same]).move) ++same;
  MoveKeys keys;
  for (size_t i = same; i < right.size(); ++i) {
    search.features(search.state(search.state(right[i]).parent), keys);
    learner.change(keys, search.state(right[i]).move, 1);
    search.features(search.state(search.state(wrong[i]).parent), keys);
    learner.change(keys, search.state(wrong[i]).move, -1);
  }
}

int follow(Search& search, int gold, Move move, const MoveLearner& learner) {
  MoveKeys keys;
  search.features(search.state(gold), keys);
  std::array<float, move_count> scores{};
  for (const uint64_t key : keys) learner.add(key, scores);
  return search.apply(gold, move, search.state(gold).score + scores[static_cast<size_t>(move)]);
}

/// The state of the front that made this move from `parent`; -1 if it fell out of the beam, or had before.
int find_in_front(const Search& search, int parent, Move move) {
  for (const int at : search.front()) {
    if (search.state(at).parent == parent && search.state(at).move == move) return at;
  }
  return -1;
}

/// True if the search did not come to the gold tree.
bool learn_sentence(const ParserWords& words, const std::vector<int>& heads, GuessMemory& guess, size_t width,
                    MoveLearner& learner) {
  Search search(words, guess);
  int gold = 0, kept = 0, right_end = -1, wrong_end = -1;  // kept: the gold state as long as the beam holds it
  float worst = 0;
  for (const Move move : gold_moves(heads)) {
    search.step(learner, width);
    kept = kept < 0 ? -1 : find_in_front(search, kept, move);
    gold = follow(search, gold, move, learner);
    const int best = search.front().front();
    const float ahead = search.state(best).score - search.state(gold).score;
    if (best != kept && (ahead > worst || (right_end < 0 && ahead >= 0))) {
      worst = ahead;
      right_end = gold;
      wrong_end = best;
    }
  }
  std::vector<int> found;
  search.heads(search.front().front(), found);
  if (found == heads || right_end < 0) return false;
  learn_prefix(search, right_end, wrong_end, learner);
  return true;
}

}  // namespace

std::vector<MoveTable::Bucket> train_parser(const Treebank& bank, const std::vector<GuessData>& guesses,
                                            const ParserOptions& options,
                                            const std::function<void(int epoch, size_t wrong)>& after_epoch) {
  std::vector<RelationGuess> guessers;
  for (const GuessData& data : guesses) guessers.push_back(data.guess());
  MoveLearner learner;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    size_t wrong = 0;
    for (const size_t s : shuffled(bank.sentences.size(), options.seed + static_cast<uint64_t>(epoch))) {
      const GoldSentence& sentence = bank.sentences[s];
      ParserWords words;
      words.fill(sentence.forms, sentence.known, sentence.predicted, bank.pairs);
      GuessMemory guess(guessers[static_cast<size_t>(sentence.document) % guessers.size()], words);
      if (learn_sentence(words, sentence.heads, guess, options.beam, learner)) ++wrong;
      learner.tick();
    }
    after_epoch(epoch, wrong);
  }
  return build_move_table(learner.averaged(), options.feature_limit);
}

}  // namespace entente::train
