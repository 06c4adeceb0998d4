// Part of a brief: the relation over time, with the events, leaders and red lines that mark it.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/text.h"
#include "engine/brief_desk.h"
#include "engine/pair_claims.h"

namespace entente {

namespace {

constexpr int64_t window = 365;  // days before and after a change of leader
constexpr size_t most_leaders = 10;
constexpr size_t least_periods = 2;  // one alone shows no course of things: then nothing is marked or drawn

/// The pairs that the history is of: the brief's pair, or all of the actor.
DyadTest pairs_of(const BriefDesk& desk, const std::optional<Dyad>& main) {
  if (desk.subject().kind == BriefSubject::Kind::actor) {
    return [who = counted_as(desk.subject().a)](const Dyad& d) { return d.from == who || d.to == who; };
  }
  if (!main) return [](const Dyad&) { return false; };
  return [pair = *main](const Dyad& d) { return unordered(d) == pair; };
}

std::string who_with_whom(BriefDesk& desk, const std::optional<Dyad>& main) {
  if (desk.subject().kind == BriefSubject::Kind::actor) return desk.name(desk.subject().a) + " with all others";
  return main ? desk.both(*main) : "";
}

/// "Israel and Iran: ASSAULT".
std::string event_words(BriefDesk& desk, const Claim& claim) {
  std::string text = desk.names(claim.source);
  if (!claim.target.empty()) text += " → " + desk.names(claim.target);
  text += ": " + std::string(name_of(claim.type));
  if (!claim.good.empty()) text += ", " + good_name(claim.good);
  if (claim.about && !claim.about->text.empty()) text += ", " + in_quotes(claim.about->text);
  return text;
}

void add_events(BriefDesk& desk, const RelationHistory& history, std::vector<TimelineMark>& out) {
  for (const ClaimId& id : history.marks) {
    const Claim& claim = desk.claim(id);
    const Date day = desk.day(claim);
    out.push_back(
        {TimelineMark::Kind::event, day, desk.line(to_iso(day) + ": " + event_words(desk, claim) + '.', {id})});
  }
}

void add_red_lines(BriefDesk& desk, const BriefFacts& facts, std::vector<TimelineMark>& out) {
  for (const RedLineFate& fate : facts.line_fates) {
    if (!fate.drawn.known()) continue;
    std::string text = to_iso(fate.drawn) + ": " + desk.name(fate.line.by) + " draws a red line";
    if (!fate.line.about.empty()) text += " over " + desk.names(fate.line.about);
    out.push_back({TimelineMark::Kind::red_line, fate.drawn, desk.line(text + '.', fate.line.grounds)});
  }
}

/// The claims that a history of these pairs is read off.
std::vector<Claim> claims_of_pairs(const std::vector<Claim>& claims, const DyadTest& of) {
  std::vector<Claim> out;
  std::copy_if(claims.begin(), claims.end(), std::back_inserter(out), [&](const Claim& claim) {
    const std::vector<Dyad> pairs = dyads(claim);
    return std::any_of(pairs.begin(), pairs.end(), of);
  });
  return out;
}

/// How the pairs stood in the year before and the year after, where both are told of.
std::string before_and_after(const BriefDesk& desk, const std::vector<Claim>& claims, const DyadTest& of,
                             const Date& day) {
  const int64_t from = first_day(day);
  const WindowBalance before = window_balance(claims, desk.published(), of, from - window, from - 1);
  const WindowBalance after = window_balance(claims, desk.published(), of, from, from + window);
  if (before.grounds.empty() || after.grounds.empty()) return "";
  return "; in the year before " + balance_figures(before.balance, before.uncertainty) + ", in the year after " +
         balance_figures(after.balance, after.uncertainty);
}

/// New heads within the periods of the chart; one who takes two offices at once is told once.
std::vector<LeaderChange> changes_within(const std::set<ActorId>& states, const RelationHistory& history,
                                         const LeaderList& leaders) {
  std::vector<LeaderChange> out;
  std::set<std::pair<ActorId, std::string>> seen;
  for (const ActorId& state : states) {
    for (LeaderChange& change : leaders(state)) {
      const bool within = change.day.known() && first_day(change.day) >= first_day(history.bins.front().period) &&
                          first_day(change.day) <= last_day(history.bins.back().period);
      if (within && seen.insert({state, change.name}).second) out.push_back(std::move(change));
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const LeaderChange& a, const LeaderChange& b) { return first_day(a.day) < first_day(b.day); });
  if (out.size() > most_leaders) out.erase(out.begin(), out.end() - most_leaders);
  return out;
}

void add_leaders(BriefDesk& desk, const RelationHistory& history, const std::vector<Claim>& claims, const DyadTest& of,
                 const std::set<ActorId>& states, const LeaderList& leaders, std::vector<TimelineMark>& out) {
  for (const LeaderChange& change : changes_within(states, history, leaders)) {
    const std::string text = to_iso(change.day) + ": " + change.name + " becomes " + change.office + " of " +
                             desk.name(change.state) + before_and_after(desk, claims, of, change.day);
    out.push_back({TimelineMark::Kind::leader, change.day, desk.line(text + '.', {})});
  }
}

std::set<ActorId> states_of(const BriefDesk& desk, const std::optional<Dyad>& main) {
  if (desk.subject().kind == BriefSubject::Kind::actor) return {principal(desk.subject().a)};
  if (!main) return {};
  return {principal(main->from), principal(main->to)};
}

}  // namespace

Timeline write_timeline(BriefDesk& desk, const BriefFacts& facts, const std::optional<Dyad>& main,
                        const LeaderList& leaders) {
  const DyadTest of = pairs_of(desk, main);
  Timeline out;
  out.of = who_with_whom(desk, main);
  const std::vector<Claim> claims = claims_of_pairs(desk.wide_claims(), of);
  out.history = relation_history(claims, desk.published(), of);
  if (out.history.bins.size() < least_periods) return out;
  add_events(desk, out.history, out.marks);
  add_red_lines(desk, facts, out.marks);
  if (leaders) add_leaders(desk, out.history, claims, of, states_of(desk, main), leaders, out.marks);
  std::stable_sort(out.marks.begin(), out.marks.end(),
                   [](const TimelineMark& a, const TimelineMark& b) { return first_day(a.day) < first_day(b.day); });
  if (out.history.undated > 0) {
    out.lines.push_back(desk.line(counted(out.history.undated, "claim") + " without a day " +
                                      (out.history.undated == 1 ? "is" : "are") + " not in the chart.",
                                  {}));
  }
  return out;
}

std::vector<PairStanding> standings_around(BriefDesk& desk, const BriefFacts& facts, const Dyad& pair) {
  std::set<ActorId> shown{pair.from, pair.to};
  for (const ActorId& id : nearest_to(pair, facts.web)) shown.insert(id);
  std::vector<PairStanding> out;
  std::copy_if(facts.web.begin(), facts.web.end(), std::back_inserter(out),
               [&](const PairStanding& s) { return shown.contains(s.pair.from) && shown.contains(s.pair.to); });
  for (const ActorId& id : shown) desk.actor(id);  // so that the brief knows their names
  return out;
}

}  // namespace entente
