// First where it ends, then each actor's way there, then how far other inputs would move it.
#include "report/bargaining.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "report/sparkline.h"
#include "report/wrap.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t shown_influences = 5;
constexpr size_t longest_name = 24;

bool spatial(const BargainAnswer& answer) {
  return answer.asked.options.model == BargainModel::spatial;
}

std::string dimension_name(const Bargaining& result, size_t k) {
  if (result.dimensions.size() == 1) return {};
  const std::string& name = result.dimensions[k];
  const bool number = std::all_of(name.begin(), name.end(), is_ascii_digit);
  return number ? "dimension " + (name.empty() ? std::to_string(k + 1) : name) : name;
}

std::string figure(double value) {
  return fmt::format("{:.2f}", value);
}

// --- text ---------------------------------------------------------------------------------------------------------

std::string head(const BargainAnswer& answer) {
  const Bargaining& result = answer.bargaining;
  const size_t rounds = result.rounds.size() - 1;
  std::string model = "the spatial model of politics (KTAB)";
  if (!spatial(answer)) {
    model = answer.asked.options.mode == BargainMode::faithful
                ? "the model of Scholz, Calbert and Smith (2011), as its replication computes it"
                : "the model of Scholz, Calbert and Smith (2011), corrected";
  }
  return fmt::format("{} actors, by {}: {} round{}, {}\n", result.actors.size(), model, rounds, rounds == 1 ? "" : "s",
                     result.converged ? "settled" : "not settled: more rounds would still move them");
}

std::vector<double> way_of(const Bargaining& result, size_t actor, size_t k) {
  std::vector<double> way;
  for (const BargainRound& round : result.rounds) way.push_back(round.positions[actor][k]);
  return way;
}

/// Ways longer than the room are thinned, first and last kept.
std::vector<double> thinned(const std::vector<double>& way, size_t room) {
  if (way.size() <= room || room < 2) return way;
  std::vector<double> kept;
  for (size_t i = 0; i < room; ++i) kept.push_back(way[i * (way.size() - 1) / (room - 1)]);
  return kept;
}

std::string ways(const BargainAnswer& answer, size_t k, int width) {
  const Bargaining& result = answer.bargaining;
  size_t name_width = 5;
  double low = result.rounds[0].positions[0][k], high = low;
  for (size_t i = 0; i < result.actors.size(); ++i) {
    name_width = std::max(name_width, std::min(longest_name, display_width(result.actors[i])));
    for (const double x : way_of(result, i, k)) {
      low = std::min(low, x);
      high = std::max(high, x);
    }
  }
  const size_t room = static_cast<size_t>(std::max(width, 40)) - std::min(name_width + 32, size_t{38});
  std::string out = padded("actor", name_width) + "    start      end     risk  way\n";
  for (size_t i = 0; i < result.actors.size(); ++i) {
    const std::vector<double> way = way_of(result, i, k);
    out += padded(cut_to(without_controls(result.actors[i]), name_width), name_width) +
           fmt::format(" {:>8} {:>8} {:>8}  {}\n", figure(way.front()), figure(way.back()),
                       figure(result.rounds.back().risk[i]), sparkline(thinned(way, room), low, high));
  }
  return out;
}

std::string centre(const BargainAnswer& answer, size_t k) {
  const auto& rounds = answer.bargaining.rounds;
  return fmt::format("mean {} -> {}, median {} -> {} (weighted by capability and salience)\n",
                     figure(rounds.front().mean[k]), figure(rounds.back().mean[k]), figure(rounds.front().median[k]),
                     figure(rounds.back().median[k]));
}

std::string band_words(const Band& band) {
  return fmt::format("{} (half of the runs {} to {}, nine in ten {} to {})", figure(band.p50), figure(band.p25),
                     figure(band.p75), figure(band.p05), figure(band.p95));
}

std::string influence_words(const Bargaining& result, const Influence& influence) {
  std::string input = influence.input;
  if (influence.input != "capability") {
    if (const std::string of = dimension_name(result, influence.dimension); !of.empty()) input += " in " + of;
  }
  const std::string of = dimension_name(result, influence.of);
  return fmt::format("  {:+.2f}  {} of {}{}\n", influence.correlation, input, without_controls(influence.actor),
                     of.empty() ? "" : " (on " + of + ")");
}

std::string sensitivity_text(const BargainAnswer& answer) {
  const Sensitivity& found = *answer.sensitivity;
  std::string out =
      fmt::format("\n{} runs with every input moved by chance (spread {:g} %): {:.0f} % of them settled\n", found.runs,
                  found.spread, 100 * found.converged);
  for (size_t k = 0; k < found.mean.size(); ++k) {
    const std::string of = dimension_name(answer.bargaining, k);
    const std::string before = of.empty() ? "" : of + ": ";
    out += before + "mean at the end " + band_words(found.mean[k]) + "\n";
    out += before + "median at the end " + band_words(found.median[k]) + "\n";
  }
  out += "what moves the mean most (rank correlation over the runs):\n";
  for (size_t i = 0; i < std::min(shown_influences, found.influence.size()); ++i) {
    out += influence_words(answer.bargaining, found.influence[i]);
  }
  return out;
}

// --- json ---------------------------------------------------------------------------------------------------------

/// One number where the issue has one dimension, else a list.
Json by_dimension(const std::vector<double>& values) {
  return values.size() == 1 ? Json(values[0]) : Json(values);
}

Json round_json(const Bargaining& result, const BargainRound& round, size_t number) {
  Json out;
  out["round"] = number;
  out["mean"] = by_dimension(round.mean);
  out["median"] = by_dimension(round.median);
  Json positions = Json::object(), risk = Json::object(), chance = Json::object();
  for (size_t i = 0; i < result.actors.size(); ++i) {
    positions[result.actors[i]] = round.positions[i];
    risk[result.actors[i]] = round.risk[i];
    if (!round.chance.empty()) chance[result.actors[i]] = round.chance[i];
  }
  out["positions"] = positions;
  out["risk"] = risk;
  out["chance"] = round.chance.empty() ? Json(nullptr) : chance;
  return out;
}

Json band_json(const Band& band) {
  return {{"p05", band.p05}, {"p25", band.p25}, {"p50", band.p50}, {"p75", band.p75}, {"p95", band.p95}};
}

Json bands_json(const std::vector<Band>& bands) {
  if (bands.size() == 1) return band_json(bands[0]);
  Json out = Json::array();
  for (const Band& band : bands) out.push_back(band_json(band));
  return out;
}

Json sensitivity_json(const Bargaining& result, const Sensitivity& found) {
  Json out;
  out["runs"] = found.runs;
  out["spread"] = found.spread;
  out["converged"] = found.converged;
  out["mean"] = bands_json(found.mean);
  out["median"] = bands_json(found.median);
  out["positions"] = Json::object();
  for (size_t i = 0; i < result.actors.size(); ++i) out["positions"][result.actors[i]] = bands_json(found.positions[i]);
  out["influence"] = Json::array();
  for (const Influence& one : found.influence) {
    Json entry;
    entry["actor"] = one.actor;
    entry["input"] = one.input;
    entry["dimension"] = one.input == "capability" ? Json(nullptr) : Json(one.dimension + 1);
    entry["on"] = one.of + 1;
    entry["correlation"] = one.correlation;
    out["influence"].push_back(std::move(entry));
  }
  return out;
}

}  // namespace

std::string bargain_text(const BargainAnswer& answer, int width) {
  std::string out = head(answer);
  for (size_t k = 0; k < answer.bargaining.dimensions.size(); ++k) {
    const std::string name = dimension_name(answer.bargaining, k);
    out += "\n" + (name.empty() ? "" : without_controls(name) + ": ") + centre(answer, k) + ways(answer, k, width);
  }
  if (answer.sensitivity) out += sensitivity_text(answer);
  return out;
}

std::string bargain_json(const BargainAnswer& answer) {
  const Bargaining& result = answer.bargaining;
  Json out;
  out["model"] = spatial(answer) ? "ktab" : "scholz";
  out["mode"] = spatial(answer) ? Json(nullptr)
                                : Json(answer.asked.options.mode == BargainMode::faithful ? "faithful" : "corrected");
  out["dimensions"] = result.dimensions;
  out["rounds"] = Json::array();
  for (size_t i = 0; i < result.rounds.size(); ++i) out["rounds"].push_back(round_json(result, result.rounds[i], i));
  out["converged"] = result.converged;
  out["sensitivity"] = answer.sensitivity ? sensitivity_json(result, *answer.sensitivity) : Json(nullptr);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace entente
