// A trained next-event forecaster as a file: the networks, and what they were trained for. Internal to foresight.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "foresight/events/network.h"

namespace entente {

inline constexpr uint32_t event_model_version = 2;

/// Two sets of networks: one never saw the valid part and ranks it, the other did and ranks what comes after.
struct EventNetworks {
  uint32_t families = 0;  // of features that they were fitted to, one bit each
  std::vector<RankNetwork> before_valid;
  std::vector<RankNetwork> after_valid;
};

/// Magic, version, hash of the rest, sizes, parameters; little-endian.
std::string to_bytes(const EventNetworks& networks);
/// Errors: version, damaged; each names the file.
Result<EventNetworks> event_networks(std::string_view bytes, const std::string& path);

}  // namespace entente
