// Will A do it to B within so many days? A hazard model over pairs of actors, fitted to all that was there before a
// day. docs/forecasting.md tells how it works and how well.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/hooks.h"
#include "base/result.h"
#include "foresight/pairs/act_class.h"
#include "foresight/pairs/pair_history.h"

namespace entente {

struct PairModelOptions {
  ActClass act;
  int horizon_days = 30;  // the window: as_of, and the days after it, so many in all
  uint64_t seed = 1;
  int threads = 1;
  Hooks hooks{};
};

/// Where a probability comes from.
enum class PairMethod {
  model,      // features of the pair, boosted, calibrated on the past
  base_rate,  // not enough history: how often the class of acts happens at all
};

/// What moved a probability. One that moved it up tells of what was there, one that moved it down of what was not, or
/// of what stands against it (conflict against cooperation): what moved it the other way than its words is not told.
struct PairReason {
  std::string what;                // in words: "force by A towards B: 3 times in the last 90 days, last on 2014-08-28"
  double log_odds = 0;             // how far: above 0 up, below down
  std::vector<PairEvent> grounds;  // events behind it, newest first, at most ten; none where it is about an absence
};

/// A pair that stood much the same on an earlier day, and how it ended.
struct PairAnalogue {
  uint32_t source = 0;
  uint32_t target = 0;
  int64_t as_of = 0;
  double probability = 0;  // what the model says of it
  bool happened = false;   // within as many days as are asked about
};

/// If this happened, the probability would be another one.
struct PairChange {
  std::string what;  // "a refusal (12) by B towards A", in words
  double probability = 0;
};

struct PairForecast {
  double probability = 0;
  double low = 0;  // an interval that holds four fifths
  double high = 0;
  double base_rate = 0;  // of the class of acts among all pairs that were active in the year before
  double own_rate = 0;   // by how often this pair did it, alone (gamma-Poisson)
  PairMethod method = PairMethod::base_rate;
  std::string method_name;     // with its version
  std::string note;            // why the method is not the full one, in one sentence; empty if it is
  std::vector<PairReason> up;  // the three that moved it most, the largest first
  std::vector<PairReason> down;
  std::vector<PairAnalogue> like;  // the nearest, at most ten
  size_t like_cases = 0;           // of so many like cases of the past
  size_t like_happened = 0;        // so many came true
  std::vector<PairChange> changes;
};

/// Fitted to the events before `as_of`. The same events and options give the same numbers on any number of threads.
class PairModel {
 public:
  /// Events of `as_of` and later are not looked at. Too little history is no error: the model then knows base rates
  /// only, and forecasts say so. Errors: usage (a horizon below one day, an act class without codes), interrupted.
  static Result<PairModel> train(const PairHistory& history, int64_t as_of, const PairModelOptions& options);
  PairModel(PairModel&&) noexcept;
  PairModel& operator=(PairModel&&) noexcept;
  ~PairModel();

  /// Of a pair of actors of the same history as it was trained on. A pair that was not active in the past year gets the
  /// rate of such pairs.
  [[nodiscard]] PairForecast forecast(const PairHistory& history, uint32_t source, uint32_t target) const;
  /// Of actors that the history does not know.
  [[nodiscard]] PairForecast forecast_unknown() const;
  /// Probabilities alone, of every pair that was active in the year before, by source and target.
  struct Active {
    uint32_t source = 0;
    uint32_t target = 0;
    double probability = 0;
    double gamma_poisson = 0;  // what simpler forecasts say: a rate of its own,
    double hawkes = 0;         // a Hawkes process of the pair,
    double base_rate = 0;      // or how often it happens to pairs at all
  };
  [[nodiscard]] std::vector<Active> forecast_active() const;

 private:
  struct Parts;
  explicit PairModel(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
