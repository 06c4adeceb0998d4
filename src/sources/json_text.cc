// Publishers write {"name": ...} or a list of them where a text would do.
#include "sources/json_text.h"

#include <vector>

#include "base/text.h"

namespace entente {

using simdjson::dom::element;

namespace {

std::string text_or_name(const element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  return value["name"].get(text) == simdjson::SUCCESS ? std::string(text) : "";
}

}  // namespace

std::string json_text(const element& value) {
  simdjson::dom::array list;
  if (value.is_number()) return simdjson::minify(value);
  if (value.get(list) != simdjson::SUCCESS) return text_or_name(value);
  std::vector<std::string> parts;
  for (const element part : list) {
    if (std::string text = text_or_name(part); !text.empty()) parts.push_back(std::move(text));
  }
  return join(parts, ", ");
}

}  // namespace entente
