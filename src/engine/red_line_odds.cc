// The operations that put red lines to the history of events: the desk laid out, and how right its odds were.
#include "engine/capabilities.h"
#include "engine/engine.h"
#include "engine/odds_desk.h"
#include "engine/parts.h"
#include "engine/question_desk.h"

namespace entente {

Result<OddsDesk> Engine::Parts::lay_odds(LedgerMark as_of, const OddsRequest& wanted, const Date& earliest) {
  const Result<int64_t> day = day_of_asking(wanted.at);
  if (!day) return day.error();
  const Result<std::string> folder = data_folder();
  if (!folder) return folder.error();
  const Result<Capabilities> capabilities = read_capabilities(*folder);
  if (!capabilities) return capabilities.error();
  const Result<const EventCodebook*> codebook = load_codebook();
  if (!codebook) return codebook.error();
  const auto name = [book = *codebook](const ActorId& id) { return book->describe(id).name; };
  const int64_t first = earliest.known() ? first_day(earliest) : *day;
  return OddsDesk::lay(*ledger, *capabilities, as_of, wanted, *day, first, name, options.hooks);
}

Result<LineOddsFinder> Engine::Parts::line_odds_finder(LedgerMark as_of, const std::string& at) {
  EventStore store = ledger->events();
  const Result<std::vector<EventBatch>> batches = store.batches(as_of);
  if (!batches) return batches.error();
  if (batches->empty()) return LineOddsFinder();
  return LineOddsFinder([this, as_of, at](const std::vector<RedLineFate>& fates) {
    OddsRequest wanted;
    wanted.at = at;
    Result<OddsDesk> desk = lay_odds(as_of, wanted);
    if (desk) return desk->answer(fates);
    LineOddsAnswer none;
    for (const RedLineFate& fate : fates) {
      LineOdds one;
      one.defender = fate.line.by;
      one.why_none = desk.error().message;
      none.lines.push_back({std::move(one)});
    }
    return none;
  });
}

Result<OddsCheckAnswer> Engine::check_odds(const OddsCheckRequest& request, LedgerMark as_of) {
  const std::optional<Date> from = parse_iso_date(request.from);
  if (!from) {
    return Error{ErrorCode::usage, "--backtest " + request.from + ": give a day or month such as 2014-09-01, 2014-09"};
  }
  const Result<Ledger*> opened = parts_->open_ledger(OpenMode::existing);
  if (!opened) return opened.error();
  Result<OddsDesk> desk = parts_->lay_odds(as_of, request.odds, *from);
  if (!desk) return desk.error();
  std::vector<ChallengeAct> acts = {any_challenge(), challenge_of(ClaimType::assault)};
  if (!request.odds.act.empty()) {
    Result<ChallengeAct> act = challenge_named(request.odds.act);
    if (!act) return act.error();
    acts = {std::move(*act)};
  }
  OddsCheckAnswer out{desk->history(), first_day(*from), {}};
  if (!out.history.why_none.empty()) return out;
  for (const ChallengeAct& act : acts) {
    for (const bool extended : {false, true}) {
      if (!(act.helps && !extended)) out.checked.push_back(desk->check(act, extended, out.from));
    }
  }
  return out;
}

}  // namespace entente
