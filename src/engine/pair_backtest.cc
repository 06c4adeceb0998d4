// Replaying forecasts of pairs: a folder of quads becomes a history, months become days to forecast from.
#include "engine/pair_backtest.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>

#include "base/text.h"
#include "engine/parts.h"
#include "sources/sources.h"

namespace entente {
namespace {

/// The first of January of the year in "icews14s" or "icews05-15".
std::optional<Date> origin_by_name(const std::string& folder) {
  const std::string name = to_lower(
      std::filesystem::path(folder.ends_with('/') ? folder.substr(0, folder.size() - 1) : folder).filename().string());
  constexpr std::string_view icews = "icews";
  if (!name.starts_with(icews) || name.size() < icews.size() + 2) return std::nullopt;
  const char tens = name[icews.size()], ones = name[icews.size() + 1];
  if (!is_ascii_digit(tens) || !is_ascii_digit(ones)) return std::nullopt;
  return Date::of_day(2000 + 10 * (tens - '0') + (ones - '0'), 1, 1);
}

Result<Date> month_of(const std::string& text) {
  const std::optional<Date> date = parse_iso_date(text);
  if (date && (date->precision == Precision::month || date->precision == Precision::day)) {
    return Date::of_month(date->year, date->month);
  }
  return Error{ErrorCode::usage, "'" + text + "' is no month such as 2014-08"};
}

Result<std::vector<Date>> months_between(const std::string& from, const std::string& to) {
  const Result<Date> first = month_of(from);
  if (!first) return first.error();
  const Result<Date> last = month_of(to);
  if (!last) return last.error();
  std::vector<Date> days;
  for (int year = first->year, month = first->month; year < last->year || (year == last->year && month <= last->month);
       month == 12 ? (month = 1, ++year) : ++month) {
    days.push_back(Date::of_day(year, month, 1));
  }
  if (days.empty()) return Error{ErrorCode::usage, from + " lies behind " + to};
  return days;
}

Result<std::vector<std::string>> parts_of(const PairBacktestRequest& wanted) {
  const Result<std::vector<std::string>> parts = list_event_files(EventFormat::quads, {wanted.data});
  if (!parts || !wanted.train_only) return parts;
  std::vector<std::string> train;
  for (const std::string& part : *parts) {
    if (std::filesystem::path(part).filename() == "train.txt") train.push_back(part);
  }
  if (train.empty()) return Error{ErrorCode::missing, wanted.data + ": there is no train.txt"};
  return train;
}

Result<void> add_part(const std::string& path, const Date& origin, const EventCodebook& codebook, const Hooks& hooks,
                      PairHistory& history) {
  Result<std::unique_ptr<EventFile>> file = open_events(EventFormat::quads, path, {origin, TimeStep::day});
  if (!file) return file.error();
  std::map<std::string, std::optional<EventKind>, std::less<>> kinds;
  while (std::optional<Result<EventRecord>> record = (*file)->next()) {
    if (!*record) return record->error();
    const EventRecord& row = **record;
    if (hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
    auto kind = kinds.find(row.act);
    if (kind == kinds.end()) {
      kind = kinds.emplace(std::string(row.act), codebook.act(ActScheme::name, row.act)).first;
    }
    if (!kind->second) {
      return Error{ErrorCode::input, path + ":" + std::to_string(row.line) + ": '" + std::string(row.act) +
                                         "' is no name of a CAMEO code"};
    }
    history.add(row.source.name, row.target.name, row.day, kind->second->code, kind->second->intensity);
  }
  return {};
}

Result<std::vector<ActClass>> acts_named(const std::vector<std::string>& names) {
  if (names.empty()) return scored_act_classes();
  std::vector<ActClass> acts;
  for (const std::string& name : names) {
    const std::optional<ActClass> act = act_class_named(name);
    if (!act) {
      return Error{ErrorCode::usage, "'" + name +
                                         "' is no class of acts: use force, aid, material-cooperation, consult, "
                                         "verbal-conflict, a PLOVER type (AID) or a CAMEO code (072)"};
    }
    acts.push_back(*act);
  }
  return acts;
}

/// Regions by the blocs that the lexicon puts a state in; the first that fits.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> regions = {{{"MENA", "Middle East"},
                                                                                   {"AFRICA", "Africa"},
                                                                                   {"LATAM", "Latin America"},
                                                                                   {"CENTASIA", "Central Asia"},
                                                                                   {"ASEAN", "South-East Asia"},
                                                                                   {"EUR", "Europe"},
                                                                                   {"BALKAN", "Europe"},
                                                                                   {"NATO", "North America, Turkey"},
                                                                                   {"CIS", "Russia and neighbours"}}};

std::string region_of(const EventCodebook& codebook, const std::string& name, int year) {
  EventParty party;
  party.name = name;
  const std::optional<ActorId> id = codebook.actor(party, year);
  if (!id) return "";
  const Actor state = codebook.describe(ActorId(id->str().substr(0, id->str().find(':'))));
  if (state.kind != ActorKind::state) return "no state";
  for (const auto& [bloc, region] : regions) {
    const bool member = std::any_of(state.part_of.begin(), state.part_of.end(),
                                    [&, wanted = bloc](const ActorId& of) { return of.str() == wanted; });
    if (member) return std::string(region);
  }
  return "other states";
}

/// By act, then by horizon. The longest goes first, so that a window that the data do not cover is told at once.
Result<std::vector<PairActScores>> over_horizons(const PairHistory& history, const std::vector<int>& horizons,
                                                 PairBacktestOptions options) {
  std::vector<std::vector<PairActScores>> by_act(options.acts.size());
  for (auto days = horizons.rbegin(); days != horizons.rend(); ++days) {
    options.horizon_days = *days;
    Result<std::vector<PairActScores>> scores = entente::backtest_pairs(history, options);
    if (!scores) return scores;
    for (size_t act = 0; act < by_act.size(); ++act) {
      by_act[act].insert(by_act[act].begin(), std::move((*scores)[act]));
    }
  }
  std::vector<PairActScores> out;
  for (std::vector<PairActScores>& some : by_act) {
    std::move(some.begin(), some.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace

Result<PairBacktestAnswer> Engine::backtest_pairs(const PairBacktestRequest& wanted) {
  const auto start = std::chrono::steady_clock::now();
  const std::optional<Date> origin = wanted.origin.known() ? wanted.origin : origin_by_name(wanted.data);
  if (!origin) {
    return Error{ErrorCode::usage, "say which day step 0 is: give --origin, as in --origin 2014-01-01"};
  }
  const Result<std::vector<Date>> months = months_between(wanted.from, wanted.to);
  if (!months) return months.error();
  const Result<std::vector<ActClass>> acts = acts_named(wanted.acts);
  if (!acts) return acts.error();
  const Result<const EventCodebook*> codebook = parts_->load_codebook();
  if (!codebook) return codebook.error();
  const Result<std::vector<std::string>> parts = parts_of(wanted);
  if (!parts) return parts.error();
  PairHistory history;
  for (const std::string& part : *parts) {
    const Result<void> added = add_part(part, *origin, **codebook, parts_->options.hooks, history);
    if (!added) return added.error();
  }
  history.settle();
  PairBacktestOptions options;
  for (const Date& month : *months) options.origins.push_back(first_day(month));
  options.acts = *acts;
  std::map<std::string, std::string> known;
  options.region = [&](const std::string& name) {
    const auto at = known.find(name);
    if (at != known.end()) return at->second;
    return known.emplace(name, region_of(**codebook, name, origin->year)).first->second;
  };
  options.seed = wanted.seed;
  options.threads = parts_->threads();
  options.hooks = parts_->options.hooks;
  Result<std::vector<PairActScores>> scores = over_horizons(history, wanted.horizons, options);
  if (!scores) return scores.error();
  PairBacktestAnswer answer;
  answer.acts = std::move(*scores);
  answer.origins = *months;
  answer.horizons = wanted.horizons;
  answer.events = history.events().size();
  answer.actors = history.actors().size();
  answer.first = day_from_number(history.first_day());
  answer.last = day_from_number(history.last_day());
  answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return answer;
}

}  // namespace entente
