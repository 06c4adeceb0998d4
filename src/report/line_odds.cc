// Odds of red lines under each line, then what they rest on.
#include "report/line_odds.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/past_events.h"
#include "report/wrap.h"

namespace entente {

namespace {

constexpr const char* answers_for_others =
    "answers on behalf of a third party: tried on the events of 2014, these odds were no better than the base rate; "
    "--backtest tries them on the ledger's own";
constexpr const char* odds_leave_out =
    "left out: why this line was drawn, nuclear weapons, alliances, what is said in private, and acts that no event "
    "data tell of; capabilities are those of one year";

std::string band_text(const Chance& chance) {
  return fmt::format("{} ({} to {}; base rate {})", chance_text(chance.probability), chance_text(chance.low),
                     chance_text(chance.high), chance_text(chance.base_rate));
}

std::string own_text(const LineOdds& odds, const ChallengeRules& rules) {
  if (odds.own.challenges == 0) {
    return fmt::format("in this pair's own {} windows of {} days: none", odds.own.windows, rules.window_days);
  }
  return fmt::format("in this pair's own {} windows of {} days: {} with one, {} of them answered", odds.own.windows,
                     rules.window_days, odds.own.challenges, odds.own.answered);
}

std::string one_text(const Grounds& grounds, const LineOddsAnswer& answer, const LineOdds& odds, int width) {
  const std::string who = odds.challenger.empty() ? "" : " by " + grounds.name(odds.challenger);
  if (!odds.why_none.empty())
    return paragraph("odds of a challenge" + who + ": none, as " + odds.why_none, width, "  ");
  const ChallengeFit& fit = answer.bases[odds.basis].fit;
  const std::string& towards = grounds.name(odds.about);
  return paragraph(fmt::format("a challenge{} ({} towards {}) within {} days: {}", who, odds.act, towards,
                               fit.rules.window_days, band_text(odds.challenge)),
                   width, "  ") +
         paragraph(fmt::format("then a deed of {} against it within {} days: {}; it comes in {} of windows without a "
                               "challenge too",
                               grounds.name(odds.defender), fit.rules.answer_days, band_text(odds.answer),
                               chance_text(fit.deeds_anyway)),
                   width, "  ") +
         paragraph(own_text(odds, fit.rules), width, "  ");
}

std::string basis_text(const OddsBasis& basis, int width) {
  const ChallengeFit& fit = basis.fit;
  return paragraph(
      fmt::format("{}, {}: {} cases of {} pairs in {} windows from {} to {}, {} challenges, {} of them answered",
                  basis.act, fit.rules.extended ? "towards a third party" : "towards the defender",
                  fit.fit.observations, fit.pairs, fit.windows.size(), iso_day(fit.windows.front().first),
                  iso_day(fit.windows.back().last), fit.challenges(), fit.fit.counts[2]),
      width, "  ");
}

std::string terms_text(const DeterrenceFit& fit) {
  std::string out, payoff;
  for (const DeterrenceTerm& term : fit.terms) {
    if (term.payoff != payoff) out += "    " + term.payoff + "\n";
    payoff = term.payoff;
    out += fmt::format("      {:<12}{:>10.4f}  ({:.4f})\n", term.name, term.value, term.error);
  }
  return out;
}

OrderedJson days_json(const DayRange& days) {
  return {iso_day(days.first), iso_day(days.last)};
}

OrderedJson chance_json(const Chance& chance) {
  return {
      {"probability", chance.probability}, {"low", chance.low}, {"high", chance.high}, {"base_rate", chance.base_rate}};
}

OrderedJson terms_json(const DeterrenceFit& fit) {
  OrderedJson out = OrderedJson::array();
  for (const DeterrenceTerm& term : fit.terms) {
    out.push_back({{"payoff", term.payoff}, {"name", term.name}, {"value", term.value}, {"error", term.error}});
  }
  return out;
}

OrderedJson fit_json(const std::string& act, const ChallengeFit& fit) {
  return {{"act", act},
          {"codes", fit.rules.codes},
          {"extended", fit.rules.extended},
          {"cases", fit.fit.observations},
          {"pairs", fit.pairs},
          {"windows", fit.windows.size()},
          {"first", iso_day(fit.windows.front().first)},
          {"last", iso_day(fit.windows.back().last)},
          {"window_days", fit.rules.window_days},
          {"answer_days", fit.rules.answer_days},
          {"challenges", fit.challenges()},
          {"answered", fit.fit.counts[2]},
          {"deeds_anyway", fit.deeds_anyway},
          {"log_likelihood", fit.fit.log_likelihood},
          {"null_log_likelihood", fit.fit.null_log_likelihood},
          {"coefficients", terms_json(fit.fit)}};
}

OrderedJson history_json(const OddsHistory& history) {
  return {{"data_sets", text_or_null(history.from)},
          {"day", iso_day(history.day)},
          {"window", days_json(history.window)},
          {"notes", history.notes},
          {"why_none", text_or_null(history.why_none)}};
}

std::string fifths_text(const char* of, const ChanceCheck& check) {
  std::string out = fmt::format("  {:<10}{:>8} {:>10} {:>10}\n", of, "cases", "expected", "happened");
  for (size_t i = 0; i < check.fifths.size(); ++i) {
    const ReliabilityBin& bin = check.fifths[i];
    out += fmt::format("  fifth {:<4}{:>8} {:>10.4f} {:>10.4f}\n", i + 1, bin.questions, bin.forecast, bin.frequency);
  }
  return out + fmt::format("  Brier {:.5f}, of the base rate {:.5f}; ranked right {:.3f}\n", check.brier,
                           check.base_brier, check.ranked);
}

OrderedJson check_json(const ChanceCheck& check) {
  OrderedJson fifths = OrderedJson::array();
  for (const ReliabilityBin& bin : check.fifths) {
    fifths.push_back({{"cases", bin.questions}, {"expected", bin.forecast}, {"happened", bin.frequency}});
  }
  return {{"fifths", std::move(fifths)},
          {"brier", check.brier},
          {"base_brier", check.base_brier},
          {"ranked", check.ranked}};
}

}  // namespace

std::string line_odds_text(const Grounds& grounds, const LineOddsAnswer& answer, size_t line, int width) {
  std::string out;
  for (const LineOdds& odds : answer.lines[line]) out += one_text(grounds, answer, odds, width);
  return out;
}

std::string odds_foot_text(const LineOddsAnswer& answer, bool coefficients, int width) {
  const OddsHistory& history = answer.history;
  std::string out = "odds\n";
  if (!history.why_none.empty()) return out + paragraph("none: " + history.why_none, width, "  ");
  out += paragraph(fmt::format("by the deterrence game, of the days from {} to {}; events: {}",
                               iso_day(history.window.first), iso_day(history.window.last), history.from),
                   width, "  ");
  for (const std::string& note : history.notes) out += paragraph("note: " + note, width, "  ");
  for (const OddsBasis& basis : answer.bases) {
    out += basis_text(basis, width);
    if (coefficients) out += terms_text(basis.fit.fit);
  }
  const bool any_extended =
      std::any_of(answer.bases.begin(), answer.bases.end(), [](const auto& basis) { return basis.fit.rules.extended; });
  if (any_extended) out += paragraph(answers_for_others, width, "  ");
  return out +
         paragraph("in brackets: four fifths of what the coefficients leave possible for such pairs on average", width,
                   "  ") +
         paragraph(odds_leave_out, width, "  ");
}

OrderedJson line_odds_json(const LineOdds& odds) {
  const auto id = [](const ActorId& actor) { return text_or_null(actor.str()); };
  const bool told = odds.why_none.empty();
  return {
      {"challenger", id(odds.challenger)},
      {"about", id(odds.about)},
      {"defender", id(odds.defender)},
      {"act", text_or_null(odds.act)},
      {"why_none", text_or_null(odds.why_none)},
      {"challenge", told ? chance_json(odds.challenge) : OrderedJson(nullptr)},
      {"answer", told ? chance_json(odds.answer) : OrderedJson(nullptr)},
      {"own", {{"windows", odds.own.windows}, {"challenges", odds.own.challenges}, {"answered", odds.own.answered}}},
      {"basis", told ? OrderedJson(odds.basis) : OrderedJson(nullptr)}};
}

OrderedJson odds_basis_json(const LineOddsAnswer& answer) {
  OrderedJson out = history_json(answer.history);
  out["bases"] = OrderedJson::array();
  for (const OddsBasis& basis : answer.bases) out["bases"].push_back(fit_json(basis.act, basis.fit));
  return out;
}

std::string odds_check_text(const OddsCheckAnswer& answer, int width) {
  if (!answer.history.why_none.empty()) return paragraph("none: " + answer.history.why_none, width);
  std::string out = paragraph(fmt::format("fitted to what lies before {}, compared with what came from then on to {}; "
                                          "events: {}",
                                          iso_day(answer.from), iso_day(answer.history.day - 1), answer.history.from),
                              width);
  for (const CheckedOdds& one : answer.checked) {
    out += "\n" + one.act + (one.extended ? ", towards a third party\n" : ", towards the defender\n");
    if (one.fit) out += basis_text({one.act, *one.fit}, width);
    if (!one.why_none.empty()) {
      out += paragraph("none: " + one.why_none, width, "  ");
      continue;
    }
    out += fmt::format("  {} later windows from {} to {}\n", one.check.windows.size(),
                       iso_day(one.check.windows.front().first), iso_day(one.check.windows.back().last));
    out += fifths_text("challenge", one.check.challenge) + fifths_text("answer", one.check.answer);
  }
  return out;
}

std::string odds_check_json(const OddsCheckAnswer& answer) {
  OrderedJson out{
      {"history", history_json(answer.history)}, {"from", iso_day(answer.from)}, {"checked", OrderedJson::array()}};
  for (const CheckedOdds& one : answer.checked) {
    const bool told = one.why_none.empty();
    OrderedJson windows = OrderedJson::array();
    for (const DayRange& window : one.check.windows) windows.push_back(days_json(window));
    out["checked"].push_back({{"act", one.act},
                              {"extended", one.extended},
                              {"why_none", text_or_null(one.why_none)},
                              {"fit", one.fit ? fit_json(one.act, *one.fit) : OrderedJson(nullptr)},
                              {"windows", std::move(windows)},
                              {"challenge", told ? check_json(one.check.challenge) : OrderedJson(nullptr)},
                              {"answer", told ? check_json(one.check.answer) : OrderedJson(nullptr)}});
  }
  return dump(out);
}

}  // namespace entente
