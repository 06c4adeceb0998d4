// Reads the store of events once for a question: who stands how with whom, and the series of those asked for.
#include "engine/event_answer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "engine/event_desk.h"

namespace entente {
namespace {

constexpr size_t latest_shown = 10;
constexpr double half_lives_that_weigh = 14;  // what is older is left out of a standing, so it need not be read

/// Numbers for the names that actors are counted as, and for those asked for.
class CountedNames {
 public:
  CountedNames(const EventDesk& desk, const std::vector<std::string>& actors) {
    for (const std::string& id : actors) {
      of_actor_.push_back(number_of(counted_as(ActorId(id)).str()));
    }
    for (const EventSide& side : desk.sides) sides_.push_back(number_of(side.actor().str()));
    std::map<std::string, uint32_t> states;
    for (uint32_t i = 0; i < names_.size(); ++i) {
      of_state_.push_back(states.try_emplace(principal(ActorId(names_[i])).str(), i).first->second);
    }
  }

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// Whether both belong to one state (or other owner).
  [[nodiscard]] bool of_one_state(uint32_t a, uint32_t b) const { return of_state_[a] == of_state_[b]; }
  [[nodiscard]] uint32_t of(uint32_t actor) const { return of_actor_[actor]; }
  [[nodiscard]] uint32_t of_side(size_t side) const { return sides_[side]; }

 private:
  uint32_t number_of(std::string name) {
    const auto [found, is_new] = numbers_.try_emplace(std::move(name), static_cast<uint32_t>(names_.size()));
    if (is_new) names_.push_back(found->first);
    return found->second;
  }

  std::vector<std::string> names_;
  std::map<std::string, uint32_t> numbers_;
  std::vector<uint32_t> of_actor_;
  std::vector<uint32_t> sides_;
  std::vector<uint32_t> of_state_;  // the first name of the same owner
};

/// The days whose events the series counts: those asked for, else whole periods, since an event may be of a day before
/// the first that is covered (data sets cover the days on which they saw it).
DayRange series_days(const EventDesk& desk, const RelationsQuery& asked) {
  DayRange days = desk.days;
  if (asked.since.empty()) days.first = periods_between({days.first, days.first}, asked.by).front().first;
  return days;
}

/// Counts the runs of one visit.
class AnswerTally {
 public:
  AnswerTally(const EventDesk& desk, const RelationsQuery& asked)
      : desk_(desk), asked_(asked), series_days_(series_days(desk, asked)) {}

  void add(const EventRun& run, const EventWordList& words) {
    if (!names_) begin(words);
    if (desk_.sides.empty()) return add_to_network(run, names_->of(run.source), names_->of(run.target));
    const auto match = desk_.match(words.actors[run.source], words.actors[run.target]);
    if (!match) return;
    const bool alone = desk_.sides.size() == 1;
    const uint32_t other = names_->of(match->forth ? run.target : run.source);
    for (const RunPart& part : parts_within(run.days, match->days)) {
      const EventRun some = cut(run, part);
      add_to_network(some, names_->of_side(0), alone ? other : names_->of_side(1));
      if (series_) add_to_series(some, match->forth);
    }
  }

  [[nodiscard]] std::vector<PairEvidence> pairs() const {
    return network_ ? network_->finish(names_->names()) : std::vector<PairEvidence>();
  }
  /// From the first event on, unless a beginning was asked for.
  [[nodiscard]] std::vector<PeriodCount> series(const std::vector<CoveredSet>& sets) const {
    std::vector<PeriodCount> out = series_ ? series_->finish(days_told_of(sets)) : std::vector<PeriodCount>();
    const auto first = std::find_if(out.begin(), out.end(), [](const PeriodCount& p) { return p.events > 0; });
    if (asked_.since.empty() && first != out.end()) out.erase(out.begin(), first);
    return out;
  }
  [[nodiscard]] std::vector<EventKind> kinds() const { return series_ ? series_->kinds() : std::vector<EventKind>(); }

 private:
  void begin(const EventWordList& words) {
    names_.emplace(desk_, words.actors);
    network_.emplace(desk_.days.last, asked_.half_life, words.kinds);
    if (desk_.sides.size() == 2 || (desk_.sides.size() == 1 && asked_.actor_series)) {
      series_.emplace(periods_between(desk_.days, asked_.by), words.kinds, words.publishers.size());
    }
  }

  static EventRun cut(const EventRun& run, const RunPart& part) {
    const size_t size = part.end - part.begin;
    return {run.source, run.target, run.days.subspan(part.begin, size), run.kinds.subspan(part.begin, size),
            run.publishers.subspan(part.begin, size)};
  }

  void add_to_series(const EventRun& run, bool forth) {
    for (const RunPart& part : parts_within(run.days, {series_days_})) {
      const EventRun wanted = cut(run, part);
      series_->add(wanted.days, wanted.kinds, wanted.publishers, forth);
    }
  }

  void add_to_network(const EventRun& run, uint32_t a, uint32_t b) {
    const std::vector<std::string>& names = names_->names();
    if (a == b || names[a].empty() || names[b].empty()) return;
    if (!asked_.within_states && names_->of_one_state(a, b)) return;
    network_->add(std::min(a, b), std::max(a, b), run.days, run.kinds);
  }

  const EventDesk& desk_;
  const RelationsQuery& asked_;
  DayRange series_days_;
  std::optional<CountedNames> names_;
  std::optional<NetworkTally> network_;
  std::optional<SeriesTally> series_;
};

/// Adds the events of some days, newest first, up to so many as are shown.
Result<void> add_latest_of(EventStore& store, const EventDesk& desk, const DayRange& days, std::vector<Event>& latest) {
  EventQuery query = desk.query;
  query.since = days.first;
  query.until = days.last;
  std::vector<Event> found;
  Result<void> listed = store.list(query, [&](const Event& event) {
    const auto match = desk.match(event.source.str(), event.target.str());
    const bool counts = match && std::any_of(match->days.begin(), match->days.end(), [&](const DayRange& within) {
                          return within.first <= event.day && event.day <= within.last;
                        });
    if (counts) found.push_back(event);
    return true;
  });
  if (!listed) return listed;
  for (auto event = found.rbegin(); event != found.rend() && latest.size() < latest_shown; ++event) {
    latest.push_back(std::move(*event));
  }
  return {};
}

/// The last events, newest first: from the end backwards, at first so few days as should hold them.
Result<void> read_latest(EventStore& store, const EventDesk& desk, const RelationsQuery& asked,
                         RelationsAnswer& answer) {
  const DayRange wanted = series_days(desk, asked);
  for (auto period = answer.series.rbegin(); period != answer.series.rend() && answer.latest.size() < latest_shown;
       ++period) {
    if (period->events == 0) continue;
    const DayRange days = {std::max(wanted.first, period->days.first), std::min(wanted.last, period->days.last)};
    int64_t window =
        1 + static_cast<int64_t>(latest_shown) * (days.last - days.first + 1) / static_cast<int64_t>(period->events);
    for (int64_t last = days.last; last >= days.first && answer.latest.size() < latest_shown; window *= 2) {
      const int64_t first = std::max(days.first, last - window + 1);
      if (Result<void> added = add_latest_of(store, desk, {first, last}, answer.latest); !added) return added;
      last = first - 1;
    }
  }
  return {};
}

/// The pairs at either end, with the acts behind them.
Result<void> read_top(EventStore& store, const EventCodebook& codebook, const RelationsQuery& asked,
                      RelationsAnswer& answer) {
  const auto take = [&](const PairEvidence& pair, std::vector<PairWithActs>& out) -> Result<void> {
    out.push_back({pair, {}});
    if (asked.acts == 0) return {};
    Result<std::vector<ActBehind>> acts = acts_behind(store, pair, answer, codebook, asked);
    if (!acts) return acts.error();
    out.back().acts = std::move(*acts);
    return {};
  };
  for (const bool friendly : {true, false}) {
    std::vector<const PairEvidence*> order;
    for (const PairEvidence& pair : answer.pairs) {
      if (sure_balance(pair, friendly) > 0) order.push_back(&pair);
    }
    std::stable_sort(order.begin(), order.end(), [&](const PairEvidence* a, const PairEvidence* b) {
      return sure_balance(*a, friendly) > sure_balance(*b, friendly);
    });
    if (order.size() > asked.top) order.resize(asked.top);
    for (const PairEvidence* pair : order) {
      Result<void> taken = take(*pair, friendly ? answer.closest : answer.most_hostile);
      if (!taken) return taken;
    }
  }
  return {};
}

}  // namespace

double sure_balance(const PairEvidence& pair, bool friendly) {
  return (friendly ? pair.balance() : -pair.balance()) - pair.uncertainty();
}

Result<RelationsAnswer> answer_by_events(EventStore& store, const EventCodebook& codebook, const LeaderList& leaders,
                                         const RelationsQuery& asked) {
  const Result<EventDesk> desk = EventDesk::lay(store, codebook, asked);
  if (!desk) return desk.error();
  RelationsAnswer answer;
  answer.actors = desk->actors;
  answer.days = desk->days;
  answer.by = asked.by;
  answer.half_life = asked.half_life;
  answer.sets = desk->sets;
  if (answer.sets.empty()) return answer;
  const bool series = answer.actors.size() == 2 || (answer.actors.size() == 1 && asked.actor_series);
  EventQuery query = desk->query;
  // The standing of a day rests on what came before the days asked for, too; behind its horizon nothing weighs.
  const int64_t horizon = answer.days.last - static_cast<int64_t>(std::ceil(half_lives_that_weigh * asked.half_life));
  query.since = series ? std::min(series_days(*desk, asked).first, horizon) : horizon;
  query.publishers = series;
  AnswerTally tally(*desk, asked);
  const Result<void> visited =
      store.visit(query, [&](const EventRun& run, const EventWordList& words) { tally.add(run, words); });
  if (!visited) return visited.error();
  answer.pairs = tally.pairs();
  std::stable_sort(answer.pairs.begin(), answer.pairs.end(), [](const PairEvidence& a, const PairEvidence& b) {
    return std::abs(a.score()) > std::abs(b.score());
  });
  if (series) {
    answer.series = tally.series(answer.sets);
    if (answer.series.empty())
      answer.series = SeriesTally(periods_between(answer.days, asked.by), {}, 0).finish(days_told_of(answer.sets));
    find_breaks(answer, tally.kinds(), codebook, leaders);
    if (Result<void> read = read_latest(store, *desk, asked, answer); !read) return read.error();
  }
  if (asked.top > 0) {
    if (Result<void> read = read_top(store, codebook, asked, answer); !read) return read.error();
  }
  if (asked.camps) answer.camps = structural_balance(sure_edges(answer.pairs), asked.camp_seconds);
  return answer;
}

}  // namespace entente
