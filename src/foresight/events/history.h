// Everything that the facts so far tell, as tables that are brought forward step by step. Internal to foresight.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "foresight/events/flat_index.h"
#include "foresight/events/name_parts.h"
#include "foresight/events/rules.h"
#include "foresight/events/timeline.h"
#include "foresight/events/trace.h"

namespace entente {

/// One relation of a pair.
struct RelationTrace {
  int32_t relation = 0;
  Trace trace;
};

/// Somebody to whom the owner of the list stood in some relation.
struct Neighbour {
  int32_t entity = 0;
  Trace all;
  std::vector<RelationTrace> relations;
};

/// Who was the object, of a relation or of a subject and a relation.
struct ObjectTrace {
  int32_t object = 0;
  Trace trace;
};

/// A neighbour with its share in what the owner does.
struct WeightedNeighbour {
  int32_t entity = 0;
  float share = 0;
};

/// What a group is: which of subject, relation and object are replaced by their country (c) or sector (k).
enum class Group : uint32_t { s_c, s_r_c, c_r_c, k_r_k, c_r_o, k_r_o, r_k, s_k, c_r, k_r, count };

class History {
 public:
  /// `relations`: in both directions.
  History(size_t entities, int32_t relations, NameParts names, int threads);

  void learn(const TimeSlice& slice);

  [[nodiscard]] const Fading& fading() const { return fading_; }
  [[nodiscard]] const RuleTable& rules() const { return rules_; }
  [[nodiscard]] size_t entities() const { return entities_.size(); }
  [[nodiscard]] int32_t relations() const { return relations_; }
  [[nodiscard]] int32_t country(int32_t entity) const { return country_[static_cast<size_t>(entity)]; }
  [[nodiscard]] int32_t sector(int32_t entity) const { return names_.sector[static_cast<size_t>(entity)]; }
  [[nodiscard]] int32_t countries() const { return names_.countries; }
  [[nodiscard]] int32_t sectors() const { return names_.sectors; }

  [[nodiscard]] const Trace& entity(int32_t entity) const { return entities_[static_cast<size_t>(entity)]; }
  [[nodiscard]] const Trace& relation(int32_t relation) const { return relation_[static_cast<size_t>(relation)]; }
  [[nodiscard]] const std::vector<Neighbour>& neighbours(int32_t subject) const {
    return neighbours_[static_cast<size_t>(subject)];
  }
  [[nodiscard]] const std::vector<ObjectTrace>& objects(int32_t relation) const {
    return objects_[static_cast<size_t>(relation)];
  }
  [[nodiscard]] const std::vector<ObjectTrace>& objects(int32_t subject, int32_t relation) const;
  [[nodiscard]] const Trace& object(int32_t relation, int32_t entity) const;
  [[nodiscard]] const Trace& group(Group group, int32_t a, int32_t b, int32_t c = 0) const;
  /// The largest shares of an entity's neighbours, by fast or slow fading.
  [[nodiscard]] std::span<const WeightedNeighbour> closest(int32_t entity, Speed speed) const;
  /// Entities of a country, the most active first.
  [[nodiscard]] std::span<const int32_t> of_country(int32_t country) const;
  [[nodiscard]] std::span<const int32_t> most_active() const { return most_active_; }
  /// Of how many queries of this relation the answers were repeated facts, known pairs: faded shares.
  [[nodiscard]] float repeats(int32_t relation) const { return repeats_[static_cast<size_t>(relation)]; }
  [[nodiscard]] float pair_repeats(int32_t relation) const { return pair_repeats_[static_cast<size_t>(relation)]; }
  /// The same of an entity's partners: how often they were known ones.
  [[nodiscard]] float partner_repeats(int32_t entity) const { return partner_repeats_[static_cast<size_t>(entity)]; }

 private:
  void learn_rules(const TimeSlice& slice);
  void learn_habits(const TimeSlice& slice);
  void learn_fact(const Fact& fact);
  void learn_groups(const Fact& fact);
  void rank_neighbours(int32_t entity);
  void rank_active(int32_t step);
  [[nodiscard]] bool knows(int32_t subject, int32_t object) const;
  [[nodiscard]] bool knows(int32_t subject, int32_t relation, int32_t object) const;
  [[nodiscard]] uint64_t pair_key(int32_t a, int32_t b) const {
    return static_cast<uint64_t>(static_cast<uint32_t>(a)) << 32 | static_cast<uint32_t>(b);
  }
  Trace& group_of(Group group, int32_t a, int32_t b, int32_t c = 0);

  Fading fading_;
  NameParts names_;
  int32_t relations_;
  int threads_;
  RuleTable rules_;
  std::vector<int32_t> country_;  // by name, else where most partners are of
  std::vector<Trace> entities_;
  std::vector<Trace> relation_;
  std::vector<std::vector<Neighbour>> neighbours_;
  FlatIndex pairs_;  // subject and object: place among the subject's neighbours
  std::vector<std::vector<ObjectTrace>> objects_;
  FlatIndex relation_objects_;
  std::vector<std::vector<ObjectTrace>> triples_;
  FlatIndex subject_relations_;
  std::vector<Trace> groups_;
  FlatIndex group_index_;
  std::vector<std::vector<WeightedNeighbour>> closest_[2];  // fast, slow
  std::vector<std::vector<int32_t>> of_country_;
  std::vector<int32_t> most_active_;
  std::vector<float> repeats_, pair_repeats_, partner_repeats_;
};

}  // namespace entente
