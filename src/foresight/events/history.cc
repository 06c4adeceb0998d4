#include "foresight/events/history.h"

#include <algorithm>

#include "foresight/events/in_parallel.h"

namespace entente {

namespace {

constexpr size_t closest_kept = 60;
constexpr size_t active_kept = 100;
const Trace no_trace;

size_t place(int32_t id) {
  return static_cast<size_t>(id);
}

/// Groups of a key: kind in the upper bits, then up to three ids.
uint64_t group_key(Group group, int32_t a, int32_t b, int32_t c) {
  uint64_t key = static_cast<uint64_t>(group) + 1;
  for (const int32_t part : {a, b, c}) key = (key ^ static_cast<uint32_t>(part)) * 0x9E3779B97F4A7C15ULL + (key >> 29);
  return key;
}

}  // namespace

History::History(size_t entities, int32_t relations, NameParts names, int threads)
    : names_(std::move(names)),
      relations_(relations),
      threads_(threads),
      rules_(relations),
      country_(names_.country),
      entities_(entities),
      relation_(place(relations)),
      neighbours_(entities),
      objects_(place(relations)),
      of_country_(place(names_.countries)),
      repeats_(place(relations), 0.5F),
      pair_repeats_(place(relations), 0.7F),
      partner_repeats_(entities, 0.7F) {
  for (auto& lists : closest_) lists.resize(entities);
}

// --- looking up ---------------------------------------------------------------------------------------------------

const std::vector<ObjectTrace>& History::objects(int32_t subject, int32_t relation) const {
  static const std::vector<ObjectTrace> none;
  const uint32_t at = subject_relations_.find(pair_key(subject, relation));
  return at == FlatIndex::none ? none : triples_[at];
}

const Trace& History::object(int32_t relation, int32_t entity) const {
  const uint32_t at = relation_objects_.find(pair_key(relation, entity));
  return at == FlatIndex::none ? no_trace : objects_[place(relation)][at].trace;
}

const Trace& History::group(Group group, int32_t a, int32_t b, int32_t c) const {
  const uint32_t at = group_index_.find(group_key(group, a, b, c));
  return at == FlatIndex::none ? no_trace : groups_[at];
}

std::span<const WeightedNeighbour> History::closest(int32_t entity, Speed speed) const {
  return closest_[speed == fast ? 0 : 1][place(entity)];
}

std::span<const int32_t> History::of_country(int32_t country) const {
  if (country < 0) return {};
  return of_country_[place(country)];
}

bool History::knows(int32_t subject, int32_t object) const {
  return pairs_.find(pair_key(subject, object)) != FlatIndex::none;
}

bool History::knows(int32_t subject, int32_t relation, int32_t object) const {
  const uint32_t at = pairs_.find(pair_key(subject, object));
  if (at == FlatIndex::none) return false;
  const std::vector<RelationTrace>& relations = neighbours_[place(subject)][at].relations;
  return std::any_of(relations.begin(), relations.end(),
                     [&](const RelationTrace& known) { return known.relation == relation; });
}

// --- learning -----------------------------------------------------------------------------------------------------

void History::learn(const TimeSlice& slice) {
  learn_rules(slice);
  learn_habits(slice);
  for (const Fact& fact : slice.facts) learn_fact(fact);
  for (const Fact& fact : slice.facts) learn_groups(fact);
  std::vector<int32_t> touched;
  for (const Fact& fact : slice.facts) touched.push_back(fact.subject);
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  in_parallel(threads_, touched.size(), [&](size_t at) { rank_neighbours(touched[at]); });
  rank_active(slice.step);
}

/// Each relation's rules are tallied by one thread, in the order of the facts.
void History::learn_rules(const TimeSlice& slice) {
  std::vector<std::vector<std::span<const Fact>>> queries(place(relations_));
  each_query(slice.facts,
             [&](std::span<const Fact> answers) { queries[place(answers.front().relation)].push_back(answers); });
  in_parallel(threads_, queries.size(), [&](size_t relation) {
    for (const std::span<const Fact> answers : queries[relation]) {
      for (const Neighbour& neighbour : neighbours(answers.front().subject)) {
        const bool hit = std::any_of(answers.begin(), answers.end(),
                                     [&](const Fact& fact) { return fact.object == neighbour.entity; });
        for (const RelationTrace& before : neighbour.relations) {
          const size_t cell =
              RuleTable::cell(slice.step - before.trace.last, fading_.at(before.trace, slow, slice.step));
          rules_.add(static_cast<int32_t>(relation), before.relation, cell, hit);
        }
      }
    }
  });
}

void History::learn_habits(const TimeSlice& slice) {
  const auto move = [](float& share, bool yes, float pace) { share += pace * ((yes ? 1.0F : 0.0F) - share); };
  for (const Fact& fact : slice.facts) {
    const bool pair = knows(fact.subject, fact.object);
    move(repeats_[place(fact.relation)], pair && knows(fact.subject, fact.relation, fact.object), 0.01F);
    move(pair_repeats_[place(fact.relation)], pair, 0.01F);
    move(partner_repeats_[place(fact.subject)], pair, 0.05F);
  }
}

void History::learn_fact(const Fact& fact) {
  fading_.add(entities_[place(fact.subject)], fact.step);
  fading_.add(relation_[place(fact.relation)], fact.step);
  std::vector<Neighbour>& neighbours = neighbours_[place(fact.subject)];
  const uint32_t pair =
      pairs_.find_or_add(pair_key(fact.subject, fact.object), static_cast<uint32_t>(neighbours.size()));
  if (pair == neighbours.size()) neighbours.push_back({fact.object, {}, {}});
  fading_.add(neighbours[pair].all, fact.step);
  std::vector<RelationTrace>& relations = neighbours[pair].relations;
  auto known = std::find_if(relations.begin(), relations.end(),
                            [&](const RelationTrace& trace) { return trace.relation == fact.relation; });
  if (known == relations.end()) known = relations.insert(relations.end(), {fact.relation, {}});
  fading_.add(known->trace, fact.step);

  std::vector<ObjectTrace>& objects = objects_[place(fact.relation)];
  const uint32_t object =
      relation_objects_.find_or_add(pair_key(fact.relation, fact.object), static_cast<uint32_t>(objects.size()));
  if (object == objects.size()) objects.push_back({fact.object, {}});
  fading_.add(objects[object].trace, fact.step);

  const uint32_t list =
      subject_relations_.find_or_add(pair_key(fact.subject, fact.relation), static_cast<uint32_t>(triples_.size()));
  if (list == triples_.size()) triples_.emplace_back();
  std::vector<ObjectTrace>& triples = triples_[list];
  auto triple = std::find_if(triples.begin(), triples.end(),
                             [&](const ObjectTrace& trace) { return trace.object == fact.object; });
  if (triple == triples.end()) triple = triples.insert(triples.end(), {fact.object, {}});
  fading_.add(triple->trace, fact.step);
}

Trace& History::group_of(Group group, int32_t a, int32_t b, int32_t c) {
  const uint32_t at = group_index_.find_or_add(group_key(group, a, b, c), static_cast<uint32_t>(groups_.size()));
  if (at == groups_.size()) groups_.emplace_back();
  return groups_[at];
}

void History::learn_groups(const Fact& fact) {
  const int32_t s = fact.subject, r = fact.relation, o = fact.object;
  const int32_t cs = country(s), co = country(o), ks = sector(s), ko = sector(o);
  const auto add = [&](Group group, int32_t a, int32_t b, int32_t c = 0) {
    fading_.add(group_of(group, a, b, c), fact.step);
  };
  if (co >= 0) {
    add(Group::s_c, s, co);
    add(Group::s_r_c, s, r, co);
    if (cs >= 0) add(Group::c_r_c, cs, r, co);
  }
  if (cs >= 0) {
    add(Group::c_r_o, cs, r, o);
    add(Group::c_r, cs, r);
  }
  add(Group::k_r_k, ks, r, ko);
  add(Group::k_r_o, ks, r, o);
  add(Group::k_r, ks, r);
  add(Group::r_k, r, ko);
  add(Group::s_k, s, ko);
}

/// Keeps the closest neighbours by their share, and where the name tells no country, the one most of them are of.
void History::rank_neighbours(int32_t entity) {
  const int32_t step = entities_[place(entity)].last;
  for (const Speed speed : {fast, slow}) {
    std::vector<WeightedNeighbour> list;
    const float all = fading_.at(entities_[place(entity)], speed, step);
    for (const Neighbour& neighbour : neighbours(entity)) {
      const float share = fading_.at(neighbour.all, speed, step) / all;
      if (share > 1e-5F) list.push_back({neighbour.entity, share});
    }
    const size_t kept = std::min(closest_kept, list.size());
    std::partial_sort(list.begin(), list.begin() + static_cast<ptrdiff_t>(kept), list.end(),
                      [](const WeightedNeighbour& a, const WeightedNeighbour& b) {
                        return a.share != b.share ? a.share > b.share : a.entity < b.entity;
                      });
    list.resize(kept);
    closest_[speed == fast ? 0 : 1][place(entity)] = std::move(list);
  }
  if (names_.country[place(entity)] >= 0) return;
  std::vector<float> weights(place(names_.countries));
  for (const WeightedNeighbour& neighbour : closest(entity, slow)) {
    const int32_t country = names_.country[place(neighbour.entity)];
    if (country >= 0) weights[place(country)] += neighbour.share;
  }
  const auto most = std::max_element(weights.begin(), weights.end());
  if (most != weights.end() && *most > 0) country_[place(entity)] = static_cast<int32_t>(most - weights.begin());
}

void History::rank_active(int32_t step) {
  std::vector<std::pair<float, int32_t>> active;
  for (size_t entity = 0; entity < entities_.size(); ++entity) {
    const float now = fading_.at(entities_[entity], mid, step);
    if (now > 0) active.emplace_back(-now, static_cast<int32_t>(entity));
  }
  std::sort(active.begin(), active.end());
  most_active_.clear();
  for (auto& list : of_country_) list.clear();
  for (const auto& [now, entity] : active) {
    if (most_active_.size() < active_kept) most_active_.push_back(entity);
    if (const int32_t of = country(entity); of >= 0 && of_country_[place(of)].size() < active_kept) {
      of_country_[place(of)].push_back(entity);
    }
  }
}

}  // namespace entente
