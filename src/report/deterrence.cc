// First the two chances, then the table of payoffs.
#include "report/deterrence.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/wrap.h"

namespace entente {

using Json = nlohmann::ordered_json;

std::string deterrence_text(const DeterrenceAnswer& answer) {
  const DeterrenceFit& fit = answer.fit;
  std::string out = fmt::format(
      "{} observations ({} {}, {} {}, {} {}), log likelihood {:.4f} (of the shares alone {:.4f})\na challenge has a "
      "mean "
      "chance of {:.3f}; it would be answered with {:.3f}\n",
      fit.observations, fit.counts[0], without_controls(fit.outcomes[0]), fit.counts[1],
      without_controls(fit.outcomes[1]), fit.counts[2], without_controls(fit.outcomes[2]), fit.log_likelihood,
      fit.null_log_likelihood, fit.challenge, fit.answer);
  std::string payoff;
  for (const DeterrenceTerm& term : fit.terms) {
    if (term.payoff != payoff) out += "\n" + term.payoff + "\n";
    payoff = term.payoff;
    out += "  " + padded(cut_to(without_controls(term.name), 24), 24) +
           fmt::format("{:>10.4f}  ({:.4f})\n", term.value, term.error);
  }
  return out;
}

std::string deterrence_json(const DeterrenceAnswer& answer) {
  const DeterrenceFit& fit = answer.fit;
  Json out;
  out["observations"] = fit.observations;
  out["outcomes"] = Json::object();
  for (size_t k = 0; k < fit.outcomes.size(); ++k) out["outcomes"][fit.outcomes[k]] = fit.counts[k];
  out["log_likelihood"] = fit.log_likelihood;
  out["null_log_likelihood"] = fit.null_log_likelihood;
  out["iterations"] = fit.iterations;
  out["gradient"] = fit.gradient;
  out["challenge"] = fit.challenge;
  out["answer"] = fit.answer;
  out["coefficients"] = Json::array();
  for (const DeterrenceTerm& term : fit.terms) {
    Json one;
    one["payoff"] = term.payoff;
    one["name"] = term.name;
    one["value"] = term.value;
    one["error"] = term.error;
    out["coefficients"].push_back(std::move(one));
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace entente
