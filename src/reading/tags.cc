// Reading the list of tag pairs.
#include "reading/tags.h"

#include "base/text.h"

namespace entente {

std::optional<std::vector<TagPair>> read_tags(std::string_view text) {
  std::vector<TagPair> tags;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty()) continue;
    const size_t blank = line.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    tags.push_back({upos_named(line.substr(0, blank)), std::string(line.substr(blank + 1))});
  }
  if (tags.empty() || tags.size() > max_tags) return std::nullopt;
  return tags;
}

}  // namespace entente
