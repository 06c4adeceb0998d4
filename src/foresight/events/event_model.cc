#include "foresight/events/event_model.h"

#include <bit>
#include <cmath>
#include <cstring>

#include "base/hash.h"
#include "foresight/events/features.h"

namespace entente {

namespace {

static_assert(std::endian::native == std::endian::little, "the file holds numbers as they lie in memory");

constexpr std::string_view magic = "ENTEVENT";

struct Header {
  char magic[8];
  uint32_t version;
  uint32_t inputs;
  uint32_t relations;  // both directions
  uint32_t members;    // networks in each of the two sets
  uint32_t families;
  char hash[32];  // content_hash of the parameters
};

Error damaged(const std::string& path, const std::string& what) {
  return {ErrorCode::damaged, path + ": the forecasting model is damaged (" + what + "); train it again"};
}

}  // namespace

std::string to_bytes(const EventNetworks& networks) {
  std::string body;
  for (const auto* set : {&networks.before_valid, &networks.after_valid}) {
    for (const RankNetwork& network : *set) {
      body.append(reinterpret_cast<const char*>(network.parameters().data()), network.parameters().size_bytes());
    }
  }
  const RankNetwork& one = networks.before_valid.front();
  Header header{{},
                event_model_version,
                static_cast<uint32_t>(one.inputs()),
                static_cast<uint32_t>(one.relations()),
                static_cast<uint32_t>(networks.before_valid.size()),
                networks.families,
                {}};
  std::memcpy(header.magic, magic.data(), sizeof header.magic);
  std::memcpy(header.hash, content_hash(body).data(), sizeof header.hash);
  return std::string(reinterpret_cast<const char*>(&header), sizeof header) + body;
}

Result<EventNetworks> event_networks(std::string_view bytes, const std::string& path) {
  Header header{};
  if (bytes.size() < sizeof header) return damaged(path, "too short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != magic) return damaged(path, "not such a model");
  if (header.version != event_model_version || header.inputs != feature_list().size()) {
    return Error{ErrorCode::version, path + ": the model has version " + std::to_string(header.version) +
                                         ", this program reads version " + std::to_string(event_model_version) +
                                         "; train it again"};
  }
  const std::string_view body = bytes.substr(sizeof header);
  const size_t count = RankNetwork::parameter_count(header.inputs, header.relations);
  if (header.members == 0 || body.size() / sizeof(float) / count / 2 != header.members ||
      body.size() != 2 * header.members * count * sizeof(float)) {
    return damaged(path, "wrong size");
  }
  if (content_hash(body) != std::string_view(header.hash, sizeof header.hash)) return damaged(path, "wrong hash");
  EventNetworks networks;
  networks.families = header.families;
  for (size_t i = 0; i < 2 * header.members; ++i) {
    std::vector<float> parameters(count);
    std::memcpy(parameters.data(), body.data() + i * count * sizeof(float), count * sizeof(float));
    auto& set = i < header.members ? networks.before_valid : networks.after_valid;
    set.emplace_back(header.inputs, header.relations, std::move(parameters));
  }
  return networks;
}

}  // namespace entente
