// Figures first, then who is in which camp, then what does not fit.
#include "report/balance.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "report/wrap.h"

namespace entente {
namespace {

std::string frustration_words(const StructuralBalance& balance) {
  if (balance.optimal) return fmt::format("{:g} (proven: no two camps do with less)", balance.frustration);
  return fmt::format("{:g} at most, {:g} at least (the time ran out before a proof)", balance.frustration,
                     balance.at_least);
}

std::string triangle_words(const StructuralBalance& balance) {
  return balance.triangle_index ? fmt::format("{:.3f} of the triangles are balanced", *balance.triangle_index)
                                : "no triangles";
}

std::string against_words(const StructuralBalance& balance) {
  std::vector<std::string> pairs;
  for (const auto& [a, b] : balance.against) pairs.push_back(a + " - " + b);
  return pairs.empty() ? "none" : join(pairs, "; ");
}

}  // namespace

std::string balance_text(const BalanceAnswer& answer, int width) {
  const StructuralBalance& balance = answer.balance;
  std::string out = fmt::format("{} actors, {} edges, {} of them hostile; {}\n", balance.actors, balance.edges,
                                balance.negative, triangle_words(balance));
  out += "frustration: " + frustration_words(balance) + "\n";
  for (const int camp : {0, 1}) {
    const auto& names = balance.camps[camp];
    out += paragraph(fmt::format("camp {} ({}): {}", camp + 1, names.size(), join(names, ", ")), width);
  }
  return out + paragraph("against the camps: " + against_words(balance), width);
}

std::string balance_json(const BalanceAnswer& answer) {
  const StructuralBalance& balance = answer.balance;
  nlohmann::ordered_json out;
  out["n"] = balance.actors;
  out["m"] = balance.edges;
  out["negative"] = balance.negative;
  out["frustration"] = balance.frustration;
  out["at_least"] = balance.at_least;
  out["optimal"] = balance.optimal;
  out["triangle_index"] = balance.triangle_index ? nlohmann::ordered_json(*balance.triangle_index) : nullptr;
  out["partition"] = {balance.camps[0], balance.camps[1]};
  out["against"] = balance.against;
  out["seconds"] = answer.seconds;
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace entente
