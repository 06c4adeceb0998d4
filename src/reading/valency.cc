// The cheapest change that leaves one of a kind, kind by kind and head by head.
#include "reading/valency.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "domain/sentence.h"

namespace entente {

namespace {

enum class Role { none, subject, object, indirect_object };

Role role_of(uint8_t relation) {
  switch (static_cast<Deprel>(relation)) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::csubj:
    case Deprel::csubj_pass:
      return Role::subject;
    case Deprel::obj:
      return Role::object;
    case Deprel::iobj:
      return Role::indirect_object;
    default:
      return Role::none;
  }
}

/// Another head or relation for a word, and what it loses by the scores.
struct Change {
  int word = 0;
  int head = 0;
  uint8_t relation = 0;
  int64_t cost = std::numeric_limits<int64_t>::max();
};

class Valency {
 public:
  Valency(std::vector<int>& heads, std::vector<uint8_t>& relations, const ArcScores& arcs,
          const RelationScores& relation_scores)
      : heads_(heads),
        relations_(relations),
        arcs_(arcs),
        relation_scores_(relation_scores),
        size_(static_cast<int>(heads.size())) {}

  void settle() {
    for (int left = size_; left > 0; --left) {  // every change makes the doubles fewer
      const std::optional<Change> change = cheapest_of_first_doubles();
      if (!change) return;
      heads_[at(change->word)] = change->head;
      relations_[at(change->word)] = change->relation;
    }
  }

 private:
  static size_t at(int word) { return static_cast<size_t>(word); }
  [[nodiscard]] Role role(int word) const { return role_of(relations_[at(word)]); }

  /// Another word has the role under the head.
  [[nodiscard]] bool taken(int head, Role wanted, int but) const {
    for (int i = 0; i < size_; ++i) {
      if (i != but && heads_[at(i)] == head && role(i) == wanted) return true;
    }
    return false;
  }

  [[nodiscard]] std::optional<Change> cheapest_of_first_doubles() const {
    for (int i = 0; i < size_; ++i) {
      if (role(i) == Role::none || !taken(heads_[at(i)], role(i), i)) continue;
      Change best;
      for (int k = i; k < size_; ++k) {
        if (heads_[at(k)] != heads_[at(i)] || role(k) != role(i)) continue;
        const Change change = cheapest(k);
        if (change.cost < best.cost) best = change;
      }
      return best.cost == std::numeric_limits<int64_t>::max() ? std::nullopt : std::optional(best);
    }
    return std::nullopt;
  }

  [[nodiscard]] bool hangs_below(int word, int top) const {
    for (; word != size_; word = heads_[at(word)]) {
      if (word == top) return true;
    }
    return false;
  }

  [[nodiscard]] Change cheapest(int word) const {
    const int32_t* row = arcs_.scores.data() + at(word) * at(arcs_.stride);
    Change best;
    for (int head = 0; head < size_; ++head) {
      const int64_t arc_cost = static_cast<int64_t>(row[heads_[at(word)]]) - row[head];
      if (arc_cost >= best.cost || hangs_below(head, word)) continue;
      const std::vector<int32_t> scores = relation_scores_(word, head);
      const int64_t most = *std::max_element(scores.begin(), scores.end());
      for (size_t relation = 0; relation < scores.size(); ++relation) {
        const Role would_be = role_of(static_cast<uint8_t>(relation));
        const int64_t cost = arc_cost + 2 * (most - scores[relation]);
        if (cost >= best.cost || static_cast<Deprel>(relation) == Deprel::root) continue;
        if (would_be != Role::none && taken(head, would_be, word)) continue;
        best = {word, head, static_cast<uint8_t>(relation), cost};
      }
    }
    return best;
  }

  std::vector<int>& heads_;
  std::vector<uint8_t>& relations_;
  const ArcScores& arcs_;
  const RelationScores& relation_scores_;
  int size_;
};

}  // namespace

void settle_valency(std::vector<int>& heads, std::vector<uint8_t>& relations, const ArcScores& arcs,
                    const RelationScores& relation_scores) {
  Valency(heads, relations, arcs, relation_scores).settle();
}

}  // namespace entente
