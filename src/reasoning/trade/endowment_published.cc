// The closures of published programs, step by step as they take them, so that their printed results come out.
#include <cmath>
#include <numeric>

#include "reasoning/trade/endowment_parts.h"

namespace entente {

namespace {

constexpr double book_stop = 0.01;
constexpr int most_book_rounds = 1000;

/// The loop of the Advanced Guide's application files. Names follow theirs where that helps to compare.
class Book {
 public:
  Book(const EndowmentBase& base, const EndowmentChange& change, const EndowmentOptions& options)
      : base_(base), change_(change), options_(options), n_(base.output.size()) {
    for (size_t i = 0; i < n_; ++i) phi_.push_back(base.spending[i] / base.output[i]);
  }

  Result<EndowmentOutcome> solve() {
    const auto baseline = fit_margins(base_.access, base_.output, base_.spending, options_.reference);
    if (!baseline) return baseline.error();
    const auto conditional = fit_margins(change_.access, base_.output, base_.spending, options_.reference);
    if (!conditional) return conditional.error();
    start(*baseline, *conditional);
    int rounds = 1;
    do {
      if (rounds > most_book_rounds) {
        return Error{ErrorCode::input, "no equilibrium: the book's loop does not come to its end; take the proper one"};
      }
      if (auto wrong = round()) return *wrong;
      ++rounds;
    } while (!stop());
    return outcome(*baseline, rounds - 1);
  }

 private:
  void start(const FittedMargins& baseline, const FittedMargins& conditional) {
    pi_ = conditional.row;
    chi_ = conditional.column;
    hat_ = conditional.flow;
    reference_spending_ = base_.spending[options_.reference];
    spending_ = base_.spending;
    outward_ = outward_of(base_.output);
    inward_ = inward_of();
    d_outward_.assign(n_, 1.0);
    d_inward_.assign(n_, 1.0);
    d_price_ = price_changes(baseline.row, reference_spending_);
    d_price_before_.assign(n_, 0.0);
  }

  [[nodiscard]] std::vector<double> outward_of(const std::vector<double>& output) const {
    std::vector<double> out(n_);
    for (size_t i = 0; i < n_; ++i) out[i] = output[i] * reference_spending_ / pi_[i];
    return out;
  }
  [[nodiscard]] std::vector<double> inward_of() const {
    std::vector<double> out(n_);
    for (size_t j = 0; j < n_; ++j) out[j] = spending_[j] / (chi_[j] * reference_spending_);
    return out;
  }
  [[nodiscard]] std::vector<double> price_changes(const std::vector<double>& pi_before, double reference_before) const {
    std::vector<double> out(n_);
    for (size_t i = 0; i < n_; ++i) {
      out[i] = std::pow(pi_[i] / pi_before[i] / (reference_spending_ / reference_before), 1 / (1 - options_.sigma));
    }
    return out;
  }

  /// Trade by the last prices and resistances, its gravity model, and the prices and resistances of that.
  std::optional<Error> round() {
    std::vector<double> output(n_, 0.0), bought(n_, 0.0);
    for (size_t i = 0; i < n_; ++i) {
      for (size_t j = 0; j < n_; ++j) {
        const double trade = hat_[i * n_ + j] * d_price_[i] * d_price_[j] / (d_outward_[i] * d_inward_[j]);
        output[i] += trade;
        bought[j] += trade;
      }
    }
    const auto fitted = fit_margins(change_.access, output, bought, options_.reference);
    if (!fitted) return fitted.error();
    const std::vector<double> pi_before = pi_;
    const double reference_before = reference_spending_;
    pi_ = fitted->row;
    chi_ = fitted->column;
    hat_ = fitted->flow;
    for (size_t j = 0; j < n_; ++j) spending_[j] = phi_[j] * output[j];
    reference_spending_ = spending_[options_.reference];
    d_price_before_before_ = d_price_before_;
    d_price_before_ = d_price_;
    d_price_ = price_changes(pi_before, reference_before);
    const std::vector<double> outward = outward_of(output), inward = inward_of();
    for (size_t i = 0; i < n_; ++i) {
      d_outward_[i] = outward[i] / outward_[i];
      d_inward_[i] = inward[i] / inward_[i];
    }
    outward_ = outward;
    inward_ = inward;
    return std::nullopt;
  }

  /// The files' rule: standard deviation over all rows, and the largest (not the largest in size).
  [[nodiscard]] bool stop() const {
    double mean = 0, most = -INFINITY, squares = 0;
    const auto n = static_cast<double>(n_);
    for (size_t i = 0; i < n_; ++i) {
      const double d = d_price_before_[i] - d_price_before_before_[i];
      mean += d / n;
      most = std::max(most, d);
    }
    for (size_t i = 0; i < n_; ++i) {
      const double d = d_price_before_[i] - d_price_before_before_[i] - mean;
      squares += n * d * d;
    }
    return std::sqrt(squares / (n * n - 1)) <= book_stop && std::abs(most) <= book_stop;
  }

  [[nodiscard]] EndowmentOutcome outcome(const FittedMargins& baseline, int rounds) const {
    EndowmentOutcome out;
    out.flow_before = baseline.flow;
    out.flow_after.resize(n_ * n_);
    out.iterations = rounds;
    const double one = 1 / (1 - options_.sigma);
    const double reference_base = base_.spending[options_.reference];
    std::vector<double> output(n_), outward(n_);
    for (size_t i = 0; i < n_; ++i) {
      const double price = std::pow(pi_[i] / baseline.row[i] / (reference_spending_ / reference_base), one);
      const double inward_base = base_.spending[i] / (baseline.column[i] * reference_base);
      const double outward_base = base_.output[i] * reference_base / baseline.row[i];
      output[i] = price * base_.output[i];
      outward[i] = output[i] * reference_spending_ / pi_[i];
      const double inward_change = std::pow(inward_[i] / inward_base, one);
      out.price.push_back(price - 1);
      out.inward.push_back(inward_change - 1);
      out.outward.push_back(std::pow(outward[i] / outward_base, one) - 1);
      out.real_output.push_back(price / inward_change - 1);
      out.real_spending.push_back(price / inward_change - 1);  // spending moves with output
    }
    for (size_t i = 0; i < n_; ++i) {
      for (size_t j = 0; j < n_; ++j) {
        out.flow_after[i * n_ + j] =
            output[i] * phi_[j] * output[j] * change_.access[i * n_ + j] / (inward_[j] * outward[i]);
      }
    }
    for (size_t i = 0; i < n_; ++i) {
      double sold = 0;
      for (size_t j = 0; j < n_; ++j) sold += out.flow_after[i * n_ + j];
      out.residual = std::max(out.residual, std::abs(sold / output[i] - 1));
    }
    return out;
  }

  const EndowmentBase& base_;
  const EndowmentChange& change_;
  const EndowmentOptions& options_;
  size_t n_;
  std::vector<double> phi_, pi_, chi_, hat_, spending_, outward_, inward_, d_outward_, d_inward_;
  std::vector<double> d_price_, d_price_before_, d_price_before_before_;
  double reference_spending_ = 0;
};

std::vector<double> shares(const std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  std::vector<double> out;
  for (const double v : values) out.push_back(v / sum);
  return out;
}

}  // namespace

Result<EndowmentOutcome> book_equilibrium(const EndowmentBase& base, const EndowmentChange& change,
                                          const EndowmentOptions& options) {
  return Book(base, change, options).solve();
}

Result<EndowmentOutcome> held_equilibrium(const EndowmentBase& base, const EndowmentChange& change,
                                          const EndowmentOptions& options) {
  const std::vector<double> sold = shares(base.output), spent = shares(base.spending);
  const auto before = fit_margins(base.access, sold, spent, options.reference);
  if (!before) return before.error();
  const auto after = fit_margins(change.access, sold, spent, options.reference);
  if (!after) return after.error();
  const size_t n = sold.size();
  const double one = 1 / (1 - options.sigma);
  EndowmentOutcome out;
  out.iterations = 1;
  double world = 0, world_after = 0, spending = 0;
  for (size_t i = 0; i < n; ++i) {
    const double outward = std::pow(before->row[i] / after->row[i], one);
    const double inward = std::pow(before->column[i] / after->column[i], one);
    out.price.push_back(1 / outward - 1);
    out.outward.push_back(outward - 1);
    out.inward.push_back(inward - 1);
    out.real_output.push_back(1 / outward / inward - 1);
    out.real_spending.push_back(1 / outward / inward - 1);
    world += base.output[i];
    world_after += base.output[i] / outward;
    spending += base.spending[i];
  }
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) {
      const size_t at = i * n + j;
      const double price = (1 + out.price[i]) * (1 + out.price[j]) * world / world_after;
      out.flow_before.push_back(before->flow[at] * spending);
      out.flow_after.push_back(after->flow[at] * spending * price);
    }
  }
  return out;
}

}  // namespace entente
