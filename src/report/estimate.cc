#include "report/estimate.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "report/wrap.h"

namespace entente {

namespace {

std::string wrapped(const std::string& text, int width) {
  return wrap({{text, ""}}, static_cast<size_t>(width), "", "  ", false);
}

std::string left_out(const PpmlFit& fit) {
  if (fit.separated == 0) return "";
  return fmt::format("{} rows left out, where no trade is to be explained ({})", fit.separated,
                     join(fit.separated_by, "; "));
}

std::string errors_of(const EstimateAnswer& answer) {
  if (answer.asked.cluster.empty()) return "standard errors robust to heteroskedasticity";
  return fmt::format("standard errors clustered by {} ({} clusters)", answer.asked.cluster, answer.fit.clusters);
}

}  // namespace

std::string estimate_text(const EstimateAnswer& answer, int width) {
  const PpmlFit& fit = answer.fit;
  size_t names = 4;
  for (const PpmlCoefficient& c : fit.coefficients) names = std::max(names, display_width(c.name));
  std::string out = fmt::format("{}  {:>12} {:>11} {:>9} {:>7}   {}\n", padded("term", names), "coefficient",
                                "std. error", "z", "p", "95 % interval");
  for (const PpmlCoefficient& c : fit.coefficients) {
    out += fmt::format("{}  {:>12.7f} {:>11.7f} {:>9.2f} {:>7.4f}   {:.4f} to {:.4f}\n",
                       padded(without_controls(c.name), names), c.value, c.error, c.z, c.p, c.low, c.high);
  }
  out += wrapped(fmt::format("{} rows; {}; pseudo log-likelihood {:.1f}, R squared {:.6f}, {} iterations",
                             fit.observations, errors_of(answer), fit.log_likelihood, fit.r_squared, fit.iterations),
                 width);
  if (fit.separated > 0) out += wrapped(left_out(fit), width);
  if (!fit.collinear.empty()) {
    out += wrapped("left out as collinear with the others or the fixed effects: " + join(fit.collinear, ", "), width);
  }
  return out;
}

std::string estimate_json(const EstimateAnswer& answer) {
  const PpmlFit& fit = answer.fit;
  nlohmann::ordered_json out;
  out["formula"] = answer.asked.formula;
  out["observations"] = fit.observations;
  out["coefficients"] = nlohmann::ordered_json::array();
  for (const PpmlCoefficient& c : fit.coefficients) {
    out["coefficients"].push_back({{"name", c.name},
                                   {"value", c.value},
                                   {"error", c.error},
                                   {"z", c.z},
                                   {"p", c.p},
                                   {"low", c.low},
                                   {"high", c.high}});
  }
  out["clusters"] = fit.clusters;
  out["collinear"] = fit.collinear;
  out["separated"] = fit.separated;
  out["separated_by"] = fit.separated_by;
  out["log_likelihood"] = fit.log_likelihood;
  out["deviance"] = fit.deviance;
  out["r_squared"] = fit.r_squared;
  out["iterations"] = fit.iterations;
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace entente
