// Checks what a model needs, runs it round by round, and tells every round in the issue's own unit.
#include "reasoning/bargaining/bargaining.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>

#include "reasoning/bargaining/run.h"
#include "reasoning/bargaining/scholz.h"
#include "reasoning/bargaining/spatial.h"

namespace entente {
namespace {

constexpr size_t most_actors = 300;
constexpr int most_rounds = 1000;
constexpr int spatial_rounds = 100;  // KTAB's own limit
constexpr int scholz_rounds = 10;    // that the published run shows
constexpr double quiet = 0.02;       // spatial: a step this small against the first is the last
constexpr double first_step = 1e-4;  // added to the first step, should it be 0

std::string quoted(const std::string& name) {
  return "'" + name + "'";
}

std::optional<Error> check_saliences(const Bargainer& actor) {
  const double sum = std::accumulate(actor.salience.begin(), actor.salience.end(), 0.0);
  if (sum <= 1 + 1e-9) return std::nullopt;
  return Error{ErrorCode::input, "the saliences of " + quoted(actor.name) + " come to " +
                                     std::to_string(static_cast<int>(std::round(sum * 100))) +
                                     " %; they are shares of its attention, at most 100 % together"};
}

std::optional<Error> check_scale(const Bargainer& actor, const std::pair<double, double>& scale) {
  for (const double x : actor.position) {
    if (x < scale.first || x > scale.second) {
      return Error{ErrorCode::input, "the position of " + quoted(actor.name) +
                                         " lies beyond the scale; give its ends with --scale LOW HIGH"};
    }
  }
  return std::nullopt;
}

std::optional<Error> check(const BargainingTable& table, const BargainOptions& options,
                           const std::pair<double, double>& scale) {
  const auto wrong = [](const std::string& what) { return Error{ErrorCode::input, what}; };
  if (table.actors.size() < 2) return wrong("a bargain takes two actors at least");
  if (table.actors.size() > most_actors) return wrong("more than 300 actors; merge those that stand together");
  if (options.model == BargainModel::scholz && table.dimensions.size() > 1) {
    return wrong("the model 'scholz' knows one dimension; use the model 'ktab'");
  }
  if (options.scale && !(scale.first < scale.second)) return wrong("the scale's first end must lie below its second");
  if (options.rounds.value_or(1) < 1 || options.rounds.value_or(1) > most_rounds) {
    return wrong("the number of rounds must lie between 1 and 1000");
  }
  if (!(scale.first < scale.second))
    return wrong("all actors hold the same position: there is nothing to bargain over");
  bool differ = false;
  for (const Bargainer& actor : table.actors) {
    if (auto error = check_scale(actor, scale)) return error;
    if (auto error = options.model == BargainModel::spatial ? check_saliences(actor) : std::nullopt) return error;
    differ = differ || actor.position != table.actors.front().position;
  }
  if (!differ) return wrong("all actors hold the same position: there is nothing to bargain over");
  return std::nullopt;
}

/// The position among the actors' that is least far from all, by weight; the lowest of several.
double weighted_median(const std::vector<double>& weight, const std::vector<double>& position) {
  double best = position.front(), least = -1;
  for (const double candidate : position) {
    double far = 0;
    for (size_t i = 0; i < position.size(); ++i) far += weight[i] * std::abs(position[i] - candidate);
    const bool same = std::abs(far - least) <= 1e-12 * (1 + far);
    if (least < 0 || (same ? candidate < best : far < least)) {
      best = candidate;
      least = far;
    }
  }
  return best;
}

double weighted_mean(const std::vector<double>& weight, const std::vector<double>& position) {
  double sum = 0, weights = 0;
  for (size_t i = 0; i < weight.size(); ++i) {
    sum += weight[i] * position[i];
    weights += weight[i];
  }
  return weights > 0 ? sum / weights : position.front();
}

}  // namespace

std::pair<double, double> scale_of(const BargainingTable& table, const BargainOptions& options) {
  if (options.scale) return *options.scale;
  if (options.model == BargainModel::spatial) return {0, 100};
  std::pair<double, double> ends = {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const Bargainer& actor : table.actors) {
    ends.first = std::min(ends.first, actor.position[0]);
    ends.second = std::max(ends.second, actor.position[0]);
  }
  return ends;
}

void summarise(const BargainingTable& table, BargainRound& round) {
  for (size_t k = 0; k < table.dimensions.size(); ++k) {
    std::vector<double> weight, position;
    for (size_t i = 0; i < table.actors.size(); ++i) {
      weight.push_back(table.actors[i].capability * table.actors[i].salience[k]);
      position.push_back(round.positions[i][k]);
    }
    round.mean.push_back(weighted_mean(weight, position));
    round.median.push_back(weighted_median(weight, position));
  }
}

// --- spatial ------------------------------------------------------------------------------------------------------

namespace {

SpatialActors spatial_actors(const BargainingTable& table) {
  SpatialActors actors{{}, Grid(table.actors.size(), table.dimensions.size()), {}};
  for (size_t i = 0; i < table.actors.size(); ++i) {
    const Bargainer& actor = table.actors[i];
    actors.capability.push_back(actor.capability);
    actors.overall.push_back(std::accumulate(actor.salience.begin(), actor.salience.end(), 0.0));
    for (size_t k = 0; k < actor.salience.size(); ++k) actors.salience(i, k) = actor.salience[k];
  }
  return actors;
}

BargainRound told(const BargainingTable& table, const SpatialState& state, const std::pair<double, double>& scale) {
  BargainRound round;
  for (size_t i = 0; i < table.actors.size(); ++i) {
    std::vector<double> place;
    for (size_t k = 0; k < table.dimensions.size(); ++k) {
      const double x = scale.first + state.positions()(i, k) * (scale.second - scale.first);
      place.push_back(std::round(x * 1e9) / 1e9);  // 78.6, not 78.60000000000001
    }
    round.positions.push_back(std::move(place));
  }
  round.risk = state.risk();
  round.chance = state.chance();
  summarise(table, round);
  return round;
}

bool run_spatial(const BargainingTable& table, int rounds, const std::pair<double, double>& scale, bool path,
                 std::vector<BargainRound>& out) {
  const SpatialActors actors = spatial_actors(table);
  Grid positions(table.actors.size(), table.dimensions.size());
  for (size_t i = 0; i < table.actors.size(); ++i) {
    for (size_t k = 0; k < table.dimensions.size(); ++k) {
      positions(i, k) = (table.actors[i].position[k] - scale.first) / (scale.second - scale.first);
    }
  }
  auto state = std::make_unique<SpatialState>(actors, std::move(positions));
  if (path) out.push_back(told(table, *state, scale));
  double first = 0;
  bool converged = false;
  for (int round = 1; round <= rounds && !converged; ++round) {
    auto next = std::make_unique<SpatialState>(actors, state->next());
    const double step = moved(state->positions(), next->positions());
    if (round == 1) first = step + first_step;
    converged = (round >= 2 || step == 0) && step < quiet * first;
    state = std::move(next);
    if (path) out.push_back(told(table, *state, scale));
  }
  if (!path) out.push_back(told(table, *state, scale));
  return converged;
}

// --- Scholz, Calbert and Smith ------------------------------------------------------------------------------------

BargainRound told(const BargainingTable& table, const ScholzState& state) {
  BargainRound round;
  for (const double x : state.positions()) round.positions.push_back({x});
  round.risk = state.risk();
  summarise(table, round);
  return round;
}

bool run_scholz(const BargainingTable& table, const BargainOptions& options, int rounds, double range, bool path,
                std::vector<BargainRound>& out) {
  std::vector<double> capability, salience, position;
  for (const Bargainer& actor : table.actors) {
    capability.push_back(actor.capability);
    salience.push_back(actor.salience[0]);
    position.push_back(actor.position[0]);
  }
  ScholzState state(capability, salience, position, range, options.mode);
  if (path) out.push_back(told(table, state));
  bool converged = false;
  for (int round = 1; round <= rounds && !converged; ++round) {
    ScholzState next(capability, salience, state.next(), range, options.mode);
    converged = next.positions() == state.positions();
    state = std::move(next);
    if (path) out.push_back(told(table, state));
  }
  if (!path) out.push_back(told(table, state));
  return converged;
}

}  // namespace

Result<Bargaining> run_bargain(const BargainingTable& table, const BargainOptions& options, bool path) {
  if (table.actors.empty()) return Error{ErrorCode::input, "no actors in the table"};
  const auto scale = scale_of(table, options);
  if (auto error = check(table, options, scale)) return *error;
  Bargaining result;
  result.dimensions = table.dimensions;
  result.scale = scale;
  for (const Bargainer& actor : table.actors) result.actors.push_back(actor.name);
  result.converged = options.model == BargainModel::spatial
                         ? run_spatial(table, options.rounds.value_or(spatial_rounds), scale, path, result.rounds)
                         : run_scholz(table, options, options.rounds.value_or(scholz_rounds),
                                      scale.second - scale.first, path, result.rounds);
  return result;
}

Result<Bargaining> bargain(const BargainingTable& table, const BargainOptions& options) {
  return run_bargain(table, options, true);
}

}  // namespace entente
