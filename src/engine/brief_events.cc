// Part of a brief: what coded events say of the subject, beside what the claims tell.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/text.h"
#include "engine/brief_desk.h"
#include "engine/event_answer.h"

namespace entente {

namespace {

constexpr size_t most_breaks = 6;
constexpr size_t most_causes = 2;
constexpr size_t most_latest = 3;
constexpr size_t most_partners = 5;  // at either end of an actor's relations
constexpr size_t most_leaders_told = 6;
constexpr size_t most_leading_partners = 3;  // in short

/// "+0.40".
std::string signed_figure(double value) {
  const std::string figures = balance_figures(value, 0);
  return figures.substr(0, figures.find(' '));
}

std::string rate_words(double rate) {
  const double shown = std::round(rate * 100) / 100;
  return shown > 0 ? number(shown) : (rate > 0 ? "less than 0.01" : "none");
}

/// Of an actor's pair the one beside it.
ActorId other_of(const RelationsAnswer& events, const PairEvidence& pair) {
  return ActorId(pair.a == events.actors.front().str() ? pair.b : pair.a);
}

uint64_t sum_of(const RelationsAnswer& events, Quad a, Quad b) {
  uint64_t out = 0;
  for (const PeriodCount& period : events.series) {
    out += period.quads[static_cast<size_t>(a)] + period.quads[static_cast<size_t>(b)];
  }
  return out;
}

void add_coverage(BriefDesk& desk, const RelationsAnswer& events, std::vector<BriefLine>& out) {
  std::vector<std::string> sets;
  for (const CoveredSet& set : events.sets) {
    sets.push_back(set.name + (set.version.empty() ? "" : " " + set.version) + ", " + iso_day(set.days.first) + " to " +
                   iso_day(set.days.last));
  }
  const uint64_t good = sum_of(events, Quad::verbal_cooperation, Quad::material_cooperation);
  const uint64_t bad = sum_of(events, Quad::verbal_conflict, Quad::material_conflict);
  const auto part = [&](uint64_t n) {
    return percent(static_cast<double>(n) / static_cast<double>(std::max<uint64_t>(1, events.events)));
  };
  out.push_back(desk.line("The event data (" + join(sets, "; ") + ") have " + counted(events.events, "event") +
                              (events.actors.size() == 2 ? " between the two" : " with others") + ": " + part(good) +
                              " of cooperation, " + part(bad) + " of conflict.",
                          {}));
}

/// "2,311 events since 2014-01-01, 43 % of conflict".
std::string extent_words(const RelationsAnswer& events) {
  const uint64_t bad = sum_of(events, Quad::verbal_conflict, Quad::material_conflict);
  const double share = static_cast<double>(bad) / static_cast<double>(std::max<uint64_t>(1, events.events));
  const int64_t first = events.series.empty() ? 0 : std::max(events.series.front().days.first, events.days.first);
  const std::string since = events.series.empty() ? "" : " since " + iso_day(first);
  return counted(events.events, "event") + since + ", " + percent(share) + " of conflict";
}

std::string domains_words(const PairEvidence& pair) {
  std::vector<std::string> good, bad;
  for (int i = 0; i < domain_count; ++i) {
    const double positive = pair.domain_positive[i], negative = pair.domain_negative[i];
    const double balance = evidence_balance(positive, negative);
    if (std::abs(balance) <= evidence_uncertainty(positive, negative)) continue;
    (balance > 0 ? good : bad).emplace_back(name_of(static_cast<Domain>(i)));
  }
  std::string out;
  if (!good.empty()) out += "; friendly in the " + listed(good) + (good.size() > 1 ? " fields" : " field");
  if (!bad.empty()) out += "; hostile in the " + listed(bad) + (bad.size() > 1 ? " fields" : " field");
  return out;
}

/// Where events and claims put the pair, and whether they agree.
void add_pair(BriefDesk& desk, const BriefFacts& facts, const RelationsAnswer& events, std::vector<BriefLine>& out) {
  if (events.pairs.empty()) return;
  const PairEvidence& pair = events.pairs.front();
  out.push_back(desk.line("By events of its last years, older ones counting less, the pair stands on " +
                              iso_day(events.days.last) + " " +
                              standing_words(pair.sign(), pair.balance(), pair.uncertainty()) + ", " +
                              balance_figures(pair.balance(), pair.uncertainty()) + domains_words(pair) + ".",
                          {}));
  const Dyad subject = unordered({ActorId(pair.a), ActorId(pair.b)});
  const auto told = std::find_if(facts.pairs.begin(), facts.pairs.end(),
                                 [&](const PairStanding& standing) { return standing.pair == subject; });
  if (told == facts.pairs.end()) return;
  const bool clear = std::abs(pair.balance()) > pair.uncertainty() && std::abs(told->balance) > told->uncertainty;
  if (!clear) return;
  const bool agree = (pair.balance() > 0) == (told->balance > 0);
  out.push_back(desk.line(agree ? "What the texts tell agrees with that."
                                : "What the texts tell points the other way (" +
                                      balance_figures(told->balance, told->uncertainty) +
                                      "): texts and event data cover other times or other things.",
                          {}));
}

/// A name that only a data set knows, a person's mostly: whose side it stands on nobody can tell.
bool is_stranger(const Actor& actor) {
  return actor.kind == ActorKind::organ && actor.part_of.empty();
}

/// Whom events surely put on one side of an actor, those first whose side is surest.
std::vector<const PairEvidence*> partners_of(BriefDesk& desk, const RelationsAnswer& events, bool friendly,
                                             size_t most) {
  std::vector<const PairEvidence*> order, out;
  for (const PairEvidence& pair : events.pairs) {
    if (sure_balance(pair, friendly) > 0) order.push_back(&pair);
  }
  std::stable_sort(order.begin(), order.end(), [&](const PairEvidence* x, const PairEvidence* y) {
    return sure_balance(*x, friendly) > sure_balance(*y, friendly);
  });
  for (const PairEvidence* pair : order) {
    if (out.size() == most) break;
    if (!is_stranger(desk.actor(other_of(events, *pair)))) out.push_back(pair);
  }
  return out;
}

std::string partner_words(BriefDesk& desk, const RelationsAnswer& events, bool friendly, size_t most, bool with_count) {
  std::vector<std::string> out;
  for (const PairEvidence* pair : partners_of(desk, events, friendly, most)) {
    out.push_back(desk.name(other_of(events, *pair)) + " (" + signed_figure(pair->balance()) +
                  (with_count ? ", " + counted(pair->events, "event") : "") + ")");
  }
  return listed(out);
}

void add_partners(BriefDesk& desk, const RelationsAnswer& events, std::vector<BriefLine>& out) {
  const std::string friends = partner_words(desk, events, true, most_partners, true);
  const std::string foes = partner_words(desk, events, false, most_partners, true);
  if (!friends.empty()) out.push_back(desk.line("By events closest to it: " + friends + ".", {}));
  if (!foes.empty()) out.push_back(desk.line("By events most at odds with it: " + foes + ".", {}));
}

/// "conflict rises from 0.8 to 4.2 events a day, above all “threaten” (2 → 31)".
std::string break_words(const SeriesBreak& found) {
  std::vector<std::string> causes;
  for (size_t i = 0; i < std::min(most_causes, found.causes.size()); ++i) {
    const BreakCause& cause = found.causes[i];
    causes.push_back(in_quotes(to_lower(cause.name.empty() ? cause.kind.code : cause.name)) + " (" +
                     std::to_string(cause.before) + " → " + std::to_string(cause.after) + ")");
  }
  return found.of + (found.rate.after > found.rate.before ? " rises" : " falls") + " from " +
         rate_words(found.rate.before) + " to " + rate_words(found.rate.after) + " events a day" +
         (causes.empty() ? "" : ", above all " + listed(causes));
}

/// The surest of all, at most so many, the surest first.
std::vector<const SeriesBreak*> surest_breaks(const RelationsAnswer& events, size_t most) {
  std::vector<const SeriesBreak*> chosen;
  for (const SeriesBreak& found : events.breaks) chosen.push_back(&found);
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const auto* a, const auto* b) { return a->rate.evidence > b->rate.evidence; });
  if (chosen.size() > most) chosen.resize(most);
  return chosen;
}

void add_breaks(BriefDesk& desk, const RelationsAnswer& events, std::vector<BriefLine>& out) {
  std::vector<const SeriesBreak*> chosen = surest_breaks(events, most_breaks);
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const auto* a, const auto* b) { return a->days.first < b->days.first; });
  for (const SeriesBreak* found : chosen) {
    out.push_back(desk.line(iso_day(found->days.first).substr(0, 7) + ": " + break_words(*found) + ".", {}));
  }
}

void add_leaders_told(BriefDesk& desk, const RelationsAnswer& events, std::vector<BriefLine>& out) {
  const size_t first = events.leaders.size() - std::min(most_leaders_told, events.leaders.size());
  for (size_t i = first; i < events.leaders.size(); ++i) {
    const LeaderMark& mark = events.leaders[i];
    out.push_back(desk.line(
        to_iso(mark.change.day) + ": " + mark.change.name + " becomes " + mark.change.office + " of " +
            desk.name(mark.change.state) + "; events a day, in the year before → in the year after: cooperation " +
            rate_words(mark.cooperation_before) + " → " + rate_words(mark.cooperation_after) + ", conflict " +
            rate_words(mark.conflict_before) + " → " + rate_words(mark.conflict_after) + ".",
        {}));
  }
}

/// PLOVER has no type for mere statements and appeals.
std::string event_act_words(const EventKind& kind) {
  if (kind.type) return std::string(name_of(*kind.type));
  if (kind.code.starts_with("01")) return "a statement";
  return kind.code.starts_with("02") ? "an appeal" : "CAMEO " + kind.code;
}

void add_latest(BriefDesk& desk, const RelationsAnswer& events, std::vector<BriefLine>& out) {
  for (size_t i = 0; i < std::min(most_latest, events.latest.size()); ++i) {
    const Event& event = events.latest[i];
    const std::string act = event_act_words(event.kind);
    out.push_back(desk.line((i == 0 ? "Last: " : "Before: ") + iso_day(event.day) + ", " + desk.name(event.source) +
                                " → " + desk.name(event.target) + ": " + act + " (" + event.data_set + ", row " +
                                number(static_cast<double>(event.passage.row)) + ").",
                            {}));
  }
}

/// Where events put a pair, or an actor among the others.
void add_event_standing(BriefDesk& desk, const RelationsAnswer& events, std::vector<BriefLine>& out) {
  const std::string extent = " (" + extent_words(events) + ").";
  if (events.actors.size() == 2) {
    const std::string who = desk.both(unordered({events.actors[0], events.actors[1]}));
    if (events.pairs.empty()) {
      out.push_back(desk.line("By event data " + who + " stand nowhere clearly on " + iso_day(events.days.last) +
                                  ": no event of the last years weighs anything" + extent,
                              {}));
      return;
    }
    const PairEvidence& pair = events.pairs.front();
    out.push_back(desk.line("By event data " + who + " stand " +
                                standing_words(pair.sign(), pair.balance(), pair.uncertainty()) + " on " +
                                iso_day(events.days.last) + ", " + balance_figures(pair.balance(), pair.uncertainty()) +
                                " on a scale from −1 to +1" + extent,
                            {}));
    return;
  }
  const std::string friends = partner_words(desk, events, true, most_leading_partners, false);
  const std::string foes = partner_words(desk, events, false, most_leading_partners, false);
  std::string text = "By event data " + desk.name(events.actors.front());
  if (!friends.empty()) text += " is closest to " + friends;
  if (!foes.empty()) text += (friends.empty() ? " is" : " and") + std::string(" most at odds with ") + foes;
  if (friends.empty() && foes.empty()) text += " stands clearly to nobody";
  out.push_back(desk.line(text + extent, {}));
}

}  // namespace

std::vector<BriefLine> write_event_lead(BriefDesk& desk, const RelationsAnswer& events) {
  std::vector<BriefLine> out;
  add_event_standing(desk, events, out);
  if (!desk.claims().empty()) return out;
  for (const SeriesBreak* found : surest_breaks(events, 1)) {
    out.push_back(desk.line(
        "The surest change came in " + iso_day(found->days.first).substr(0, 7) + ": " + break_words(*found) + ".", {}));
  }
  out.push_back(desk.line("No text in the ledger tells of " +
                              (events.actors.size() == 2 ? std::string("the two") : desk.name(events.actors.front())) +
                              ": all that stands here is counted from coded events.",
                          {}));
  return out;
}

std::vector<BriefLine> write_events(BriefDesk& desk, const BriefFacts& facts, const RelationsAnswer& events) {
  std::vector<BriefLine> out;
  add_coverage(desk, events, out);
  if (events.actors.size() == 2) {
    add_pair(desk, facts, events, out);
  } else {
    add_partners(desk, events, out);
  }
  add_breaks(desk, events, out);
  add_leaders_told(desk, events, out);
  add_latest(desk, events, out);
  return out;
}

}  // namespace entente
