// Panels and lists for other programs, in the order of time, never more than a year's events in memory.
#include "engine/event_export.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/date.h"
#include "engine/event_desk.h"
#include "engine/parts.h"

namespace entente {
namespace {

constexpr double millionths = 1e6;  // intensities are summed as whole numbers, so that no order changes a sum

/// Counts of one pair in one period.
struct Cell {
  uint64_t events = 0;
  uint64_t quads[5] = {};
  int64_t goldstein = 0;
};
using PairNames = std::pair<std::string, std::string>;

/// Cells by pair and period.
class PanelTally {
 public:
  PanelTally(const std::vector<DayRange>& periods, bool directed, bool within_states)
      : periods_(periods), directed_(directed), within_states_(within_states) {}

  void add(const EventRun& run, const EventWordList& words) {
    if (counted_.empty()) {
      for (const std::string& id : words.actors) counted_.push_back(counted_as(ActorId(id)).str());
      for (const EventKind& kind : words.kinds) weights_.push_back(std::llround(kind.intensity * millionths));
    }
    PairNames pair{counted_[run.source], counted_[run.target]};
    if (pair.first.empty() || pair.second.empty() || pair.first == pair.second) return;
    const bool inside = principal(ActorId(pair.first)) == principal(ActorId(pair.second));
    if (inside && !within_states_) return;
    if (!directed_ && pair.second < pair.first) std::swap(pair.first, pair.second);
    std::map<size_t, Cell>& cells = cells_[pair];
    for (size_t i = 0; i < run.days.size(); ++i) {
      const auto period = std::lower_bound(periods_.begin(), periods_.end(), run.days[i],
                                           [](const DayRange& range, int64_t day) { return range.last < day; });
      Cell& cell = cells[static_cast<size_t>(period - periods_.begin())];
      ++cell.events;
      ++cell.quads[static_cast<size_t>(words.kinds[run.kinds[i]].quad)];
      cell.goldstein += weights_[run.kinds[i]];
    }
  }

  std::map<PairNames, std::map<size_t, Cell>>& cells() { return cells_; }

 private:
  const std::vector<DayRange>& periods_;
  bool directed_;
  bool within_states_;
  std::vector<std::string> counted_;
  std::vector<int64_t> weights_;
  std::map<PairNames, std::map<size_t, Cell>> cells_;
};

/// Adds the pairs of states that are members at some time of the days.
void add_member_pairs(const StateSystem& states, const DayRange& days, bool directed, PanelTally& tally) {
  std::set<std::string> members;
  for (const StateMembership& member : states.members()) {
    const bool meets = member.days.first <= days.last && member.days.last >= days.first;
    if (member.list == StateList::cow && meets && !member.actors.empty()) members.insert(member.actors.front().str());
  }
  for (const std::string& a : members) {
    for (const std::string& b : members) {
      if (a < b || (directed && a != b)) tally.cells()[{a, b}];
    }
  }
}

/// Days of each period that the data sets tell of, by the rule of series.
std::vector<int64_t> covered_days(const std::vector<DayRange>& periods, const std::vector<CoveredSet>& sets) {
  std::vector<int64_t> out;
  for (const PeriodCount& period : SeriesTally(periods, {}, 0).finish(days_told_of(sets))) {
    out.push_back(period.covered_days);
  }
  return out;
}

}  // namespace

/// What every export of events stands on.
struct ExportDesk {
  EventStore store;
  StateSystem states;
  EventDesk desk;
};

Result<ExportDesk> Engine::Parts::lay_export(const RelationsQuery& asked) {
  Result<Ledger*> ledger = open_ledger(OpenMode::existing);
  if (!ledger) return ledger.error();
  const Result<const EventCodebook*> codebook = load_codebook();
  if (!codebook) return codebook.error();
  const Result<std::string> folder = data_folder();
  if (!folder) return folder.error();
  Result<StateSystem> states = read_state_system(*folder + "/world/state_system.csv");
  if (!states) return states.error();
  EventStore store = (*ledger)->events();
  Result<EventDesk> desk = EventDesk::lay(store, **codebook, asked);
  if (!desk) return desk.error();
  return ExportDesk{std::move(store), *std::move(states), *std::move(desk)};
}

Result<void> Engine::export_events(const RelationsQuery& asked, const CodedEventSink& sink) {
  Result<ExportDesk> laid = parts_->lay_export(asked);
  if (!laid) return laid.error();
  auto& [store, states, desk] = *laid;
  bool wanted = true;
  for (const DayRange& year : periods_between(desk.days, PeriodUnit::year)) {
    EventQuery query = desk.query;
    query.since = std::max(query.since, year.first);
    query.until = std::min(query.until, year.last);
    Result<void> listed = store.list(query, [&](const Event& event) {
      const auto code = [&](StateList list, const ActorId& actor) { return states.code(list, actor, event.day); };
      wanted = sink({event, code(StateList::cow, event.source), code(StateList::cow, event.target),
                     code(StateList::gw, event.source), code(StateList::gw, event.target)});
      return wanted && !parts_->options.hooks.stop();
    });
    if (!listed || !wanted) return listed;
    if (parts_->options.hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
  }
  return {};
}

Result<void> Engine::export_panel(const PanelQuery& asked, const PanelSink& sink) {
  Result<ExportDesk> laid = parts_->lay_export(asked.of);
  if (!laid) return laid.error();
  auto& [store, states, desk] = *laid;
  const std::vector<DayRange> periods = periods_between(desk.days, asked.of.by);
  PanelTally tally(periods, asked.directed, asked.of.within_states);
  if (asked.all_states) add_member_pairs(states, desk.days, asked.directed, tally);
  const Result<void> visited =
      store.visit(desk.query, [&](const EventRun& run, const EventWordList& words) { tally.add(run, words); });
  if (!visited) return visited;
  const std::vector<int64_t> covered = covered_days(periods, desk.sets);
  for (const auto& [pair, cells] : tally.cells()) {
    for (size_t i = 0; i < periods.size(); ++i) {
      PanelRow row;
      row.days = periods[i];
      row.a = ActorId(pair.first);
      row.b = ActorId(pair.second);
      row.cow_a = states.code(StateList::cow, row.a, periods[i].first);
      row.cow_b = states.code(StateList::cow, row.b, periods[i].first);
      row.gw_a = states.code(StateList::gw, row.a, periods[i].first);
      row.gw_b = states.code(StateList::gw, row.b, periods[i].first);
      row.covered_days = covered[i];
      if (const auto cell = cells.find(i); cell != cells.end()) {
        row.events = cell->second.events;
        std::copy(std::begin(cell->second.quads), std::end(cell->second.quads), std::begin(row.quads));
        row.goldstein = static_cast<double>(cell->second.goldstein) / millionths;
        row.covered_days = std::max<int64_t>(row.covered_days, 1);  // a GDELT row may tell of a day before its own
      }
      if (!sink(row)) return {};
    }
    if (parts_->options.hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
  }
  return {};
}

}  // namespace entente
