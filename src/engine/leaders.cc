#include "engine/leaders.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace entente {

namespace {

/// States whose head of government leads, the head of state being a monarch who reigns or a president who represents
/// (general knowledge of their constitutions). In all others the head of state leads.
constexpr std::array<std::string_view, 62> led_by_government = {
    "ALB", "AND", "AUS", "AUT", "BEL", "BGD", "BGR", "BHS", "BLZ", "BRB", "CAN", "CPV", "CZE", "DEU", "DNK", "ESP",
    "EST", "ETH", "FJI", "GBR", "GRC", "GRD", "HRV", "HUN", "IND", "IRL", "IRQ", "ISL", "ISR", "ITA", "JAM", "JPN",
    "KHM", "LBN", "LSO", "LUX", "LVA", "MKD", "MLT", "MNE", "MUS", "MYS", "NLD", "NOR", "NPL", "NZL", "PAK", "PNG",
    "POL", "PRT", "SGP", "SLB", "SVK", "SVN", "SWE", "THA", "TLS", "TTO", "VUT", "WSM", "XKX", "FIN"};

std::string leading_office(const ActorId& state) {
  const bool government =
      std::find(led_by_government.begin(), led_by_government.end(), state.str()) != led_by_government.end();
  return government ? "head of government" : "head of state";
}

}  // namespace

LeaderList leaders_by(OfficeHolders holders) {
  return [holders = std::move(holders)](const ActorId& state) {
    const std::string office = leading_office(state);
    std::vector<LeaderChange> out;
    for (const OfficeTerm& term : holders(state, office)) {
      if (term.from.known()) out.push_back({state, office, term.name, term.from});
    }
    return out;
  };
}

}  // namespace entente
