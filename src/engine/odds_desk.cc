#include "engine/odds_desk.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "engine/event_desk.h"

namespace entente {

namespace {

constexpr int64_t odds_stale_after = 30;  // days between the last thing known and the day of asking
constexpr int64_t days_looked_at = 2200;  // before it: three years of windows, and two of what went before them
constexpr int most_odds_days = 366;       // of a window or an answer
constexpr uint16_t no_state = 0xFFFF;

bool is_help(const std::vector<std::string>& codes) {
  return !codes.empty() &&
         std::all_of(codes.begin(), codes.end(), [](const std::string& code) { return code.substr(0, 2) < "09"; });
}

}  // namespace

ChallengeAct any_challenge() {
  return {"material conflict", {"14", "15", "16", "17", "18", "19", "20"}, false};
}

Result<ChallengeAct> challenge_named(const std::string& name) {
  if (name == "material-conflict") return any_challenge();
  const std::optional<ActClass> known = act_class_named(name);
  if (known) return ChallengeAct{known->name, known->codes, is_help(known->codes)};
  return Error{ErrorCode::usage,
               "--act " + name + ": give material-conflict, force, a PLOVER type (ASSAULT) or a CAMEO code (19)"};
}

ChallengeAct challenge_of(ClaimType event) {
  const ActClass known = act_class_of(event);
  return {known.name, known.codes, is_help(known.codes)};
}

Result<OddsDesk> OddsDesk::lay(Ledger& ledger, const Capabilities& capabilities, LedgerMark as_of,
                               const OddsRequest& wanted, int64_t day, int64_t earliest, Namer name,
                               const Hooks& hooks) {
  const auto possible = [](int days) { return days >= 1 && days <= most_odds_days; };
  if (!possible(wanted.window_days) || !possible(wanted.answer_days)) {
    return Error{ErrorCode::usage,
                 "--within and --answered-within: give 1 to " + std::to_string(most_odds_days) + " days"};
  }
  OddsDesk desk;
  desk.wanted_ = wanted;
  desk.name_ = std::move(name);
  if (!wanted.act.empty()) {
    Result<ChallengeAct> act = challenge_named(wanted.act);
    if (!act) return act.error();
    desk.act_ = std::move(*act);
  }
  for (const auto& [state, capability] : capabilities) {
    desk.acts_.states.push_back(state);
    desk.acts_.capabilities.push_back(capability.value);
  }
  EventStore store = ledger.events();
  Result<std::vector<std::string>> sets = desk.find_covers(store, as_of);
  if (!sets) return sets.error();
  desk.begin_window(day);
  if (!desk.history_.why_none.empty()) return Result<OddsDesk>(std::move(desk));
  EventQuery query;
  query.data_sets = std::move(*sets);
  query.as_of = as_of;
  query.since = std::min(earliest, desk.history_.day) - days_looked_at;
  query.until = desk.history_.day - 1;
  const Result<void> read = desk.read(store, query, hooks);
  if (!read) return read.error();
  return Result<OddsDesk>(std::move(desk));
}

Result<std::vector<std::string>> OddsDesk::find_covers(EventStore& store, LedgerMark as_of) {
  const Result<std::vector<EventBatch>> batches = store.batches(as_of);
  if (!batches) return batches.error();
  std::set<std::string> sets;
  for (const EventBatch& batch : *batches) {
    if (tells_of_violence_alone(batch)) continue;
    sets.insert(batch.data_set);
    acts_.covers.insert(acts_.covers.end(), batch.covers.begin(), batch.covers.end());
  }
  acts_.covers = joined(std::move(acts_.covers));
  std::vector<std::string> names(sets.begin(), sets.end());
  history_.from = join(names, ", ");
  return names;
}

Result<void> OddsDesk::read(EventStore& store, const EventQuery& query, const Hooks& hooks) {
  std::vector<uint16_t> state;  // by actor of the run
  const Result<void> visited = store.visit(query, [&](const EventRun& run, const EventWordList& words) {
    if (hooks.stop()) return;
    if (state.size() != words.actors.size()) {
      state.clear();
      for (const std::string& id : words.actors) {
        state.push_back(acts_.number_of(counted_as(ActorId(id))).value_or(no_state));
      }
      acts_.kinds = words.kinds;
    }
    const uint16_t source = state[run.source], target = state[run.target];
    if (source == no_state || target == no_state || source == target) return;
    for (size_t i = 0; i < run.days.size(); ++i) {
      acts_.acts.push_back({run.days[i], source, target, static_cast<uint16_t>(run.kinds[i])});
    }
  });
  if (visited && hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
  return visited;
}

void OddsDesk::begin_window(int64_t day) {
  history_.day = day;
  if (acts_.covers.empty()) {
    history_.why_none = "the ledger holds no event data that tell of all acts: 'entente import' brings them";
  } else if (acts_.covers.front().first >= day) {
    history_.why_none = "the ledger's event data begin on " + iso_day(acts_.covers.front().first);
  } else {
    int64_t last = acts_.covers.front().last;
    for (const DayRange& range : acts_.covers) {
      if (range.first < day) last = std::min(range.last, day - 1);
    }
    if (day - 1 - last > odds_stale_after) {
      history_.day = last + 1;
      history_.notes.push_back("the event data end on " + iso_day(last) + ", " + std::to_string(day - 1 - last) +
                               " days before: the odds are those of the window that begins then");
    }
  }
  history_.window = {history_.day, history_.day + wanted_.window_days - 1};
}

ChallengeRules OddsDesk::rules(const ChallengeAct& act, bool extended, int64_t day) const {
  return {day, wanted_.window_days, wanted_.answer_days, act.codes, act.helps, extended};
}

const OddsDesk::Game& OddsDesk::game(const ChallengeAct& act, bool extended) {
  const auto [place, fresh] = games_.try_emplace({act, extended});
  Game& game = place->second;
  if (!fresh) return game;
  game.field = std::make_unique<ChallengeField>(acts_, rules(act, extended, history_.day));
  Result<ChallengeFit> fit = fit_challenges(*game.field);
  if (fit) {
    game.basis = bases_.size();
    bases_.push_back({act.name, std::move(*fit)});
  } else {
    game.why_none = fit.error().message;
  }
  return game;
}

void OddsDesk::fill(const ChallengeAct& act, LineOdds& odds) {
  for (const ActorId& id : {odds.challenger, odds.about, odds.defender}) {
    if (acts_.number_of(id)) continue;
    odds.why_none = name_(id) + " has no capability figure in world/capabilities.csv, which has states alone";
    return;
  }
  const bool extended = odds.about != odds.defender;
  if (act.helps && !extended) {
    odds.why_none = "what it forbids is help, and the words don't say to whom";
    return;
  }
  const uint16_t challenger = *acts_.number_of(odds.challenger), about = *acts_.number_of(odds.about),
                 defender = *acts_.number_of(odds.defender);
  const Game& known = game(act, extended);
  odds.own = known.field->own(challenger, about, defender);
  odds.why_none = known.why_none;
  if (!odds.why_none.empty()) return;
  odds.basis = known.basis;
  ChallengeCase now = known.field->now(challenger, about, defender);
  now.x[regressor_warned] = 1;  // the line itself is a warning
  const ChallengeFit& fit = bases_[odds.basis].fit;
  const DeterrenceForecast told = expect(fit, now);
  odds.challenge = {told.challenge, told.challenge_band.low, told.challenge_band.high, fit.base_challenge};
  odds.answer = {told.answer, told.answer_band.low, told.answer_band.high, fit.base_answer};
}

std::vector<LineOdds> OddsDesk::odds(const RedLineFate& fate) {
  const RedLine& line = fate.line;
  const ChallengeAct act = act_ ? *act_ : (fate.forbids ? challenge_of(*fate.forbids) : any_challenge());
  LineOdds none{{}, {}, line.by, act.name, history_.why_none, {}, {}, {}, 0};
  if (fate.fate == LineFate::crossed) none.why_none = "it was crossed on " + to_iso(fate.crossing->day);
  const bool others = std::any_of(line.to.begin(), line.to.end(), [&](const ActorId& id) { return id != line.by; });
  if (!others && none.why_none.empty()) none.why_none = "it names nobody who is warned";
  if (!none.why_none.empty()) return {none};
  std::vector<LineOdds> out;
  for (const ActorId& challenger : line.to) {
    if (challenger == line.by) continue;
    std::vector<ActorId> towards;
    for (const ActorId& about : line.about) {
      if (about != challenger) towards.push_back(about);
    }
    if (towards.empty()) towards.push_back(line.by);
    for (const ActorId& about : towards) {
      LineOdds odds = none;
      odds.challenger = challenger;
      odds.about = about;
      fill(act, odds);
      out.push_back(std::move(odds));
    }
  }
  return out;
}

LineOddsAnswer OddsDesk::answer(const std::vector<RedLineFate>& fates) {
  LineOddsAnswer out;
  for (const RedLineFate& fate : fates) out.lines.push_back(odds(fate));
  out.history = history_;
  out.bases = bases_;
  return out;
}

CheckedOdds OddsDesk::check(const ChallengeAct& act, bool extended, int64_t from) const {
  CheckedOdds out{act.name, extended, {}, std::nullopt, {}};
  Result<ChallengeFit> fit = fit_challenges(ChallengeField(acts_, rules(act, extended, from)));
  if (!fit) {
    out.why_none = fit.error().message;
    return out;
  }
  Result<ChallengeCheck> check =
      check_challenges(*fit, ChallengeField(acts_, rules(act, extended, history_.day)), from);
  if (check) {
    out.check = std::move(*check);
  } else {
    out.why_none = check.error().message;
  }
  out.fit = std::move(*fit);
  return out;
}

}  // namespace entente
