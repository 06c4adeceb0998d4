// Who may answer a query: old partners, the relation's usual objects, the active, and those who are near. Internal to
// foresight.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "foresight/events/history.h"

namespace entente {

/// The relation read from its object to its subject; the second half of all relations are the inverses of the first.
int32_t inverse_of(int32_t relation, int32_t relations);

/// Finds candidates, each once. One for each thread: it keeps tables to work in.
class CandidateSearch {
 public:
  /// Ways over two steps to a candidate: over close partners, by what is fresh and by what lasts; over the objects
  /// that close partners have of the relation; over those who share objects of the relation with the subject.
  static constexpr size_t walks = 4;
  static constexpr size_t walk_of_likes = 3;

  explicit CandidateSearch(const History& history);

  /// Whoever had to do with the subject, what the relation's objects are, who is near by two steps, or of the same
  /// country: all others have nothing but their activity to tell.
  void search(int32_t step, EventQuery query);

  [[nodiscard]] const std::vector<int32_t>& entities() const { return entities_; }
  /// What the subject had to do with a candidate; null where the pair is new.
  [[nodiscard]] const Neighbour* neighbour(size_t candidate) const { return neighbour_[candidate]; }
  /// How near an entity is on a walk.
  [[nodiscard]] float nearness(size_t walk, int32_t entity) const { return walks_[walk][static_cast<size_t>(entity)]; }

 private:
  void collect(int32_t step, EventQuery query);
  void offer(int32_t entity);
  void offer_first(size_t most);
  void walk(int32_t step, EventQuery query);
  void walk_likes(int32_t step, EventQuery query);
  void reach(size_t kind, int32_t entity, float weight);
  void clear();

  const History& history_;
  std::vector<int32_t> place_;  // by entity: among the candidates, -1
  std::vector<int32_t> entities_;
  std::vector<const Neighbour*> neighbour_;  // by candidate
  std::array<std::vector<float>, walks> walks_;
  std::array<std::vector<int32_t>, walks> walked_;  // who was reached
  std::vector<std::pair<float, int32_t>> ranked_;   // to work in
};

}  // namespace entente
