#include "foresight/events/features.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace entente {

namespace {

constexpr size_t objects_offered = 120;
constexpr size_t active_offered = 40;
constexpr size_t countrymen_offered = 60;
constexpr size_t walks_offered = 80;

float log_odds(float share) {
  const float kept = std::clamp(share, 1e-4F, 0.9999F);
  return 1 + quick_log2(kept / (1 - kept)) * 0.0752575F;  // 0 at one in ten thousand, 1 at one in two
}

/// Age on a logarithmic scale; `never` stands apart.
float age_of(const Trace& trace, int32_t step) {
  return trace.seen() ? 1 - quick_log2(static_cast<float>(step - trace.last)) * 0.125F : -0.5F;
}

int32_t inverse_of(int32_t relation, int32_t relations) {
  return relation < relations / 2 ? relation + relations / 2 : relation - relations / 2;
}

}  // namespace

const std::vector<FeatureInfo>& feature_list() {
  using enum Family;
  static const std::vector<FeatureInfo> list = {
      {"triple: age", triple},
      {"triple: count", triple},
      {"triple: fast", triple},
      {"triple: mid", triple},
      {"triple: slow", triple},
      {"triple: share fast", triple},
      {"triple: share mid", triple},
      {"triple: share slow", triple},
      {"triple: share", triple},
      {"triple: age by its usual gap", triple},
      {"pair: age", pair},
      {"pair: count", pair},
      {"pair: fast", pair},
      {"pair: mid", pair},
      {"pair: slow", pair},
      {"pair: share fast", pair},
      {"pair: share mid", pair},
      {"pair: share slow", pair},
      {"pair: share of the other's", pair},
      {"pair: relations", pair},
      {"pair: age by its usual gap", pair},
      {"inverse: age", pair},
      {"inverse: mid", pair},
      {"inverse: slow", pair},
      {"rules: best", rules},
      {"rules: second", rules},
      {"rules: third", rules},
      {"rules: any", rules},
      {"rules: mean", rules},
      {"object: age", objects},
      {"object: count", objects},
      {"object: fast", objects},
      {"object: mid", objects},
      {"object: slow", objects},
      {"object: share fast", objects},
      {"object: share mid", objects},
      {"object: share slow", objects},
      {"object: share", objects},
      {"object: part of its doings", objects},
      {"activity: age", activity},
      {"activity: count", activity},
      {"activity: fast", activity},
      {"activity: mid", activity},
      {"activity: slow", activity},
      {"activity: burst", activity},
      {"activity: novelty", activity},
      {"same country", groups},
      {"country unknown", groups},
      {"s -> country", groups},
      {"s, r -> country", groups},
      {"country, r -> country", groups},
      {"country, r -> o", groups},
      {"sector, r -> o", groups},
      {"same sector", groups},
      {"sector, r -> sector", groups},
      {"r -> sector", groups},
      {"s -> sector", groups},
      {"two steps, fast", walks},
      {"two steps, slow", walks},
      {"by friends' r", walks},
      {"by likes of r", walks},
      {"subject: fast", context},
      {"subject: slow", context},
      {"subject: neighbours", context},
      {"subject, r: fast", context},
      {"subject, r: slow", context},
      {"subject, r: count", context},
      {"r: repeats", context},
      {"r: pair repeats", context},
      {"subject: partner repeats", context},
      {"r: slow", context},
  };
  return list;
}

std::string_view name_of(Family family) {
  static constexpr std::array<std::string_view, static_cast<size_t>(Family::count)> names = {
      "triple", "pair", "rules", "objects", "activity", "groups", "walks", "context"};
  return names[static_cast<size_t>(family)];
}

const float* Candidates::row(size_t at) const {
  return features.data() + at * feature_list().size();
}

Result<uint32_t> families_without(const std::vector<std::string>& names) {
  uint32_t families = all_families;
  for (const std::string& name : names) {
    uint32_t bit = 0;
    std::vector<std::string> known;
    for (uint32_t family = 0; family < static_cast<uint32_t>(Family::count); ++family) {
      known.emplace_back(name_of(static_cast<Family>(family)));
      if (known.back() == name) bit = 1U << family;
    }
    if (bit == 0) {
      return Error{ErrorCode::usage, "'" + name + "' is no family of features; there are " + join(known, ", ")};
    }
    families &= ~bit;
  }
  return families;
}

FeatureMaker::FeatureMaker(const History& history, uint32_t families)
    : history_(history), place_(history.entities(), -1) {
  for (auto& walk : walks_) walk.resize(history.entities());
  for (size_t i = 0; i < feature_list().size(); ++i) {
    if ((families >> static_cast<uint32_t>(feature_list()[i].family) & 1U) == 0) left_out_.push_back(i);
  }
}

// --- candidates ---------------------------------------------------------------------------------------------------

void FeatureMaker::offer(int32_t entity) {
  int32_t& place = place_[static_cast<size_t>(entity)];
  if (place >= 0) return;
  place = static_cast<int32_t>(entities_.size());
  entities_.push_back(entity);
  neighbour_.push_back(nullptr);
}

/// The `most` first of `ranked_` in order; ties fall to the smaller id.
void FeatureMaker::offer_first(size_t most) {
  const auto kept = static_cast<ptrdiff_t>(std::min(most, ranked_.size()));
  std::partial_sort(ranked_.begin(), ranked_.begin() + kept, ranked_.end());
  for (ptrdiff_t i = 0; i < kept; ++i) offer(ranked_[static_cast<size_t>(i)].second);
}

void FeatureMaker::gather(int32_t step, EventQuery query) {
  for (const Neighbour& neighbour : history_.neighbours(query.subject)) {
    offer(neighbour.entity);
    neighbour_.back() = &neighbour;
  }
  const Fading& fading = history_.fading();
  ranked_.clear();
  for (const ObjectTrace& object : history_.objects(query.relation)) {
    const float worth = fading.at(object.trace, mid, step) + 0.5F * fading.at(object.trace, slow, step);
    ranked_.emplace_back(-worth, object.object);
  }
  offer_first(objects_offered);
  const auto active = history_.most_active();
  for (const int32_t entity : active.first(std::min(active_offered, active.size()))) offer(entity);
  const auto countrymen = history_.of_country(history_.country(query.subject));
  for (const int32_t entity : countrymen.first(std::min(countrymen_offered, countrymen.size()))) offer(entity);
  for (size_t kind = 0; kind < walks_.size(); ++kind) {
    ranked_.clear();
    for (const int32_t entity : walked_[kind]) ranked_.emplace_back(-walks_[kind][static_cast<size_t>(entity)], entity);
    offer_first(walks_offered);
  }
}

void FeatureMaker::reach(size_t kind, int32_t entity, float weight) {
  float& value = walks_[kind][static_cast<size_t>(entity)];
  if (value == 0) walked_[kind].push_back(entity);
  value += weight;
}

void FeatureMaker::walk(int32_t step, EventQuery query) {
  for (const Speed speed : {fast, slow}) {
    for (const WeightedNeighbour& middle : history_.closest(query.subject, speed)) {
      for (const WeightedNeighbour& end : history_.closest(middle.entity, speed)) {
        reach(speed == fast ? 0 : 1, end.entity, middle.share * end.share);
      }
    }
  }
  const Fading& fading = history_.fading();
  for (const WeightedNeighbour& middle : history_.closest(query.subject, slow)) {
    const float all = fading.at(history_.entity(middle.entity), slow, step) + 1;
    for (const ObjectTrace& object : history_.objects(middle.entity, query.relation)) {
      reach(2, object.object, middle.share * fading.at(object.trace, slow, step) / all);
    }
  }
  walk_likes(step, query);
}

/// From the subject over its objects of the relation, and others that had them, to the objects of those.
void FeatureMaker::walk_likes(int32_t step, EventQuery query) {
  constexpr float least_shared = 0.2F, least_like = 0.02F;
  const Fading& fading = history_.fading();
  const int32_t inverse = inverse_of(query.relation, history_.relations());
  for (const ObjectTrace& shared : history_.objects(query.subject, query.relation)) {
    const float first = fading.at(shared.trace, slow, step);
    if (first < least_shared) continue;
    const float all = fading.at(history_.object(query.relation, shared.object), slow, step) + 1;
    for (const ObjectTrace& other : history_.objects(shared.object, inverse)) {
      const float second = first * fading.at(other.trace, slow, step) / all;
      if (second < least_like || other.object == query.subject) continue;
      const float sum = fading.at(history_.object(inverse, other.object), slow, step) + 1;
      for (const ObjectTrace& object : history_.objects(other.object, query.relation)) {
        reach(3, object.object, second * fading.at(object.trace, slow, step) / sum);
      }
    }
  }
}

// --- features -----------------------------------------------------------------------------------------------------

namespace {

const Trace nothing;

/// The place of a feature by its name.
size_t feature_index(std::string_view name) {
  const std::vector<FeatureInfo>& list = feature_list();
  return static_cast<size_t>(
      std::find_if(list.begin(), list.end(), [&](const FeatureInfo& f) { return f.name == name; }) - list.begin());
}

/// The confidences of what is known of a pair: the three best, and all together.
struct Confidences {
  std::array<float, 3> best{};
  float none = 1;  // the chance that no rule holds
  float sum = 0;

  void add(float confidence) {
    none *= 1 - std::min(confidence, 0.999F);
    sum += confidence;
    for (float& place : best) {
      if (confidence > place) std::swap(confidence, place);
    }
  }
};

/// A rough order for drawing candidates to train on.
float promise_of(const float* row) {
  static const size_t rules = feature_index("rules: any"), object = feature_index("object: share mid"),
                      group = feature_index("country, r -> o"), walk = feature_index("two steps, fast");
  return 3 * row[rules] + row[object] + row[object - 1] + 0.7F * (row[group] + row[group + 1]) +
         0.8F * (row[walk] + row[walk + 1] + row[walk + 2] + row[walk + 3]);
}

}  // namespace

/// What is the same for all candidates of a query, and the writing of one candidate's row.
class FeatureMaker::Row {
 public:
  Row(const FeatureMaker& maker, int32_t step, EventQuery query)
      : maker_(maker),
        history_(maker.history_),
        step_(step),
        s_(query.subject),
        r_(query.relation),
        inverse_(inverse_of(query.relation, maker.history_.relations())),
        subject_(history_.entity(s_)),
        does_(history_.object(inverse_, s_)),  // (s, r): as often as s was the object of the inverse
        relation_(history_.relation(r_)),
        country_(history_.country(s_)),
        sector_(history_.sector(s_)),
        country_does_(country_ >= 0 ? now(history_.group(Group::c_r, country_, r_), slow) : 0),
        sector_does_(now(history_.group(Group::k_r, sector_, r_), slow)),
        by_country_(static_cast<size_t>(history_.countries())),
        by_sector_(static_cast<size_t>(history_.sectors())) {
    for (const Speed speed : {fast, mid, slow}) {
      s_all_[speed] = now(subject_, speed);
      sr_all_[speed] = now(does_, speed);
      r_all_[speed] = now(relation_, speed);
    }
  }

  void write(size_t candidate, int32_t o, float* row) {
    at_ = row;
    const Neighbour* neighbour = maker_.neighbour_[candidate];
    put_pair(neighbour, history_.entity(o));
    put_object(history_.object(r_, o), history_.entity(o));
    put_activity(history_.entity(o), o);
    put_country(history_.country(o));
    put_groups(o);
    for (size_t kind = 0; kind < maker_.walks_.size(); ++kind) {
      put(log_share(maker_.walks_[kind][static_cast<size_t>(o)], kind == 3 ? sr_all_[slow] + 1 : 1));
    }
    put_context();
  }

 private:
  struct Known {
    bool known = false;
    std::array<float, 3> values{};
  };

  void put(float value) { *at_++ = value; }
  [[nodiscard]] float now(const Trace& trace, Speed speed) const { return history_.fading().at(trace, speed, step_); }
  [[nodiscard]] float group(Group kind, int32_t a, int32_t b, int32_t c = 0) const {
    return now(history_.group(kind, a, b, c), slow);
  }

  void put_counts(const Trace& trace, float scale) {
    put(age_of(trace, step_));
    put(log_count(trace.count) * scale);
    for (const Speed speed : {fast, mid, slow}) put(log_count(now(trace, speed)) * scale * 1.5F);
  }
  void put_shares(const Trace& trace, const std::array<float, speeds>& all) {
    for (const Speed speed : {fast, mid, slow}) put(log_share(now(trace, speed), all[speed]));
  }
  /// The age by the usual gap between two times.
  void put_gap(const Trace& trace) {
    if (trace.count < 2 || trace.last == trace.first) return put(0);
    const float gap = static_cast<float>(trace.last - trace.first) / (trace.count - 1);
    put(std::clamp(quick_log2(static_cast<float>(step_ - trace.last) / gap) * 0.2F, -1.0F, 1.0F));
  }

  void put_pair(const Neighbour* neighbour, const Trace& other) {
    const Trace* triple = &nothing;
    const Trace* back = &nothing;
    Confidences rules;
    if (neighbour != nullptr) {
      for (const RelationTrace& known : neighbour->relations) {
        if (known.relation == r_) triple = &known.trace;
        if (known.relation == inverse_) back = &known.trace;
        const size_t cell = RuleTable::cell(step_ - known.trace.last, now(known.trace, slow));
        rules.add(history_.rules().confidence(r_, known.relation, cell));
      }
    }
    const auto relations = static_cast<float>(neighbour != nullptr ? neighbour->relations.size() : 0);
    const Trace& pair = neighbour != nullptr ? neighbour->all : nothing;
    put_counts(*triple, 0.25F);
    put_shares(*triple, sr_all_);
    put(log_share(triple->count, does_.count));
    put_gap(*triple);
    put_counts(pair, 0.2F);
    put_shares(pair, s_all_);
    put(log_share(now(pair, slow), now(other, slow)));
    put(log_count(relations) * 0.25F);
    put_gap(pair);
    put(age_of(*back, step_));
    put(log_count(now(*back, mid)) * 0.4F);
    put(log_count(now(*back, slow)) * 0.3F);
    for (const float confidence : rules.best) put(log_odds(confidence));
    put(log_odds(1 - rules.none));
    put(log_odds(rules.sum / std::max(relations, 1.0F)));
  }

  void put_object(const Trace& object, const Trace& other) {
    put_counts(object, 0.2F);
    put_shares(object, r_all_);
    put(log_share(object.count, relation_.count));
    put(log_share(now(object, slow), now(other, slow)));
  }

  void put_activity(const Trace& other, int32_t o) {
    put_counts(other, 0.1F);
    const float burst = (now(other, fast) + 0.3F) / (now(other, slow) * 0.1F + 0.3F);
    put(quick_log2(burst) * 0.25F);
    put(history_.partner_repeats(o));
  }

  void put_country(int32_t country) {
    put(country >= 0 && country == country_ ? 1 : 0);
    if (country < 0) {
      put(1);
      for (size_t i = 0; i < 3; ++i) put(0);
      return;
    }
    put(0);
    Known& known = by_country_[static_cast<size_t>(country)];
    if (!known.known) {
      known.known = true;
      known.values = {log_share(group(Group::s_c, s_, country), s_all_[slow]),
                      log_share(group(Group::s_r_c, s_, r_, country), sr_all_[slow]),
                      country_ < 0 ? 0 : log_share(group(Group::c_r_c, country_, r_, country), country_does_)};
    }
    for (const float value : known.values) put(value);
  }

  void put_groups(int32_t o) {
    const int32_t sector = history_.sector(o);
    put(country_ >= 0 ? log_share(group(Group::c_r_o, country_, r_, o), country_does_) : 0);
    put(log_share(group(Group::k_r_o, sector_, r_, o), sector_does_));
    put(sector == sector_ ? 1 : 0);
    Known& known = by_sector_[static_cast<size_t>(sector)];
    if (!known.known) {
      known.known = true;
      known.values = {log_share(group(Group::k_r_k, sector_, r_, sector), sector_does_),
                      log_share(group(Group::r_k, r_, sector), r_all_[slow]),
                      log_share(group(Group::s_k, s_, sector), s_all_[slow])};
    }
    for (const float value : known.values) put(value);
  }

  void put_context() {
    put(log_count(s_all_[fast]) * 0.25F);
    put(log_count(s_all_[slow]) * 0.2F);
    put(log_count(static_cast<float>(history_.neighbours(s_).size())) * 0.15F);
    put(log_count(sr_all_[fast]) * 0.4F);
    put(log_count(sr_all_[slow]) * 0.3F);
    put(log_count(does_.count) * 0.25F);
    put(history_.repeats(r_));
    put(history_.pair_repeats(r_));
    put(history_.partner_repeats(s_));
    put(log_count(r_all_[slow]) * 0.1F);
  }

  const FeatureMaker& maker_;
  const History& history_;
  int32_t step_, s_, r_, inverse_;
  const Trace& subject_;
  const Trace& does_;
  const Trace& relation_;
  int32_t country_, sector_;
  float country_does_, sector_does_;
  std::array<float, speeds> s_all_{}, sr_all_{}, r_all_{};
  std::vector<Known> by_country_, by_sector_;  // the same for all of a country, of a sector
  float* at_ = nullptr;
};

void FeatureMaker::make(int32_t step, EventQuery query, Candidates& into) {
  walk(step, query);
  gather(step, query);
  const size_t width = feature_list().size();
  into.entities = entities_;
  into.features.resize(entities_.size() * width);
  into.promise.resize(entities_.size());
  Row row(*this, step, query);
  for (size_t at = 0; at < entities_.size(); ++at) {
    float* features = into.features.data() + at * width;
    row.write(at, entities_[at], features);
    for (const size_t feature : left_out_) features[feature] = 0;
    into.promise[at] = promise_of(features);
  }
  clear();
}

void FeatureMaker::clear() {
  for (const int32_t entity : entities_) place_[static_cast<size_t>(entity)] = -1;
  entities_.clear();
  neighbour_.clear();
  for (size_t kind = 0; kind < walks_.size(); ++kind) {
    for (const int32_t entity : walked_[kind]) walks_[kind][static_cast<size_t>(entity)] = 0;
    walked_[kind].clear();
  }
}

}  // namespace entente
