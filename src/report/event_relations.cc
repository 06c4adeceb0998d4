#include "report/event_relations.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/text.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

/// "2014-03" for a whole month, "2014" for a year, else its first day.
std::string period_text(const DayRange& days, PeriodUnit unit) {
  const std::string first = iso_day(days.first);
  if (unit == PeriodUnit::month) return first.substr(0, 7);
  return unit == PeriodUnit::year ? first.substr(0, 4) : first;
}

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

std::string pair_line(const PairEvidence& pair) {
  return fmt::format("{:<28} {:<28} {:<5} {:>+6.2f} ± {:.2f}  {:>8.1f} {:>9}\n", pair.a, pair.b, name_of(pair.sign()),
                     pair.balance(), pair.uncertainty(), pair.score(), pair.events);
}

std::string series_text(const RelationsAnswer& answer) {
  std::string out = "\nperiod        events  coop.  confl.  verbal+  mater.+  verbal-  mater.-  Goldstein  sources\n";
  for (const PeriodCount& period : answer.series) {
    out += fmt::format("{:<10} ", period_text(period.days, answer.by));
    if (period.state() != PeriodState::events) {
      out += fmt::format("  {}\n", period.state() == PeriodState::nothing ? "nothing happened" : "not covered");
      continue;
    }
    const auto& q = period.quads;
    out += fmt::format("{:>9} {:>6} {:>7} {:>8} {:>8} {:>8} {:>8} {:>10.1f} {:>8}\n", period.events, q[1] + q[2],
                       q[3] + q[4], q[1], q[2], q[3], q[4], period.goldstein, period.publishers);
  }
  return out;
}

std::string breaks_text(const RelationsAnswer& answer) {
  std::string out;
  for (const SeriesBreak& found : answer.breaks) {
    out += fmt::format("{}: {} {} from {:.2f} to {:.2f} a day", period_text(found.days, answer.by), found.of,
                       found.rate.after > found.rate.before ? "rises" : "falls", found.rate.before, found.rate.after);
    std::vector<std::string> causes;
    for (const BreakCause& cause : found.causes) {
      causes.push_back(fmt::format("{} ({} > {})", to_lower(cause.name), cause.before, cause.after));
    }
    out += (causes.empty() ? "" : ": " + join(causes, "; ")) + "\n";
  }
  return out.empty() ? out : "\nbreaks\n" + out;
}

std::string sets_text(const RelationsAnswer& answer) {
  std::string out;
  for (const CoveredSet& set : answer.sets) {
    out += fmt::format("{}{}{}: {} events, {} to {}\n", set.name, set.version.empty() ? "" : " ", set.version,
                       set.events, iso_day(set.days.first), iso_day(set.days.last));
  }
  return out;
}

}  // namespace

std::string relations_text(const RelationsAnswer& answer, size_t pairs) {
  std::string out = sets_text(answer);
  out += fmt::format("standing on {} by events (half-life {:g} days)\n", iso_day(answer.days.last), answer.half_life);
  out += "a                            b                            sign  balance        score    events\n";
  const size_t shown = pairs == 0 ? answer.pairs.size() : std::min(pairs, answer.pairs.size());
  for (size_t i = 0; i < shown; ++i) out += pair_line(answer.pairs[i]);
  if (shown < answer.pairs.size()) out += fmt::format("and {} more pairs\n", answer.pairs.size() - shown);
  if (answer.pairs.empty()) out += "no events\n";
  if (!answer.by_claims.empty()) out += "\nby claims\n";
  for (const PairStanding& standing : answer.by_claims) {
    out += fmt::format("{:<28} {:<28} {:<5} {:>+6.2f} ± {:.2f}  {} claims\n", standing.pair.from.str(),
                       standing.pair.to.str(), name_of(standing.sign), standing.balance, standing.uncertainty,
                       standing.grounds.size());
  }
  if (answer.camps) {
    out +=
        fmt::format("\ncamps of {} actors and {} sure ties: frustration {:.1f}{}\n", answer.camps->actors,
                    answer.camps->edges, answer.camps->frustration, answer.camps->optimal ? " (proven)" : " at most");
    for (const auto& camp : answer.camps->camps) out += "  " + join(camp, ", ") + "\n";
  }
  if (answer.actors.size() == 2) out += series_text(answer) + breaks_text(answer);
  return out;
}

std::string relations_json(const RelationsAnswer& answer, size_t pairs) {
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
  out["by_claims"] = Json::array();
  for (const PairStanding& standing : answer.by_claims) out["by_claims"].push_back(claims_json(standing));
  out["by"] = name_of(answer.by);
  out["series"] = Json::array();
  for (size_t i = 0; i < answer.series.size(); ++i) out["series"].push_back(period_json(answer, i));
  out["breaks"] = Json::array();
  for (const SeriesBreak& found : answer.breaks) out["breaks"].push_back(break_json(found));
  out["latest"] = Json::array();
  for (const Event& event : answer.latest) out["latest"].push_back(event_json(event));
  out["camps"] = nullptr;
  if (answer.camps) {
    out["camps"] = {{"frustration", answer.camps->frustration},
                    {"at_least", answer.camps->at_least},
                    {"optimal", answer.camps->optimal},
                    {"partition", {answer.camps->camps[0], answer.camps->camps[1]}}};
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace entente
