#include "report/event_json.h"

#include <algorithm>

#include "base/date.h"

namespace entente {
namespace {

using Json = OrderedJson;

Json quads_json(const std::array<uint64_t, 5>& quads) {
  return {{"verbal_cooperation", quads[1]},
          {"material_cooperation", quads[2]},
          {"verbal_conflict", quads[3]},
          {"material_conflict", quads[4]},
          {"other", quads[0]}};
}

Json trend_json(const Trend& trend, size_t at) {
  const TrendPoint& point = trend.points[at];
  return {{"mean", point.mean}, {"low", point.low}, {"high", point.high}};
}

Json period_json(const RelationsAnswer& answer, size_t at) {
  const PeriodCount& period = answer.series[at];
  Json out;
  out["from"] = iso_day(period.days.first);
  out["to"] = iso_day(period.days.last);
  out["state"] = name_of(period.state());
  out["covered_days"] = period.covered_days;
  const bool known = period.state() != PeriodState::not_covered;
  const auto count = [&](uint64_t value) { return known ? Json(value) : Json(nullptr); };
  out["events"] = count(period.events);
  out["forth"] = count(period.forth);
  out["back"] = count(period.events - period.forth);
  out["quads"] = known ? quads_json(period.quads) : Json(nullptr);
  out["goldstein"] = known ? Json(period.goldstein) : Json(nullptr);
  out["publishers"] = count(period.publishers);
  Json domains = Json::object();
  for (int i = 0; i < domain_count; ++i) {
    if (period.domains[i] > 0) domains[std::string(name_of(static_cast<Domain>(i)))] = period.domains[i];
  }
  out["domains"] = known ? domains : Json(nullptr);
  out["cooperation"] = trend_json(answer.cooperation, at);
  out["conflict"] = trend_json(answer.conflict, at);
  return out;
}

Json break_json(const SeriesBreak& found) {
  Json out;
  out["of"] = found.of;
  out["from"] = iso_day(found.days.first);
  out["before"] = found.rate.before;
  out["after"] = found.rate.after;
  out["evidence"] = found.rate.evidence;
  out["causes"] = Json::array();
  for (const BreakCause& cause : found.causes) {
    out["causes"].push_back(
        {{"cameo", cause.kind.code}, {"name", cause.name}, {"before", cause.before}, {"after", cause.after}});
  }
  return out;
}

Json leader_json(const LeaderMark& mark) {
  return {{"date", to_iso(mark.change.day)},
          {"state", mark.change.state.str()},
          {"office", mark.change.office},
          {"name", mark.change.name},
          {"cooperation", {{"before", mark.cooperation_before}, {"after", mark.cooperation_after}}},
          {"conflict", {{"before", mark.conflict_before}, {"after", mark.conflict_after}}}};
}

Json event_json(const Event& event) {
  Json out;
  out["date"] = iso_day(event.day);
  out["source"] = event.source.str();
  out["target"] = event.target.str();
  out["cameo"] = event.kind.code;
  out["type"] = event.kind.type ? Json(name_of(*event.kind.type)) : Json(nullptr);
  out["intensity"] = event.kind.intensity;
  out["data_set"] = event.data_set;
  out["file"] = event.passage.file;
  out["row"] = event.passage.row;
  return out;
}

Json pair_json(const PairEvidence& pair) {
  Json out;
  out["a"] = pair.a;
  out["b"] = pair.b;
  out["sign"] = name_of(pair.sign());
  out["balance"] = pair.balance();
  out["uncertainty"] = pair.uncertainty();
  out["score"] = pair.score();
  out["events"] = pair.events;
  out["domains"] = Json::object();
  for (int i = 0; i < domain_count; ++i) {
    const double positive = pair.domain_positive[i], negative = pair.domain_negative[i];
    if (positive + negative == 0) continue;
    out["domains"][std::string(name_of(static_cast<Domain>(i)))] = {
        {"balance", evidence_balance(positive, negative)}, {"uncertainty", evidence_uncertainty(positive, negative)}};
  }
  return out;
}

Json with_acts_json(const PairWithActs& told) {
  Json out = pair_json(told.pair);
  out["acts"] = Json::array();
  for (const ActBehind& act : told.acts) {
    out["acts"].push_back({{"cameo", act.kind.code},
                           {"name", act.name},
                           {"events", act.events},
                           {"weight", act.weight},
                           {"example", event_json(act.example)}});
  }
  return out;
}

Json claims_json(const PairStanding& standing) {
  Json out;
  out["a"] = standing.pair.from.str();
  out["b"] = standing.pair.to.str();
  out["sign"] = name_of(standing.sign);
  out["balance"] = standing.balance;
  out["uncertainty"] = standing.uncertainty;
  out["claims"] = Json::array();
  for (const ClaimId& id : standing.grounds) out["claims"].push_back(id.str());
  return out;
}

Json set_json(const CoveredSet& set) {
  return {{"name", set.name},     {"version", set.version},          {"licence", set.licence},
          {"events", set.events}, {"from", iso_day(set.days.first)}, {"to", iso_day(set.days.last)}};
}

}  // namespace

OrderedJson events_json(const RelationsAnswer& answer, size_t pairs) {
  Json out;
  out["actors"] = Json::array();
  for (const ActorId& actor : answer.actors) out["actors"].push_back(actor.str());
  out["from"] = iso_day(answer.days.first);
  out["on"] = iso_day(answer.days.last);
  out["half_life"] = answer.half_life;
  out["data_sets"] = Json::array();
  for (const CoveredSet& set : answer.sets) out["data_sets"].push_back(set_json(set));
  out["by_events"] = Json::array();
  const size_t shown = pairs == 0 ? answer.pairs.size() : std::min(pairs, answer.pairs.size());
  for (size_t i = 0; i < shown; ++i) out["by_events"].push_back(pair_json(answer.pairs[i]));
  out["closest"] = Json::array();
  for (const PairWithActs& told : answer.closest) out["closest"].push_back(with_acts_json(told));
  out["most_hostile"] = Json::array();
  for (const PairWithActs& told : answer.most_hostile) out["most_hostile"].push_back(with_acts_json(told));
  out["by_claims"] = Json::array();
  for (const PairStanding& standing : answer.by_claims) out["by_claims"].push_back(claims_json(standing));
  out["by"] = name_of(answer.by);
  out["series"] = Json::array();
  for (size_t i = 0; i < answer.series.size(); ++i) out["series"].push_back(period_json(answer, i));
  out["breaks"] = Json::array();
  for (const SeriesBreak& found : answer.breaks) out["breaks"].push_back(break_json(found));
  out["leaders"] = Json::array();
  for (const LeaderMark& mark : answer.leaders) out["leaders"].push_back(leader_json(mark));
  out["latest"] = Json::array();
  for (const Event& event : answer.latest) out["latest"].push_back(event_json(event));
  out["camps"] = nullptr;
  if (answer.camps) {
    out["camps"] = {{"frustration", answer.camps->frustration},
                    {"at_least", answer.camps->at_least},
                    {"optimal", answer.camps->optimal},
                    {"partition", {answer.camps->camps[0], answer.camps->camps[1]}}};
  }
  return out;
}

}  // namespace entente
