// The endowment economy of gravity: each country has its own good, and its price clears all markets.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace entente {

/// How spending follows income, and how far the loop is taken.
enum class Closure {
  proper,  // deficits stay what they are in shares of world output, all markets clear
  book,    // as the published programs do: spending a fixed multiple of output, stopped at 0.01
  held,    // shares of output and spending stay those of the base, prices follow the outward resistances
};

/// Before the change. All matrices are n x n, exporter by row.
struct EndowmentBase {
  std::vector<double> output;    // n, value sold at home and abroad, above 0
  std::vector<double> spending;  // n, above 0
  std::vector<double> access;    // t^(1-sigma), or anything in proportion to it; 0: no trade at all
};

struct EndowmentChange {
  std::vector<double> access;  // t^(1-sigma) after the change, on the scale of the base
};

struct EndowmentOptions {
  double sigma = 5;  // elasticity of substitution, above 1
  Closure closure = Closure::proper;
  size_t reference = 0;  // the country whose inward resistance is 1; it matters to `held` and `book` only
  double tolerance = 1e-10;
  int most_iterations = 100000;
};

/// Relative changes (0.01: 1 %) but for the flows.
struct EndowmentOutcome {
  std::vector<double> flow_before;  // n x n, as the model fits the base
  std::vector<double> flow_after;   // n x n, in prices where world output is what it was (proper)
  std::vector<double> price;        // of the good at the gate
  std::vector<double> inward;       // of the inward resistance: what consumers pay
  std::vector<double> outward;
  std::vector<double> real_output;    // price over inward resistance: real GDP
  std::vector<double> real_spending;  // spending over inward resistance: welfare
  std::vector<double> exports;        // to others; 0 where there were none
  std::vector<double> imports;
  std::vector<double> conditional_exports;  // with output and spending as they were
  int iterations = 0;
  double residual = 0;  // the largest excess supply of a good, relative to its output
};

/// Solves for the change of all prices.
///
/// Proper: with a_ij the change of access, l_ij the base's shares of spending and P_j = sum_k l_kj a_kj p_k^(1-s), the
/// prices that make p_i Y_i = sum_j l_ij a_ij p_i^(1-s) / P_j E_j for every i; E_j = p_j Y_j + D_j, world output held
/// (Anderson and van Wincoop 2003; exact hat algebra and deficits: Dekle, Eaton and Kortum 2007). Goods are gross
/// substitutes, and the iteration p_i^s <- sum_j l_ij a_ij E_j / (P_j Y_i) settles; where it does not, the error says
/// how far it came.
/// Book: the loop of Yotov, Piermartini, Monteiro and Larch (2016), chapter 2, with its order of steps, its rule to
/// stop (0.01) and E_j = phi_j Y_j, which leaves the world's deficits open. Held: resistances under the base's shares
/// and p_i = 1 / outward resistance, as gegravity 0.3 (Herman 2021) solves it. Errors: input (an element that is
/// negative or not finite, a country that sells to nobody or buys from nobody, sigma of 1 or below, spending and output
/// that differ in sum, no convergence).
Result<EndowmentOutcome> endowment_equilibrium(const EndowmentBase& base, const EndowmentChange& change,
                                               const EndowmentOptions& options);

}  // namespace entente
