// The proper equilibrium, and what all closures share.
#include "reasoning/trade/endowment.h"

#include <cmath>
#include <numeric>
#include <optional>

#include "reasoning/trade/endowment_parts.h"

namespace entente {

namespace {

Error no_equilibrium(const std::string& why) {
  return {ErrorCode::input, "no equilibrium: " + why};
}

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

bool all_valid(const std::vector<double>& values, bool zero_allowed) {
  for (const double v : values) {
    if (!std::isfinite(v) || v < 0 || (v == 0 && !zero_allowed)) return false;
  }
  return true;
}

/// Every country has somebody to sell to and somebody to buy from.
bool all_reached(const std::vector<double>& access, size_t n) {
  for (size_t i = 0; i < n; ++i) {
    double row = 0, column = 0;
    for (size_t j = 0; j < n; ++j) row += access[i * n + j], column += access[j * n + i];
    if (row == 0 || column == 0) return false;
  }
  return true;
}

std::optional<Error> wrong_with(const EndowmentBase& base, const EndowmentChange& change,
                                const EndowmentOptions& options) {
  const size_t n = base.output.size();
  if (n == 0 || base.spending.size() != n || base.access.size() != n * n || change.access.size() != n * n) {
    return no_equilibrium("the tables do not belong to the same countries");
  }
  if (!(options.sigma > 1)) return no_equilibrium("sigma must be above 1");
  if (!all_valid(base.output, false) || !all_valid(base.spending, false)) {
    return no_equilibrium("every country must sell and spend something");
  }
  if (!all_valid(base.access, true) || !all_valid(change.access, true)) {
    return no_equilibrium("trade and trade costs must be 0 or above");
  }
  if (!all_reached(base.access, n) || !all_reached(change.access, n)) {
    return no_equilibrium("some country would sell to nobody or buy from nobody, itself included");
  }
  const double output = sum_of(base.output);
  if (options.closure != Closure::held && std::abs(sum_of(base.spending) - output) > 1e-6 * output) {
    return no_equilibrium("the world spends more or less than it sells; trade must be complete, home sales included");
  }
  return std::nullopt;
}

/// Prices by the fixed point, in the units where world output stays what it was.
class Proper {
 public:
  Proper(const EndowmentBase& base, const EndowmentChange& change, const std::vector<double>& flow,
         const EndowmentOptions& options)
      : base_(base), options_(options), n_(base.output.size()), weight_(n_ * n_), price_(n_, 1.0), index_(n_) {
    for (size_t i = 0; i < n_; ++i) {
      for (size_t j = 0; j < n_; ++j) {
        const size_t at = i * n_ + j;
        weight_[at] = base.access[at] > 0 ? flow[at] / base.spending[j] * change.access[at] / base.access[at] : 0;
      }
    }
  }

  std::optional<Error> solve() {
    const double world = sum_of(base_.output);
    std::vector<double> next(n_);
    for (iterations_ = 0; iterations_ < options_.most_iterations; ++iterations_) {
      if (auto wrong = read_prices()) return wrong;
      residual_ = 0;
      for (size_t i = 0; i < n_; ++i) {
        double demand = 0;  // for one unit of price^(1-sigma)
        for (size_t j = 0; j < n_; ++j) demand += weight_[i * n_ + j] * spending_[j] / index_[j];
        const double excess = demand * power_[i] / (price_[i] * base_.output[i]) - 1;
        residual_ = std::max(residual_, std::abs(excess));
        next[i] = std::pow(demand / base_.output[i], 1 / options_.sigma);
      }
      if (residual_ <= options_.tolerance) return std::nullopt;
      double total = 0;
      for (size_t i = 0; i < n_; ++i) total += next[i] * base_.output[i];
      for (size_t i = 0; i < n_; ++i) price_[i] = next[i] * world / total;
    }
    return no_equilibrium("after " + std::to_string(iterations_) + " steps some good is still in excess by " +
                          std::to_string(residual_) + " of its output");
  }

  [[nodiscard]] EndowmentOutcome outcome(std::vector<double> before) const {
    EndowmentOutcome out;
    out.flow_before = std::move(before);
    out.flow_after.resize(n_ * n_);
    const double s = options_.sigma;
    for (size_t i = 0; i < n_; ++i) {
      const double inward = std::pow(index_[i], 1 / (1 - s));
      out.price.push_back(price_[i] - 1);
      out.inward.push_back(inward - 1);
      out.outward.push_back(std::pow(price_[i], s / (1 - s)) - 1);
      out.real_output.push_back(price_[i] / inward - 1);
      out.real_spending.push_back(spending_[i] / base_.spending[i] / inward - 1);
      for (size_t j = 0; j < n_; ++j) {
        out.flow_after[i * n_ + j] = weight_[i * n_ + j] * power_[i] * spending_[j] / index_[j];
      }
    }
    out.iterations = iterations_;
    out.residual = residual_;
    return out;
  }

 private:
  /// Spending and price indices that belong to the prices.
  std::optional<Error> read_prices() {
    spending_.resize(n_);
    power_.resize(n_);
    index_.assign(n_, 0);
    for (size_t i = 0; i < n_; ++i) {
      if (!std::isfinite(price_[i]) || !(price_[i] > 0)) return no_equilibrium("a price left all bounds");
      power_[i] = std::pow(price_[i], 1 - options_.sigma);
      spending_[i] = price_[i] * base_.output[i] + base_.spending[i] - base_.output[i];
      if (!(spending_[i] > 0)) {
        return no_equilibrium(
            "a country's surplus outweighs all its income after the change; its deficit cannot be held");
      }
    }
    for (size_t i = 0; i < n_; ++i) {
      for (size_t j = 0; j < n_; ++j) index_[j] += weight_[i * n_ + j] * power_[i];
    }
    return std::nullopt;
  }

  const EndowmentBase& base_;
  const EndowmentOptions& options_;
  size_t n_;
  std::vector<double> weight_;  // share of spending times the change of access
  std::vector<double> price_, power_, index_, spending_;
  int iterations_ = 0;
  double residual_ = 0;
};

Result<EndowmentOutcome> proper(const EndowmentBase& base, const EndowmentChange& change,
                                const EndowmentOptions& options) {
  const Result<FittedMargins> fitted = fit_margins(base.access, base.output, base.spending, options.reference);
  if (!fitted) return fitted.error();
  Proper solver(base, change, fitted->flow, options);
  if (auto wrong = solver.solve()) return *wrong;
  return solver.outcome(fitted->flow);
}

}  // namespace

std::vector<double> foreign_sales(const std::vector<double>& flow, size_t n, bool imports) {
  std::vector<double> out(n, 0.0);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) {
      if (i != j) out[imports ? j : i] += flow[i * n + j];
    }
  }
  return out;
}

std::vector<double> relative_change(const std::vector<double>& before, const std::vector<double>& after) {
  std::vector<double> out(before.size());
  for (size_t i = 0; i < out.size(); ++i) out[i] = before[i] > 0 ? after[i] / before[i] - 1 : 0;
  return out;
}

Result<EndowmentOutcome> endowment_equilibrium(const EndowmentBase& base, const EndowmentChange& change,
                                               const EndowmentOptions& options) {
  if (auto wrong = wrong_with(base, change, options)) return *wrong;
  const size_t n = base.output.size();
  Result<EndowmentOutcome> out = options.closure == Closure::proper ? proper(base, change, options)
                                 : options.closure == Closure::book ? book_equilibrium(base, change, options)
                                                                    : held_equilibrium(base, change, options);
  if (!out) return out;
  const std::vector<double> sold = foreign_sales(out->flow_before, n, false);
  out->exports = relative_change(sold, foreign_sales(out->flow_after, n, false));
  out->imports = relative_change(foreign_sales(out->flow_before, n, true), foreign_sales(out->flow_after, n, true));
  if (options.closure == Closure::held) return out;
  const Result<FittedMargins> conditional = fit_margins(change.access, base.output, base.spending, options.reference);
  if (conditional) out->conditional_exports = relative_change(sold, foreign_sales(conditional->flow, n, false));
  return out;
}

}  // namespace entente
