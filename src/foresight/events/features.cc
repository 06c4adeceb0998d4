#include "foresight/events/features.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente {

namespace {

const Trace nothing;

float log_odds(float share) {
  const float kept = std::clamp(share, 1e-4F, 0.9999F);
  return 1 + quick_log2(kept / (1 - kept)) * 0.0752575F;  // 0 at one in ten thousand, 1 at one in two
}

/// Age on a logarithmic scale; `never` stands apart.
float age_of(const Trace& trace, int32_t step) {
  return trace.seen() ? 1 - quick_log2(static_cast<float>(step - trace.last)) * 0.125F : -0.5F;
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

const float* Candidates::row(size_t at) const {
  return features.data() + at * feature_list().size();
}

/// What is the same for all candidates of a query, and the writing of one candidate's row.
class FeatureMaker::Row {
 public:
  Row(const FeatureMaker& maker, int32_t step, EventQuery query)
      : history_(maker.history_),
        search_(maker.search_),
        step_(step),
        s_(query.subject),
        r_(query.relation),
        inverse_(inverse_of(query.relation, history_.relations())),
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
    const Neighbour* neighbour = search_.neighbour(candidate);
    put_pair(neighbour, history_.entity(o));
    put_object(history_.object(r_, o), history_.entity(o));
    put_activity(history_.entity(o), o);
    put_country(history_.country(o));
    put_groups(o);
    for (size_t kind = 0; kind < CandidateSearch::walks; ++kind) {
      put(log_share(search_.nearness(kind, o), kind == CandidateSearch::walk_of_likes ? sr_all_[slow] + 1 : 1));
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

  const History& history_;
  const CandidateSearch& search_;
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

FeatureMaker::FeatureMaker(const History& history, uint32_t families) : history_(history), search_(history) {
  for (size_t i = 0; i < feature_list().size(); ++i) {
    if ((families >> static_cast<uint32_t>(feature_list()[i].family) & 1U) == 0) left_out_.push_back(i);
  }
}

void FeatureMaker::make(int32_t step, EventQuery query, Candidates& into) {
  search_.search(step, query);
  const size_t width = feature_list().size();
  into.entities = search_.entities();
  into.features.resize(into.entities.size() * width);
  into.promise.resize(into.entities.size());
  Row row(*this, step, query);
  for (size_t at = 0; at < into.entities.size(); ++at) {
    float* features = into.features.data() + at * width;
    row.write(at, into.entities[at], features);
    for (const size_t feature : left_out_) features[feature] = 0;
    into.promise[at] = promise_of(features);
  }
}

}  // namespace entente
