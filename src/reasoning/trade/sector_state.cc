// Three nested fixed points: prices for given wages, spending for given prices, wages for given spending.
#include "reasoning/trade/sector_state.h"

#include <cmath>
#include <numeric>

#include "reasoning/trade/mixing.h"

namespace entente {

namespace {

constexpr size_t memory = 8;    // of the mixing
constexpr double damping = .3;  // of a wage's step: labour demand answers to wages by about theta
constexpr int most_inner = 2000;

class SectorSolver {
 public:
  SectorSolver(const SectorEconomy& economy, const SectorPolicy& policy, const SectorOptions& options)
      : e_(economy), policy_(policy), options_(options), n_(economy.regions.size()), j_(economy.sectors.size()) {
    read_accounts();
    read_policy();
  }

  Result<SectorState> solve() {
    AndersonMixing mixing(memory);
    Eigen::VectorXd x = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(n_));
    double inner = 1e-4;
    for (state_.iterations = 1; state_.iterations <= options_.most_iterations; ++state_.iterations) {
      set_wages(x);
      if (!solve_prices(inner) || !solve_spending(inner)) return no_convergence();
      Eigen::VectorXd g(x.size());
      state_.residual = 0;
      for (size_t n = 0; n < n_; ++n) {
        double paid = 0;
        for (size_t j = 0; j < j_; ++j) paid += labour_[n * j_ + j] * sales_[j * n_ + n];
        const double excess = paid / (state_.wage[n] * wages_[n]);
        if (!std::isfinite(excess) || !(excess > 0)) return no_convergence();
        state_.residual = std::max(state_.residual, std::abs(excess - 1));
        g(static_cast<Eigen::Index>(n)) = std::log(state_.wage[n]) + damping * std::log(excess);
      }
      if (state_.residual <= options_.tolerance && inner <= options_.tolerance) return std::move(state_);
      Eigen::VectorXd current(x.size());
      for (size_t n = 0; n < n_; ++n) current(static_cast<Eigen::Index>(n)) = std::log(state_.wage[n]);
      x = mixing.next(current, g);
      inner = std::clamp(state_.residual * 1e-2, options_.tolerance * 1e-1, inner);
    }
    return no_convergence();
  }

 private:
  [[nodiscard]] Error no_convergence() const {
    return {ErrorCode::input, "no equilibrium: after " + std::to_string(state_.iterations) +
                                  " steps wages still move by " + std::to_string(state_.residual) +
                                  " of themselves; take a smaller change, or look at the accounts"};
  }

  void read_accounts() {
    labour_.assign(n_ * j_, 1);
    input_.assign(n_ * j_ * j_, 0);
    final_.assign(n_ * j_, 0);
    wages_.assign(n_, 0);
    for (size_t n = 0; n < n_; ++n) {
      double final_use = 0;
      for (size_t j = 0; j < j_; ++j) {
        double output = e_.value_added[n * j_ + j];
        wages_[n] += output;
        for (size_t k = 0; k < j_; ++k) output += e_.inputs[(n * j_ + k) * j_ + j];
        if (output > 0) labour_[n * j_ + j] = e_.value_added[n * j_ + j] / output;
        for (size_t k = 0; k < j_ && output > 0; ++k) {
          input_[(n * j_ + k) * j_ + j] = e_.inputs[(n * j_ + k) * j_ + j] / output;
        }
        final_use += e_.final_use[n * j_ + j];
      }
      for (size_t j = 0; j < j_; ++j) final_[n * j_ + j] = e_.final_use[n * j_ + j] / final_use;
    }
    world_wages_ = std::accumulate(wages_.begin(), wages_.end(), 0.0);
  }

  /// Shares of the accounts, moved by tariffs and costs; what nobody buys is taken as bought at home.
  void read_policy() {
    moved_.resize(j_ * n_ * n_);
    state_.spending.assign(j_ * n_, 0);
    for (size_t j = 0; j < j_; ++j) {
      for (size_t n = 0; n < n_; ++n) {
        double& spent = state_.spending[j * n_ + n];
        for (size_t i = 0; i < n_; ++i) {
          const size_t at = e_.pair(j, n, i);
          spent += e_.trade[at] * (1 + e_.tariff[at]);
        }
        for (size_t i = 0; i < n_; ++i) {
          const size_t at = e_.pair(j, n, i);
          const double share = spent > 0 ? e_.trade[at] * (1 + e_.tariff[at]) / spent : (i == n ? 1 : 0);
          const double barrier = (1 + policy_.tariff[at]) / (1 + e_.tariff[at]) * policy_.cost[at];
          moved_[at] = share * std::pow(barrier, -e_.theta[j]);
        }
      }
    }
    state_.wage.assign(n_, 1);
    state_.cost.assign(j_ * n_, 1);
    state_.price.assign(j_ * n_, 1);
    log_price_.assign(n_ * j_, 0);
    state_.share.resize(j_ * n_ * n_);
    sales_.assign(j_ * n_, 0);
    state_.revenue.assign(n_, 0);
    state_.income.assign(n_, 0);
  }

  /// World wages are what they were.
  void set_wages(const Eigen::VectorXd& log_wages) {
    double world = 0;
    for (size_t n = 0; n < n_; ++n) {
      state_.wage[n] = std::exp(std::clamp(log_wages(static_cast<Eigen::Index>(n)), -20.0, 20.0));
      world += state_.wage[n] * wages_[n];
    }
    for (double& w : state_.wage) w *= world_wages_ / world;
  }

  void set_costs() {
    std::vector<double> logs(j_);
    for (size_t n = 0; n < n_; ++n) {
      const double wage = std::log(state_.wage[n]);
      for (size_t j = 0; j < j_; ++j) logs[j] = labour_[n * j_ + j] * wage;
      for (size_t k = 0; k < j_; ++k) {
        const double price = log_price_[n * j_ + k];
        const double* row = &input_[(n * j_ + k) * j_];
        for (size_t j = 0; j < j_; ++j) logs[j] += row[j] * price;
      }
      for (size_t j = 0; j < j_; ++j) log_cost_[j * n_ + n] = logs[j];
    }
  }

  bool solve_prices(double tolerance) {
    log_cost_.resize(j_ * n_);
    std::vector<double> reach(n_);  // cost^-theta
    for (int round = 0; round < most_inner; ++round) {
      set_costs();
      double moved = 0;
      for (size_t j = 0; j < j_; ++j) {
        for (size_t i = 0; i < n_; ++i) reach[i] = std::exp(-e_.theta[j] * log_cost_[j * n_ + i]);
        for (size_t n = 0; n < n_; ++n) {
          const double* row = &moved_[e_.pair(j, n, 0)];
          double sum = 0;
          for (size_t i = 0; i < n_; ++i) sum += row[i] * reach[i];
          const double price = -std::log(sum) / e_.theta[j];
          moved = std::max(moved, std::abs(price - log_price_[n * j_ + j]));
          log_price_[n * j_ + j] = price;
          double* share = &state_.share[e_.pair(j, n, 0)];
          for (size_t i = 0; i < n_; ++i) share[i] = row[i] * reach[i] / sum;
        }
      }
      if (!std::isfinite(moved)) return false;
      if (moved > tolerance) continue;
      for (size_t j = 0; j < j_; ++j) {
        for (size_t n = 0; n < n_; ++n) {
          state_.price[j * n_ + n] = std::exp(log_price_[n * j_ + j]);
          state_.cost[j * n_ + n] = std::exp(log_cost_[j * n_ + n]);
        }
      }
      return true;
    }
    return false;
  }

  /// What everybody sells (without tariffs) and what governments take, for the spending at hand.
  void set_sales() {
    sales_.assign(j_ * n_, 0);
    state_.revenue.assign(n_, 0);
    for (size_t j = 0; j < j_; ++j) {
      for (size_t n = 0; n < n_; ++n) {
        const double spent = state_.spending[j * n_ + n];
        const double* bought = &bought_[e_.pair(j, n, 0)];
        double paid = 0;
        for (size_t i = 0; i < n_; ++i) {
          const double value = spent * bought[i];
          sales_[j * n_ + i] += value;
          paid += value;
        }
        state_.revenue[n] += spent - paid;
      }
    }
  }

  bool solve_spending(double tolerance) {
    bought_.resize(j_ * n_ * n_);
    for (size_t at = 0; at < bought_.size(); ++at) bought_[at] = state_.share[at] / (1 + policy_.tariff[at]);
    for (int round = 0; round < most_inner; ++round) {
      set_sales();
      double moved = 0;
      for (size_t n = 0; n < n_; ++n) {
        state_.income[n] = state_.wage[n] * wages_[n] + state_.revenue[n] + policy_.deficit[n];
        for (size_t k = 0; k < j_; ++k) {
          double next = final_[n * j_ + k] * state_.income[n];
          const double* row = &input_[(n * j_ + k) * j_];
          for (size_t j = 0; j < j_; ++j) next += row[j] * sales_[j * n_ + n];
          double& spent = state_.spending[k * n_ + n];
          moved = std::max(moved, std::abs(next - spent) / std::max(std::abs(next), 1e-9 * wages_[n]));
          spent = next;
        }
      }
      if (!std::isfinite(moved)) return false;
      if (moved <= tolerance) {
        set_sales();
        return true;
      }
    }
    return false;
  }

  const SectorEconomy& e_;
  const SectorPolicy& policy_;
  const SectorOptions& options_;
  size_t n_, j_;
  std::vector<double> labour_, input_, final_, wages_;  // shares of the accounts; N x J, N x J x J, N x J, N
  double world_wages_ = 0;
  std::vector<double> moved_, bought_, sales_, log_price_, log_cost_;
  SectorState state_;
};

}  // namespace

Result<SectorState> solve_sector_state(const SectorEconomy& economy, const SectorPolicy& policy,
                                       const SectorOptions& options) {
  return SectorSolver(economy, policy, options).solve();
}

}  // namespace entente
