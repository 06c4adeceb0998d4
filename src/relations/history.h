// A relation over time, from claims: what is friendly and hostile in each period, by domain. Part of the door:
// relations.h includes it.
#pragma once

#include <functional>
#include <vector>

#include "relations/pairs.h"

namespace entente {

/// Which pairs a history is of.
using DyadTest = std::function<bool(const Dyad&)>;

/// What is told of one period in one domain: weights as for standing, repetition counting less and less.
struct HistoryCell {
  Domain domain = Domain::political;
  double cooperation = 0;
  double conflict = 0;
  std::vector<ClaimId> grounds;  // sorted
};

struct HistoryBin {
  Date period;                     // a day, month or year
  std::vector<HistoryCell> cells;  // those of which something is told, by domain
};

struct RelationHistory {
  Precision step = Precision::none;  // of the periods; none where no claim has a day
  std::vector<HistoryBin> bins;      // every period from the first to the last that is told of, silent ones too
  std::vector<ClaimId> marks;        // the weightiest events, one a period and type, by day
  size_t undated = 0;                // claims of weight that tell of no day
};

/// Periods of days, months or years, as the span of time suggests; what tells of a longer time than a period is spread
/// evenly over it.
RelationHistory relation_history(const std::vector<Claim>& claims, const PublicationDay& published, const DyadTest& of);

/// How the pairs stood by what tells of a span of days (numbers since 1970-01-01, both included).
struct WindowBalance {
  double balance = 0;
  double uncertainty = 1;
  std::vector<ClaimId> grounds;  // sorted
};
WindowBalance window_balance(const std::vector<Claim>& claims, const PublicationDay& published, const DyadTest& of,
                             int64_t first, int64_t last);

}  // namespace entente
