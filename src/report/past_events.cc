#include "report/past_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "report/wrap.h"

namespace entente {

namespace {

std::string act_name(const ActNames& acts, const PastEvent& event) {
  const auto found = acts.find(event.code);
  return found == acts.end() ? event.code : found->second;
}

/// "icews14s, train.txt row 1201"; of claims the sentences follow.
std::string where_text(const PastEvent& event) {
  if (!event.row) return event.data_set;
  const std::string file = std::filesystem::path(event.row->file).filename().string();
  return fmt::format("{}, {} row {}", event.data_set, file.substr(0, 12), event.row->row);
}

}  // namespace

std::string chance_text(double probability) {
  if (probability > 0 && probability < 0.001) return "less than 0.1 %";
  if (probability < 1 && probability > 0.999) return "more than 99.9 %";
  return fmt::format("{:.1f} %", 100 * probability);
}

std::string past_events_text(const Grounds& grounds, const ActNames& acts, const std::vector<PastEvent>& events,
                             size_t most, int width, const std::string& indent) {
  std::string out;
  for (size_t i = 0; i < std::min(most, events.size()); ++i) {
    const PastEvent& event = events[i];
    if (!event.claims.empty()) {
      out += evidence_text(grounds, event.claims, event.claims.size(), width, indent);
      continue;
    }
    const std::string line =
        fmt::format("{}  {} > {}: {} ({}; {})", iso_day(event.day), grounds.name(event.source),
                    grounds.name(event.target), act_name(acts, event), event.code, where_text(event));
    out += wrap({{without_controls(line), ""}}, static_cast<size_t>(width), indent, indent + "  ", false);
  }
  if (events.size() > most) out += indent + "and " + std::to_string(events.size() - most) + " more\n";
  return out;
}

OrderedJson day_number_json(int64_t day) {
  return iso_day(day);
}

OrderedJson past_events_json(const Grounds& grounds, const ActNames& acts, const std::vector<PastEvent>& events) {
  OrderedJson out = OrderedJson::array();
  for (const PastEvent& event : events) {
    OrderedJson one{{"date", day_number_json(event.day)},
                    {"source", event.source.str()},
                    {"target", event.target.str()},
                    {"cameo", event.code.empty() ? OrderedJson(nullptr) : OrderedJson(event.code)},
                    {"act", event.code.empty() ? OrderedJson(nullptr) : OrderedJson(act_name(acts, event))},
                    {"type", event.type ? OrderedJson(name_of(*event.type)) : OrderedJson(nullptr)},
                    {"data_set", event.data_set},
                    {"file", event.row ? OrderedJson(event.row->file) : OrderedJson(nullptr)},
                    {"row", event.row ? OrderedJson(event.row->row) : OrderedJson(nullptr)},
                    {"evidence", evidence_json(grounds, event.claims)}};
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace entente
