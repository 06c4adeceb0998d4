// The normal distribution: density, distribution and its inverse. Inside voting.
#pragma once

namespace entente {

/// P(Z < x).
double normal_below(double x);
/// The same to 1e-12, and several times quicker, from a table.
double normal_below_quick(double x);
/// x such that P(Z < x) = p, for p in (0, 1). Wichura (1988), "Algorithm AS 241", Applied Statistics 37: 477-484.
double normal_quantile(double p);

}  // namespace entente
