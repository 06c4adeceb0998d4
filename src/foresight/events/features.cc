#include "foresight/events/features.h"

#include <algorithm>
#include <cmath>

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
      {"same sector", groups},
      {"country unknown", groups},
      {"s -> country", groups},
      {"s, r -> country", groups},
      {"country, r -> country", groups},
      {"country, r -> o", groups},
      {"sector, r -> o", groups},
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

FeatureMaker::FeatureMaker(const History& history)
    : history_(history),
      place_(history.entities(), -1),
      by_country_(static_cast<size_t>(history.countries())),
      by_sector_(static_cast<size_t>(history.sectors())),
      country_known_(static_cast<size_t>(history.countries())),
      sector_known_(static_cast<size_t>(history.sectors())) {
  for (auto& walk : walks_) walk.resize(history.entities());
}

// --- candidates ---------------------------------------------------------------------------------------------------

void FeatureMaker::offer(int32_t entity) {
  int32_t& place = place_[static_cast<size_t>(entity)];
  if (place >= 0) return;
  place = static_cast<int32_t>(entities_.size());
  entities_.push_back(entity);
  neighbour_.push_back(nullptr);
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
  const size_t kept = std::min(objects_offered, ranked_.size());
  std::nth_element(ranked_.begin(), ranked_.begin() + static_cast<ptrdiff_t>(kept), ranked_.end());
  std::sort(ranked_.begin(), ranked_.begin() + static_cast<ptrdiff_t>(kept));
  for (size_t i = 0; i < kept; ++i) offer(ranked_[i].second);
  const auto active = history_.most_active();
  for (const int32_t entity : active.first(std::min(active_offered, active.size()))) offer(entity);
  const auto countrymen = history_.of_country(history_.country(query.subject));
  for (const int32_t entity : countrymen.first(std::min(countrymen_offered, countrymen.size()))) offer(entity);
  for (size_t kind = 0; kind < walks_.size(); ++kind) {
    ranked_.clear();
    for (const int32_t entity : walked_[kind]) ranked_.emplace_back(-walks_[kind][static_cast<size_t>(entity)], entity);
    const size_t best = std::min(walks_offered, ranked_.size());
    std::nth_element(ranked_.begin(), ranked_.begin() + static_cast<ptrdiff_t>(best), ranked_.end());
    std::sort(ranked_.begin(), ranked_.begin() + static_cast<ptrdiff_t>(best));
    for (size_t i = 0; i < best; ++i) offer(ranked_[i].second);
  }
}

/// Two steps over shares; over the friends' objects of the relation; over subjects that share objects of the relation.
void FeatureMaker::walk(int32_t step, EventQuery query) {
  const auto reach = [&](size_t kind, int32_t entity, float weight) {
    float& value = walks_[kind][static_cast<size_t>(entity)];
    if (value == 0) walked_[kind].push_back(entity);
    value += weight;
  };
  const Fading& fading = history_.fading();
  for (const Speed speed : {fast, slow}) {
    for (const WeightedNeighbour& middle : history_.closest(query.subject, speed)) {
      for (const WeightedNeighbour& end : history_.closest(middle.entity, speed)) {
        reach(speed == fast ? 0 : 1, end.entity, middle.share * end.share);
      }
    }
  }
  for (const WeightedNeighbour& friend_ : history_.closest(query.subject, slow)) {
    const float all = fading.at(history_.entity(friend_.entity), slow, step) + 1;
    for (const ObjectTrace& object : history_.objects(friend_.entity, query.relation)) {
      reach(2, object.object, friend_.share * fading.at(object.trace, slow, step) / all);
    }
  }
  const int32_t half = history_.relations() / 2;
  const int32_t inverse = query.relation < half ? query.relation + half : query.relation - half;
  for (const ObjectTrace& shared : history_.objects(query.subject, query.relation)) {
    const float first = fading.at(shared.trace, slow, step);
    if (first < 0.2F) continue;
    const float all = fading.at(history_.object(query.relation, shared.object), slow, step) + 1;
    for (const ObjectTrace& other : history_.objects(shared.object, inverse)) {
      const float second = first * fading.at(other.trace, slow, step) / all;
      if (second < 0.02F || other.object == query.subject) continue;
      const float sum = fading.at(history_.object(inverse, other.object), slow, step) + 1;
      for (const ObjectTrace& object : history_.objects(other.object, query.relation)) {
        reach(3, object.object, second * fading.at(object.trace, slow, step) / sum);
      }
    }
  }
}

// --- features -----------------------------------------------------------------------------------------------------

/// The three best confidences of what is known of a pair, and all of them together.
struct FeatureMaker::Rules {
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

void FeatureMaker::make(int32_t step, EventQuery query, Candidates& into) {
  walk(step, query);
  gather(step, query);
  const History& history = history_;
  const Fading& fading = history.fading();
  const int32_t s = query.subject, r = query.relation, half = history.relations() / 2;
  const int32_t inverse = r < half ? r + half : r - half;
  const Trace& subject = history.entity(s);
  const Trace& does = history.object(inverse, s);  // (s, r): as often as s was the object of the inverse
  const Trace& relation = history.relation(r);
  const int32_t cs = history.country(s), ks = history.sector(s);
  const auto now = [&](const Trace& trace, Speed speed) { return fading.at(trace, speed, step); };
  const std::array<float, speeds> s_all = {now(subject, fast), now(subject, mid), now(subject, slow)};
  const std::array<float, speeds> sr_all = {now(does, fast), now(does, mid), now(does, slow)};
  const std::array<float, speeds> r_all = {now(relation, fast), now(relation, mid), now(relation, slow)};
  const float cr_all = cs >= 0 ? now(history.group(Group::c_r, cs, r), slow) : 0;
  const float kr_all = now(history.group(Group::k_r, ks, r), slow);
  const std::array<float, 10> context = {log_count(s_all[fast]) * 0.25F,
                                         log_count(s_all[slow]) * 0.2F,
                                         log_count(static_cast<float>(history.neighbours(s).size())) * 0.15F,
                                         log_count(sr_all[fast]) * 0.4F,
                                         log_count(sr_all[slow]) * 0.3F,
                                         log_count(does.count) * 0.25F,
                                         history.repeats(r),
                                         history.pair_repeats(r),
                                         history.partner_repeats(s),
                                         log_count(r_all[slow]) * 0.1F};
  std::fill(country_known_.begin(), country_known_.end(), 0);
  std::fill(sector_known_.begin(), sector_known_.end(), 0);

  const size_t width = feature_list().size();
  into.entities = entities_;
  into.features.resize(entities_.size() * width);
  into.promise.resize(entities_.size());
  for (size_t at = 0; at < entities_.size(); ++at) {
    const int32_t o = entities_[at];
    float* f = into.features.data() + at * width;
    const auto put = [&f](float value) { *f++ = value; };
    const Neighbour* neighbour = neighbour_[at];
    static const Trace nothing;
    const Trace* triple = &nothing;
    const Trace* back = &nothing;
    Rules rules;
    if (neighbour != nullptr) {
      for (const RelationTrace& known : neighbour->relations) {
        if (known.relation == r) triple = &known.trace;
        if (known.relation == inverse) back = &known.trace;
        const size_t cell = RuleTable::cell(step - known.trace.last, now(known.trace, slow));
        rules.add(history.rules().confidence(r, known.relation, cell));
      }
    }
    const Trace& pair = neighbour != nullptr ? neighbour->all : nothing;
    const Trace& other = history.entity(o);
    const Trace& object = history.object(r, o);
    const auto by_gap = [&](const Trace& trace) {
      if (trace.count < 2 || trace.last == trace.first) return 0.0F;
      const float gap = static_cast<float>(trace.last - trace.first) / (trace.count - 1);
      return std::clamp(quick_log2(static_cast<float>(step - trace.last) / gap) * 0.2F, -1.0F, 1.0F);
    };
    const auto counts = [&](const Trace& trace, float scale) {
      put(age_of(trace, step));
      put(log_count(trace.count) * scale);
      for (const Speed speed : {fast, mid, slow}) put(log_count(now(trace, speed)) * scale * 1.5F);
    };

    counts(*triple, 0.25F);
    for (const Speed speed : {fast, mid, slow}) put(log_share(now(*triple, speed), sr_all[speed]));
    put(log_share(triple->count, does.count));
    put(by_gap(*triple));

    counts(pair, 0.2F);
    for (const Speed speed : {fast, mid, slow}) put(log_share(now(pair, speed), s_all[speed]));
    const float o_slow = now(other, slow);
    put(log_share(now(pair, slow), o_slow));
    put(neighbour != nullptr ? log_count(static_cast<float>(neighbour->relations.size())) * 0.25F : 0);
    put(by_gap(pair));
    put(age_of(*back, step));
    put(log_count(now(*back, mid)) * 0.4F);
    put(log_count(now(*back, slow)) * 0.3F);

    for (const float confidence : rules.best) put(log_odds(confidence));
    put(log_odds(1 - rules.none));
    put(log_odds(neighbour != nullptr ? rules.sum / static_cast<float>(neighbour->relations.size()) : 0));

    counts(object, 0.2F);
    for (const Speed speed : {fast, mid, slow}) put(log_share(now(object, speed), r_all[speed]));
    put(log_share(object.count, relation.count));
    put(log_share(now(object, slow), o_slow));

    counts(other, 0.1F);
    const float burst = (now(other, fast) + 0.3F) / (o_slow * 0.1F + 0.3F);
    put(quick_log2(burst) * 0.25F);
    put(history.partner_repeats(o));

    const int32_t co = history.country(o), ko = history.sector(o);
    put(co >= 0 && co == cs ? 1 : 0);
    put(ks == ko ? 1 : 0);
    put(co < 0 ? 1 : 0);
    if (co >= 0) {
      std::array<float, 4>& values = by_country_[static_cast<size_t>(co)];
      if (country_known_[static_cast<size_t>(co)] == 0) {
        country_known_[static_cast<size_t>(co)] = 1;
        values[0] = log_share(now(history.group(Group::s_c, s, co), slow), s_all[slow]);
        values[1] = log_share(now(history.group(Group::s_r_c, s, r, co), slow), sr_all[slow]);
        values[2] = cs >= 0 ? log_share(now(history.group(Group::c_r_c, cs, r, co), slow), cr_all) : 0;
      }
      for (size_t i = 0; i < 3; ++i) put(values[i]);
    } else {
      for (size_t i = 0; i < 3; ++i) put(0);
    }
    put(cs >= 0 ? log_share(now(history.group(Group::c_r_o, cs, r, o), slow), cr_all) : 0);
    put(log_share(now(history.group(Group::k_r_o, ks, r, o), slow), kr_all));
    std::array<float, 4>& values = by_sector_[static_cast<size_t>(ko)];
    if (sector_known_[static_cast<size_t>(ko)] == 0) {
      sector_known_[static_cast<size_t>(ko)] = 1;
      values[0] = log_share(now(history.group(Group::k_r_k, ks, r, ko), slow), kr_all);
      values[1] = log_share(now(history.group(Group::r_k, r, ko), slow), r_all[slow]);
      values[2] = log_share(now(history.group(Group::s_k, s, ko), slow), s_all[slow]);
    }
    for (size_t i = 0; i < 3; ++i) put(values[i]);

    for (size_t kind = 0; kind < walks_.size(); ++kind) {
      put(log_share(walks_[kind][static_cast<size_t>(o)], kind == 3 ? sr_all[slow] + 1 : 1));
    }
    for (const float value : context) put(value);

    const float* row = into.row(at);
    // A rough order for drawing candidates to train on: rules, then objects, groups and walks.
    into.promise[at] =
        3 * row[27] + row[36] + row[35] + 0.7F * (row[52] + row[53]) + 0.8F * (row[57] + row[58] + row[59] + row[60]);
  }
  for (const int32_t entity : entities_) place_[static_cast<size_t>(entity)] = -1;
  entities_.clear();
  neighbour_.clear();
  for (size_t kind = 0; kind < walks_.size(); ++kind) {
    for (const int32_t entity : walked_[kind]) walks_[kind][static_cast<size_t>(entity)] = 0;
    walked_[kind].clear();
  }
}

}  // namespace entente
