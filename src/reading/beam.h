// Beam search over the parser's moves. A state is a few numbers and links to older ones, so that keeping several costs
// no more than their count, and 2n moves parse n words: linear time. The trainer searches with the same code.
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "reading/parser_features.h"
#include "reading/relation_guess.h"
#include "reading/tables.h"

namespace entente {

/// `Score` holds sums over a whole sentence: int64_t over the model's weights, float in training.
template <class Score>
class Beam {
 public:
  struct Node {  // a place on a stack
    Subtree tree;
    int below = -1;
  };
  struct State {
    Subtree next;     // the next word with its left children
    int top = -1;     // Node
    int parent = -1;  // State
    Move move = Move::shift;
    Score score = 0;
  };
  struct Candidate {
    Score score;
    int state;
    Move move;
  };

  Beam(const ParserWords& words, GuessMemory& guess) : words_(words), guess_(guess) {
    states_.reserve(static_cast<size_t>(words.size()) * 8 + 8);
    nodes_.reserve(static_cast<size_t>(words.size()) * 8 + 8);
    State start;
    start.next.word = 0;
    states_.push_back(start);
    front_.push_back(0);
  }

  [[nodiscard]] const std::vector<int>& front() const { return front_; }
  [[nodiscard]] const State& state(int i) const { return states_[static_cast<size_t>(i)]; }
  [[nodiscard]] const Node& node(int i) const { return nodes_[static_cast<size_t>(i)]; }

  [[nodiscard]] bool allowed(const State& state, Move move) const {
    const bool at_end = state.next.word == words_.root();
    if (move == Move::shift) return !at_end;
    if (state.top < 0) return false;
    const bool alone = node(state.top).below < 0;
    return move == Move::right ? !alone : !at_end || alone;
  }

  void features(const State& state, MoveKeys& keys) const {
    static const Subtree none;
    const Node* top = state.top < 0 ? nullptr : &node(state.top);
    const Node* second = top == nullptr || top->below < 0 ? nullptr : &node(top->below);
    const Node* third = second == nullptr || second->below < 0 ? nullptr : &node(second->below);
    move_features(words_,
                  {top != nullptr ? top->tree : none, second != nullptr ? second->tree : none,
                   third != nullptr ? third->tree : none, state.next},
                  keys);
  }

  /// One move further from every state of the front; the best `width` successors are the new front, best first, as far
  /// as they come within `reach` of the best.
  template <class Weights>
  void step(const Weights& weights, size_t width, Score reach = std::numeric_limits<Score>::max()) {
    candidates_.clear();
    MoveKeys keys;
    for (const int at : front_) {
      features(state(at), keys);
      for (const uint64_t key : keys) weights.prefetch(key);
      std::array<typename Weights::Value, move_count> scores{};
      for (const uint64_t key : keys) weights.add(key, scores);
      for (const Move move : {Move::shift, Move::left, Move::right}) {
        if (allowed(state(at), move)) {
          candidates_.push_back({state(at).score + scores[static_cast<size_t>(move)], at, move});
        }
      }
    }
    const auto better = [](const Candidate& a, const Candidate& b) {
      if (a.score != b.score) return a.score > b.score;
      return a.state != b.state ? a.state < b.state : a.move < b.move;
    };
    const size_t kept = std::min(width, candidates_.size());
    std::partial_sort(candidates_.begin(), candidates_.begin() + static_cast<long>(kept), candidates_.end(), better);
    front_.clear();
    for (size_t i = 0; i < kept && candidates_[0].score - candidates_[i].score <= reach; ++i)
      front_.push_back(apply(candidates_[i].state, candidates_[i].move, candidates_[i].score));
  }

  /// The state after a move, which must be allowed; gives its number.
  int apply(int from, Move move, Score score) {
    State state = this->state(from);
    state.parent = from;
    state.move = move;
    state.score = score;
    if (move == Move::shift) {
      state.top = push({state.next, state.top});
      const int next = state.next.word + 1;
      state.next = Subtree{};
      state.next.word = next;
    } else {
      const Node top = node(state.top);
      if (move == Move::left) {
        state.next.add_left(top.tree.word, guess_(state.next.word, top.tree.word));
        state.top = top.below;
      } else {
        Node head = node(top.below);
        head.tree.add_right(top.tree.word, guess_(head.tree.word, top.tree.word));
        state.top = push(head);
      }
    }
    states_.push_back(state);
    return static_cast<int>(states_.size()) - 1;
  }

  /// The heads that the moves up to a final state gave; words_.root() for the root.
  void heads(int from, std::vector<int>& out) const {
    out.assign(static_cast<size_t>(words_.size()), words_.root());
    for (int at = from; state(at).parent >= 0; at = state(at).parent) {
      const State& before = state(state(at).parent);
      if (state(at).move == Move::shift) continue;
      const Node& top = node(before.top);
      out[static_cast<size_t>(top.tree.word)] =
          state(at).move == Move::left ? before.next.word : node(top.below).tree.word;
    }
  }

 private:
  int push(const Node& node) {
    nodes_.push_back(node);
    return static_cast<int>(nodes_.size()) - 1;
  }

  const ParserWords& words_;
  GuessMemory& guess_;
  std::vector<State> states_;
  std::vector<Node> nodes_;
  std::vector<int> front_;
  std::vector<Candidate> candidates_;
};

}  // namespace entente
