#include "report/event_relations.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "report/event_json.h"
#include "report/wrap.h"

namespace entente {
namespace {

/// "2014-03" for a whole month, "2014" for a year, else its first day.
std::string period_text(const DayRange& days, PeriodUnit unit) {
  const std::string first = iso_day(days.first);
  if (unit == PeriodUnit::month) return first.substr(0, 7);
  return unit == PeriodUnit::year ? first.substr(0, 4) : first;
}

std::string pair_line(const PairEvidence& pair) {
  return fmt::format("{:<28} {:<28} {:<5} {:>+6.2f} ± {:.2f}  {:>8.1f} {:>9}\n", pair.a, pair.b, name_of(pair.sign()),
                     pair.balance(), pair.uncertainty(), pair.score(), pair.events);
}

/// "2014-03" or "2014-03 to 2014-07".
std::string stretch_text(const RelationsAnswer& answer, size_t begin, size_t end) {
  const std::string first = period_text(answer.series[begin].days, answer.by);
  return end - begin == 1 ? first : first + " to " + period_text(answer.series[end - 1].days, answer.by);
}

std::string series_text(const RelationsAnswer& answer) {
  std::string out = "\nperiod        events  coop.  confl.  verbal+  mater.+  verbal-  mater.-  Goldstein  sources\n";
  for (size_t i = 0; i < answer.series.size();) {
    const PeriodCount& period = answer.series[i];
    if (period.state() != PeriodState::events) {
      size_t end = i + 1;
      while (end < answer.series.size() && answer.series[end].state() == period.state()) ++end;
      out += fmt::format("{:<10}   {}\n", stretch_text(answer, i, end),
                         period.state() == PeriodState::nothing ? "nothing happened" : "not covered");
      i = end;
      continue;
    }
    const auto& q = period.quads;
    out += fmt::format("{:<10} {:>9} {:>6} {:>7} {:>8} {:>8} {:>8} {:>8} {:>10.1f} {:>8}\n",
                       period_text(period.days, answer.by), period.events, q[1] + q[2], q[3] + q[4], q[1], q[2], q[3],
                       q[4], period.goldstein, period.publishers);
    ++i;
  }
  return out;
}

std::string leaders_text(const RelationsAnswer& answer) {
  std::string out;
  for (const LeaderMark& mark : answer.leaders) {
    out += fmt::format("{}: {}, {} of {}: cooperation {:.2f} > {:.2f}, conflict {:.2f} > {:.2f}\n",
                       to_iso(mark.change.day), mark.change.name, mark.change.office, mark.change.state.str(),
                       mark.cooperation_before, mark.cooperation_after, mark.conflict_before, mark.conflict_after);
  }
  return out.empty() ? out : "\nnew leaders: events a day in the year before, and from then on\n" + out;
}

std::string act_line(const ActBehind& act) {
  const Event& event = act.example;
  const std::string name = cut_to(to_lower(act.name.empty() ? act.kind.code : act.name), 44);
  return fmt::format("      {:<44} {:>6} {:<6} {:>+8.1f}   {} {} > {} ({}, row {})\n", name, act.events,
                     act.events == 1 ? "event" : "events", act.weight, iso_day(event.day), event.source.str(),
                     event.target.str(), event.data_set, event.passage.row);
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

std::string with_acts_text(const std::string& title, const std::vector<PairWithActs>& told) {
  std::string out = told.empty() ? "" : title + "\n";
  for (const PairWithActs& one : told) {
    out += pair_line(one.pair);
    for (const ActBehind& act : one.acts) out += act_line(act);
  }
  return out;
}

std::string pairs_text(const RelationsAnswer& answer, size_t pairs) {
  if (answer.pairs.empty()) return "no events\n";
  if (!answer.closest.empty() || !answer.most_hostile.empty()) {
    return with_acts_text("the closest", answer.closest) + with_acts_text("the most hostile", answer.most_hostile);
  }
  std::string out;
  const size_t shown = pairs == 0 ? answer.pairs.size() : std::min(pairs, answer.pairs.size());
  for (size_t i = 0; i < shown; ++i) out += pair_line(answer.pairs[i]);
  if (shown < answer.pairs.size()) out += fmt::format("and {} more pairs\n", answer.pairs.size() - shown);
  return out;
}

}  // namespace

std::string relations_text(const RelationsAnswer& answer, size_t pairs) {
  std::string out = sets_text(answer);
  out += fmt::format("standing on {} by events (half-life {:g} days)\n", iso_day(answer.days.last), answer.half_life);
  out += "a                            b                            sign  balance        score    events\n";
  out += pairs_text(answer, pairs);
  if (!answer.by_claims.empty()) out += "\nby claims\n";
  const size_t told = pairs == 0 ? answer.by_claims.size() : std::min(pairs, answer.by_claims.size());
  for (size_t i = 0; i < told; ++i) {
    const PairStanding& standing = answer.by_claims[i];
    out += fmt::format("{:<28} {:<28} {:<5} {:>+6.2f} ± {:.2f}  {} claims\n", standing.pair.from.str(),
                       standing.pair.to.str(), name_of(standing.sign), standing.balance, standing.uncertainty,
                       standing.grounds.size());
  }
  if (told < answer.by_claims.size()) out += fmt::format("and {} more pairs\n", answer.by_claims.size() - told);
  if (answer.camps) {
    out +=
        fmt::format("\ncamps of {} actors and {} sure ties: frustration {:.1f}{}\n", answer.camps->actors,
                    answer.camps->edges, answer.camps->frustration, answer.camps->optimal ? " (proven)" : " at most");
    for (const auto& camp : answer.camps->camps) out += "  " + join(camp, ", ") + "\n";
  }
  if (answer.actors.size() == 2) out += series_text(answer) + breaks_text(answer) + leaders_text(answer);
  return out;
}

std::string relations_json(const RelationsAnswer& answer, size_t pairs) {
  return dump(events_json(answer, pairs));
}

}  // namespace entente
