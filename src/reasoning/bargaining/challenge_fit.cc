// Which regressors move which payoff, the fit, and the comparison with later windows.
#include "reasoning/bargaining/challenge_fit.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/date.h"

namespace entente {

namespace {

const std::vector<std::string>& outcome_names() {
  static const std::vector<std::string> names = {"quiet", "given way", "answered"};
  return names;
}

constexpr size_t least_a_regressor =
    10;  // answers of the rarer kind (Peduzzi and others 1996); the first ones are kept

/// What stands in a payoff of the challenger must be missing in another; the constants of the two ends of a challenge
/// are told apart by how likely the answer is.
constexpr const char* own_game =
    "outcome ~ contact + before + leaning + elsewhere - 1 | 1 | power | answers + record + power + warned + pressed + "
    "contact";
constexpr const char* extended_game =
    "outcome ~ contact + before + leaning + elsewhere - 1 | 1 | power | answers + stake + record + power + warned + "
    "pressed "
    "+ ties";

DataFrame frame_of(const std::vector<ChallengeCase>& cases) {
  DataFrame out;
  out.rows = cases.size();
  std::vector<std::string>& outcomes = out.text["outcome"];
  for (size_t i = 0; i < cases.size(); ++i) {
    outcomes.push_back(outcome_names()[static_cast<size_t>(cases[i].outcome)]);
    out.line.push_back(i + 1);
  }
  for (size_t k = 0; k < challenge_regressors; ++k) {
    std::vector<double>& column = out.numbers[std::string(challenge_regressor_names()[k])];
    for (const ChallengeCase& one : cases) column.push_back(one.x[k]);
  }
  return out;
}

/// The two, whoever would act: their windows belong together.
uint64_t pair_of(const ChallengeCase& one) {
  return static_cast<uint64_t>(std::min(one.challenger, one.about)) << 16U | std::max(one.challenger, one.about);
}

/// Leaves out regressors that are the same in all cases, or of the defender in all challenged ones: nothing can be
/// learnt of them.
void drop_constant(const std::vector<ChallengeCase>& cases, Payoff& payoff, bool challenged_only) {
  const auto& names = challenge_regressor_names();
  std::erase_if(payoff.columns, [&](const std::string& column) {
    const auto k = static_cast<size_t>(std::find(names.begin(), names.end(), column) - names.begin());
    std::optional<double> first;
    for (const ChallengeCase& one : cases) {
      if (challenged_only && one.outcome == ChallengeOutcome::quiet) continue;
      if (!first) first = one.x[k];
      if (one.x[k] != *first) return false;
    }
    return true;
  });
}

struct CaseCounts {
  size_t challenges = 0;
  size_t answered = 0;
  size_t deeds_anyway = 0;
};

CaseCounts count_cases(const std::vector<ChallengeCase>& cases) {
  CaseCounts out;
  for (const ChallengeCase& one : cases) {
    out.challenges += one.outcome == ChallengeOutcome::quiet ? 0 : 1;
    out.answered += one.outcome == ChallengeOutcome::answered ? 1 : 0;
    out.deeds_anyway += one.deed_anyway ? 1 : 0;
  }
  return out;
}

std::string days_words(int days) {
  return std::to_string(days) + (days == 1 ? " day" : " days");
}

std::optional<Error> too_few(const ChallengeField& field, const CaseCounts& counts) {
  const ChallengeRules& rules = field.rules();
  if (field.windows().empty()) {
    return Error{ErrorCode::missing, "the events known cover no window of " + days_words(rules.window_days) +
                                         " with 90 days before it and " + days_words(rules.answer_days) +
                                         " behind it, before " + iso_day(rules.day)};
  }
  const size_t given_way = counts.challenges - counts.answered;
  if (counts.challenges >= least_challenges && counts.answered >= least_of_each_answer &&
      given_way >= least_of_each_answer) {
    return std::nullopt;
  }
  return Error{ErrorCode::missing, "too few like cases: " + std::to_string(counts.challenges) + " challenges in " +
                                       std::to_string(field.cases().size()) + " windows of pairs, " +
                                       std::to_string(counts.answered) + " of them answered; an estimate needs " +
                                       std::to_string(least_challenges) + ", " + std::to_string(least_of_each_answer) +
                                       " of them answered and as many not"};
}

/// Chances and whether they came true.
struct Ended {
  std::vector<double> chances;
  std::vector<uint8_t> happened;

  void add(double chance, bool yes) {
    chances.push_back(chance);
    happened.push_back(yes ? 1 : 0);
  }
};

ChanceCheck check_chances(const Ended& ends, double base) {
  ChanceCheck out;
  out.fifths = reliability_bins(ends.chances, ends.happened, 5);
  out.ranked = area_under_curve(ends.chances, ends.happened);
  const auto cases = static_cast<double>(std::max<size_t>(1, ends.chances.size()));
  for (size_t i = 0; i < ends.chances.size(); ++i) {
    const bool yes = ends.happened[i] != 0;
    out.brier += brier_score(ends.chances[i], yes) / cases;
    out.base_brier += brier_score(base, yes) / cases;
  }
  return out;
}

}  // namespace

Result<ChallengeFit> fit_challenges(const ChallengeField& field) {
  const std::vector<ChallengeCase>& cases = field.cases();
  const CaseCounts counts = count_cases(cases);
  if (auto few = too_few(field, counts)) return *few;
  ChallengeFit out;
  out.rules = field.rules();
  out.windows = field.windows();
  Result<DeterrenceFormula> formula = deterrence_formula(out.rules.extended ? extended_game : own_game);
  if (!formula) return formula.error();
  out.formula = std::move(*formula);
  for (Payoff* payoff : {&out.formula.status_quo, &out.formula.answered}) drop_constant(cases, *payoff, false);
  drop_constant(cases, out.formula.defender, true);
  const size_t rarer = std::min(counts.answered, counts.challenges - counts.answered);
  std::vector<std::string>& answering = out.formula.defender.columns;
  answering.resize(std::min(answering.size(), std::max<size_t>(1, rarer / least_a_regressor)));
  std::vector<uint64_t> clusters;
  std::set<std::pair<uint16_t, uint16_t>> pairs;
  for (const ChallengeCase& one : cases) {
    clusters.push_back(pair_of(one));
    pairs.insert({one.challenger, one.about});
  }
  Result<DeterrenceFit> fit = estimate_deterrence(frame_of(cases), out.formula, outcome_names(), clusters);
  if (!fit) return fit.error();
  out.fit = std::move(*fit);
  out.pairs = pairs.size();
  const auto n = static_cast<double>(cases.size()), challenges = static_cast<double>(counts.challenges);
  out.base_challenge = challenges / n;
  out.base_answer = static_cast<double>(counts.answered) / challenges;
  out.deeds_anyway = n > challenges ? static_cast<double>(counts.deeds_anyway) / (n - challenges) : 0;
  return out;
}

DeterrenceForecast expect(const ChallengeFit& fit, const ChallengeCase& one) {
  return forecast(fit.fit, fit.formula, frame_of({one})).front();
}

Result<ChallengeCheck> check_challenges(const ChallengeFit& fit, const ChallengeField& later, int64_t from) {
  ChallengeCheck out;
  for (const DayRange& window : later.windows()) {
    if (window.first >= from) out.windows.push_back(window);
  }
  std::vector<ChallengeCase> cases;
  for (const ChallengeCase& one : later.cases()) {
    if (one.from >= from) cases.push_back(one);
  }
  if (cases.empty()) {
    return Error{ErrorCode::missing, "the events known cover no whole window from " + iso_day(from) + " on"};
  }
  const std::vector<DeterrenceForecast> told = forecast(fit.fit, fit.formula, frame_of(cases));
  Ended challenges, answers;
  for (size_t i = 0; i < cases.size(); ++i) {
    const bool challenged = cases[i].outcome != ChallengeOutcome::quiet;
    challenges.add(told[i].challenge, challenged);
    if (challenged) answers.add(told[i].answer, cases[i].outcome == ChallengeOutcome::answered);
  }
  out.challenge = check_chances(challenges, fit.base_challenge);
  out.answer = check_chances(answers, fit.base_answer);
  return out;
}

}  // namespace entente
