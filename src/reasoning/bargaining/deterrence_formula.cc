// "outcome ~ a + b - 1 | 1 | 1 | c" as the regressors of the four payoffs.
#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "reasoning/bargaining/deterrence_game.h"

namespace entente {

namespace {

Result<Payoff> payoff_of(std::string_view text) {
  Payoff payoff;
  payoff.constant = true;
  std::string spaced;
  for (const char c : text) spaced += c == '-' ? std::string("+-") : std::string(1, c);
  for (const std::string_view term : split(spaced, '+')) {
    if (term.empty()) continue;
    if (term == "1") {
      payoff.constant = true;
    } else if (term == "0" || term == "-1" || term == "- 1") {
      payoff.constant = false;
    } else if (term.starts_with('-') || term.find(' ') != std::string_view::npos) {
      return Error{ErrorCode::usage, "'" + std::string(term) + "' is no regressor: give names of columns, 0 or 1"};
    } else {
      payoff.columns.emplace_back(term);
    }
  }
  return payoff;
}

[[gnu::noinline]] std::string found_everywhere(std::string_view what) {  // inlined, GCC 12 sees an overflow in it
  return std::string(what) + " stands in all of the challenger's payoffs, which cannot be told from none";
}

bool depends_on(const Payoff& payoff, const std::string& column) {
  return std::find(payoff.columns.begin(), payoff.columns.end(), column) != payoff.columns.end();
}

}  // namespace

Result<DeterrenceFormula> deterrence_formula(const std::string& text) {
  const auto sides = split(text, '~');
  const auto parts = sides.size() == 2 ? split(sides[1], '|') : std::vector<std::string_view>();
  if (parts.size() != 4 || sides[0].empty()) {
    return Error{ErrorCode::usage, "'" + text + "' is no formula of the game: write 'outcome ~ a + b - 1 | 1 | 1 | c'"};
  }
  DeterrenceFormula formula;
  formula.outcome = std::string(sides[0]);
  std::array<Payoff*, 4> places = {&formula.status_quo, &formula.given_way, &formula.answered, &formula.defender};
  for (size_t k = 0; k < 4; ++k) {
    Result<Payoff> payoff = payoff_of(parts[k]);
    if (!payoff) return payoff.error();
    *places[k] = std::move(*payoff);
  }
  if (formula.status_quo.constant && formula.given_way.constant && formula.answered.constant) {
    return Error{ErrorCode::usage, found_everywhere("a constant")};
  }
  for (const std::string& column : formula.status_quo.columns) {
    if (depends_on(formula.given_way, column) && depends_on(formula.answered, column))
      return Error{ErrorCode::usage, found_everywhere("'" + column + "'")};
  }
  if (formula.defender.columns.empty() && !formula.defender.constant) {
    return Error{ErrorCode::usage, "the defender's payoff needs a regressor or 1"};
  }
  return formula;
}

std::vector<std::string> regressors_of(const DeterrenceFormula& formula) {
  std::set<std::string> names;
  for (const Payoff* payoff : deterrence_detail::payoffs_of(formula)) {
    names.insert(payoff->columns.begin(), payoff->columns.end());
  }
  return {names.begin(), names.end()};
}

}  // namespace entente
