// What a pair model holds and does inside: the past laid out, the fit, the days it was tried on. Internal to foresight.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "foresight/pairs/like_cases.h"
#include "foresight/pairs/pair_fit.h"
#include "foresight/pairs/pair_model.h"
#include "foresight/pairs/strangers.h"

namespace entente {

/// A day of the past on which a model of its own, that knew nothing later, made its forecasts.
struct PairTrial {
  int64_t day = 0;
  PairFit fit;
  std::unique_ptr<PairColumns> columns;
};

struct PairModel::Parts {
  Parts(const PairHistory& history, int64_t day, PairModelOptions wanted)
      : options(std::move(wanted)), as_of(day), past(history, day, options.act), active(past.active(day)) {}

  Result<void> fit();
  [[nodiscard]] PairForecast forecast(const PairHistory& history, uint32_t pair) const;
  [[nodiscard]] PairForecast without_model(std::string note) const;
  [[nodiscard]] PairForecast of_strangers(uint32_t source, uint32_t target) const;
  [[nodiscard]] std::vector<Active> all() const;

  PairModelOptions options;
  int64_t as_of = 0;
  int days = 0;  // the windows that were learnt from
  PairPast past;
  std::vector<uint32_t> active;
  std::unique_ptr<PairColumns> columns;
  std::optional<PairFit> fitted;
  Calibration calibration;
  std::vector<double> active_odds;  // of the active pairs, before calibration
  std::optional<Strangers> strangers;
  double strangers_usual = 0;  // of strangers that meet and see the act, in a window
  double pace = 1;             // a window k times as long as those counts as k^pace of them
  std::vector<PairTrial> tried;
  std::vector<PastForecast> forecasts;  // of the trials

 private:
  void choose_days();
  void try_on(std::span<const PastWindow> windows, int64_t day);
  void calibrate(std::vector<PastForecast> raw);
  void set_level(std::span<const PastWindow> windows);
  void fit_pace();
  [[nodiscard]] double for_horizon(double probability) const;
  [[nodiscard]] double base_rate() const;
  [[nodiscard]] PairFooting standing(const PairColumns& of, uint32_t pair, int64_t day,
                                     std::span<const PastAct> as_well = {}) const;
  /// Of each of these pairs on a day of the past, before calibration.
  [[nodiscard]] std::vector<double> raw_odds(const PairFit& fit, const PairColumns& of, std::span<const uint32_t> pairs,
                                             int64_t day) const;
  [[nodiscard]] ThemeEffects effects(const PairFit& fit, const PairFooting& standing) const;
  [[nodiscard]] double odds(const PairFooting& standing) const {
    return calibration.apply(fitted->odds(standing, days));
  }
  void tell_like_cases(double odds, const ThemeEffects& own, PairForecast& forecast) const;
  void tell_changes(const PairHistory& history, uint32_t pair, PairForecast& forecast) const;
};

}  // namespace entente
