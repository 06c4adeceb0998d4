// entente code: texts as JSON lines in, their events as JSON lines out; with --pairs the types of given pairs.
#include <iostream>
#include <nlohmann/json.hpp>

#include "faces/cli/commands.h"
#include "faces/cli/commands/json_lines.h"
#include "report/claim_json.h"

namespace entente::cli {

namespace {

constexpr const char* code_examples =
    "  entente code < texts.jsonl > events.jsonl\n"
    "  echo '{\"id\": 1, \"text\": \"Paris condemned the raid by Libya.\", \"date\": \"1987-02-11\"}' | entente code\n"
    "  echo '{\"id\": 1, \"text\": \"Paris condemned Libya.\", \"source\": [0, 5], \"target\": [16, 21]}' |\n"
    "    entente code --pairs\n";

constexpr const char* text_shape = R"({"id": ..., "text": "...", "date": "..."})";
constexpr const char* pair_shape =
    R"({"id": ..., "text": "...", "source": [begin, end], "target": [begin, end]}, null for a party that is implied)";

using nlohmann::json;

std::string tag_of(const json& object) {
  return object.contains("id") ? object["id"].dump() : "null";
}

bool has_text(const json& object) {
  return object.contains("text") && object["text"].is_string();
}

Result<TaggedText> parse_text(const json& object, const std::string& /*place*/) {
  if (!has_text(object)) return Error{ErrorCode::input, "no \"text\""};
  TaggedText text;
  text.tag = tag_of(object);
  text.text = object["text"].get<std::string>();
  if (!object.contains("date") || object["date"].is_null()) return text;
  const auto date = object["date"].is_string() ? parse_iso_date(object["date"].get<std::string>()) : std::nullopt;
  if (!date) return Error{ErrorCode::input, "\"date\" is no ISO 8601 day such as 2026-03-01"};
  text.date = *date;
  return text;
}

Result<std::optional<CharacterRange>> parse_range(const json& object, const char* key) {
  if (!object.contains(key)) return Error{ErrorCode::input, "no \"" + std::string(key) + "\""};
  const json& value = object[key];
  if (value.is_null()) return std::optional<CharacterRange>();
  const bool numbers =
      value.is_array() && value.size() == 2 && value[0].is_number_unsigned() && value[1].is_number_unsigned();
  if (!numbers) return Error{ErrorCode::input, "\"" + std::string(key) + "\" is neither null nor two whole numbers"};
  return std::optional<CharacterRange>({value[0].get<uint64_t>(), value[1].get<uint64_t>()});
}

Result<TaggedPair> parse_pair(const json& object, const std::string& place) {
  if (!object.contains("id")) return Error{ErrorCode::input, "no \"id\""};
  if (!has_text(object)) return Error{ErrorCode::input, "no \"text\""};
  const auto source = parse_range(object, "source");
  if (!source) return source.error();
  const auto target = parse_range(object, "target");
  if (!target) return target.error();
  return TaggedPair{tag_of(object), place, {object["text"].get<std::string>(), *source, *target}};
}

int fail_to_open(const std::string& path, Session& session) {
  return session.fail({ErrorCode::missing, path + ": cannot be opened: check the path"});
}

int run_texts(const std::string& path, Session& session) {
  JsonLines<TaggedText> lines(path, parse_text, text_shape, session);
  if (!lines.open()) return fail_to_open(path, session);
  Engine engine = session.engine();
  Output& out = session.out();
  const Result<void> coded = engine.code([&] { return lines.next(); },
                                         [&](const TaggedText& text, const std::vector<Claim>& events) {
                                           for (const Claim& event : events) {
                                             out.line(coded_text_json(text.tag, event, text.text));
                                           }
                                           return out.open();
                                         });
  return coded ? lines.code() : session.fail(coded.error());
}

int run_pairs(const std::string& path, Session& session) {
  JsonLines<TaggedPair> lines(path, parse_pair, pair_shape, session);
  if (!lines.open()) return fail_to_open(path, session);
  Engine engine = session.engine();
  Output& out = session.out();
  const Result<void> coded = engine.code_pairs([&] { return lines.next(); },
                                               [&](const TaggedPair& pair, const Result<PairAnswer>& answer) {
                                                 if (answer) {
                                                   out.line(pair_json(pair.tag, *answer));
                                                 } else {
                                                   lines.fail(pair.place, answer.error());
                                                 }
                                                 return out.open();
                                               });
  return coded ? lines.code() : session.fail(coded.error());
}

}  // namespace

void add_code(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "code", "code the events of texts given as JSON lines", code_examples);
  auto path = std::make_shared<std::string>("-");
  auto pairs = std::make_shared<bool>(false);
  command
      ->add_option(
          "FILE", *path,
          "JSON lines {\"id\", \"text\", \"date\"}, with --pairs {\"id\", \"text\", \"source\", \"target\"}; - for "
          "standard input (the default)")
      ->type_name("");
  command->add_flag("--pairs", *pairs, "tell the type of given pairs, whose parties are marked in the text");
  command->callback([path, pairs, &chosen] {
    chosen.action = [path, pairs](Session& session) {
      std::ios::sync_with_stdio(false);
      return *pairs ? run_pairs(*path, session) : run_texts(*path, session);
    };
  });
}

}  // namespace entente::cli
