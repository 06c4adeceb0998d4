#include "reasoning/trade/margins.h"

#include <cmath>

namespace entente {

namespace {
constexpr int most_sweeps = 200000;
constexpr double settled = 1e-14;  // relative change of a multiplier
}  // namespace

Result<FittedMargins> fit_margins(const std::vector<double>& access, const std::vector<double>& rows,
                                  const std::vector<double>& columns, size_t reference) {
  const size_t n = rows.size();
  FittedMargins out{{}, std::vector<double>(n, 1.0), std::vector<double>(n, 1.0)};
  std::vector<double> sums(n);
  double moved = 1;
  int sweeps = 0;
  for (; moved > settled && sweeps < most_sweeps; ++sweeps) {
    moved = 0;
    for (size_t i = 0; i < n; ++i) {
      double sum = 0;
      for (size_t j = 0; j < n; ++j) sum += access[i * n + j] * out.column[j];
      const double next = rows[i] / sum;
      moved = std::max(moved, std::abs(next / out.row[i] - 1));
      out.row[i] = next;
    }
    sums.assign(n, 0);
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = 0; j < n; ++j) sums[j] += access[i * n + j] * out.row[i];
    }
    for (size_t j = 0; j < n; ++j) out.column[j] = columns[j] / sums[j];
  }
  if (!(moved <= 1e-9)) {  // rounding may keep it above what is wished for
    return Error{ErrorCode::input,
                 "trade costs cannot be fitted to what the countries sell and spend: some group of "
                 "them trades with itself only"};
  }
  const double unit = out.column[reference];
  for (double& r : out.row) r *= unit;
  for (double& c : out.column) c /= unit;
  out.flow.resize(n * n);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) out.flow[i * n + j] = out.row[i] * access[i * n + j] * out.column[j];
  }
  return out;
}

}  // namespace entente
