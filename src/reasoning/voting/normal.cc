// Three rational approximations, good to about 1e-16: the middle, the tails, and the far tails.
#include "reasoning/voting/normal.h"

#include <array>
#include <cmath>
#include <numbers>

namespace entente {
namespace {

using Eight = std::array<double, 8>;  // coefficients, highest power first

double polynomial(const Eight& c, double r) {
  double sum = 0;
  for (const double a : c) sum = sum * r + a;
  return sum;
}

constexpr Eight middle_over = {2509.0809287301226727, 33430.575583588128105, 67265.770927008700853,
                               45921.953931549871457, 13731.693765509461125, 1971.5909503065514427,
                               133.14166789178437745, 3.387132872796366608};
constexpr Eight middle_under = {
    5226.495278852545925,  28729.085735721942674, 39307.89580009271061,  21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083,  42.313330701600911252, 1.0};
constexpr Eight tail_over = {7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
                             1.27045825245236838258,   3.64784832476320460504,   5.7694972214606914055,
                             4.6303378461565452959,    1.42343711074968357734};
constexpr Eight tail_under = {
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455,    1.6763848301838038494,   2.05319162663775882187,   1.0};
constexpr Eight far_over = {2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
                            0.026532189526576123093,   0.29656057182850489123,    1.7848265399172913358,
                            5.4637849111641143699,     6.6579046435011037772};
constexpr Eight far_under = {
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525,   0.13692988092273580531,   0.59983220656266370294,   1.0};

constexpr double table_low = -6, table_high = 6;
constexpr int steps_per_unit = 256;

/// Values and slopes of the distribution at the points of a grid.
struct Table {
  std::array<double, static_cast<size_t>((table_high - table_low) * steps_per_unit) + 2> value, slope;
  Table() {
    for (size_t i = 0; i < value.size(); ++i) {
      const double x = table_low + static_cast<double>(i) / steps_per_unit;
      value[i] = 0.5 * std::erfc(-x / std::numbers::sqrt2);
      slope[i] = std::exp(-0.5 * x * x) / std::sqrt(2 * std::numbers::pi) / steps_per_unit;
    }
  }
};

}  // namespace

/// Cubic between the points of the grid (Hermite).
double normal_below_quick(double x) {
  static const Table table;
  if (!(x > table_low && x < table_high)) return normal_below(x);
  const double place = (x - table_low) * steps_per_unit;
  const auto i = static_cast<size_t>(place);
  const double t = place - static_cast<double>(i);
  const double y0 = table.value[i], y1 = table.value[i + 1], m0 = table.slope[i], m1 = table.slope[i + 1];
  const double rise = y1 - y0;
  return y0 + t * (m0 + t * (3 * rise - 2 * m0 - m1 + t * (m0 + m1 - 2 * rise)));
}

double normal_below(double x) {
  return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double normal_quantile(double p) {
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(middle_over, r) / polynomial(middle_under, r);
  }
  const double r = std::sqrt(-std::log(q < 0 ? p : 1 - p));
  const double x = r <= 5 ? polynomial(tail_over, r - 1.6) / polynomial(tail_under, r - 1.6)
                          : polynomial(far_over, r - 5) / polynomial(far_under, r - 5);
  return q < 0 ? -x : x;
}

}  // namespace entente
