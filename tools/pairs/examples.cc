#include "examples.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "coding/pairs/pair_features.h"
#include "coding/pairs/pair_model.h"

namespace entente::pairs {

namespace {

using nlohmann::json;

Result<std::optional<Span>> span_of(const json& object, const char* key, const std::string& text) {
  if (!object.contains(key) || object[key].is_null()) return std::optional<Span>();
  const json& value = object[key];
  if (!value.is_array() || value.size() != 2) return Error{ErrorCode::input, std::string(key) + " is no span"};
  const auto span = bytes_of(text, {value[0].get<uint64_t>(), value[1].get<uint64_t>()});
  if (!span) return Error{ErrorCode::input, std::string(key) + " " + span.error().message};
  return std::optional<Span>(*span);
}

bool set_label(const std::string& type, Example& example) {
  if (type == "CONCEDE" || type == "RETREAT" || type == "YIELD") {
    example.label = yield_class;
    example.yields = type == "YIELD" ? -1 : type == "RETREAT" ? 1 : 0;
    return true;
  }
  const auto named = claim_type(ClaimKind::event, type);
  const auto found = named ? std::find(pair_classes.begin(), pair_classes.end(), *named) : pair_classes.end();
  example.label = static_cast<int>(found - pair_classes.begin());
  return found != pair_classes.end();
}

Result<Example> read_example(const std::string& line, const Reader& reader, const Lexicon& lexicon, bool named) {
  const json object = json::parse(line, nullptr, false);
  if (!object.is_object() || !object.contains("text") || !object.contains("type"))
    return Error{ErrorCode::input, "no object with text and type"};
  const std::string text = object["text"].get<std::string>();
  Example example;
  example.id = object.contains("id") ? object["id"].dump() : "";
  example.weight = object.value("weight", 1.0);
  if (!set_label(object["type"].get<std::string>(), example)) return Error{ErrorCode::input, "unknown type"};
  const auto source = span_of(object, "source", text), target = span_of(object, "target", text);
  if (!source) return source.error();
  if (!target) return target.error();
  PairSentence pair = shorten_to_pair(reader, text, *source, *target);
  FeatureList features(named);
  add_pair_features(reader, lexicon, pair, features);
  example.features = features.features();
  example.names = features.names();
  return example;
}

}  // namespace

Result<std::vector<Example>> read_examples(const std::string& path, const Reader& reader, const Lexicon& lexicon,
                                           bool named) {
  std::ifstream in(path);
  if (!in) return Error{ErrorCode::missing, path + ": cannot be opened"};
  std::vector<Example> examples;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (trim(line).empty()) continue;
    auto example = read_example(line, reader, lexicon, named);
    if (!example) return Error{ErrorCode::input, path + ":" + std::to_string(number) + ": " + example.error().message};
    examples.push_back(std::move(*example));
  }
  return examples;
}

}  // namespace entente::pairs
