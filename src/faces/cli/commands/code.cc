// entente code: texts as JSON lines in, their events as JSON lines out.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "faces/cli/commands.h"
#include "report/claim_json.h"

namespace entente::cli {

namespace {

constexpr const char* examples =
    "  entente code < texts.jsonl > events.jsonl\n"
    "  echo '{\"id\": 1, \"text\": \"Paris condemned the raid by Libya.\", \"date\": \"1987-02-11\"}' | entente code\n";

using nlohmann::json;

/// Takes one line apart. Errors: input, saying what is wrong with it.
Result<TaggedText> parse_line(const std::string& line) {
  const json object = json::parse(line, nullptr, false);
  if (!object.is_object()) return Error{ErrorCode::input, "no JSON object"};
  if (!object.contains("text") || !object["text"].is_string()) return Error{ErrorCode::input, "no \"text\""};
  TaggedText text;
  text.tag = object.contains("id") ? object["id"].dump() : "null";
  text.text = object["text"].get<std::string>();
  if (!object.contains("date") || object["date"].is_null()) return text;
  const auto date = object["date"].is_string() ? parse_iso_date(object["date"].get<std::string>()) : std::nullopt;
  if (!date) return Error{ErrorCode::input, "\"date\" is no ISO 8601 day such as 2026-03-01"};
  text.date = *date;
  return text;
}

/// The lines of the input as texts; bad ones are named and left out.
class Lines {
 public:
  Lines(std::istream& in, std::string name, Session& session) : in_(in), name_(std::move(name)), session_(session) {}

  std::optional<TaggedText> next() {
    for (std::string line; std::getline(in_, line);) {
      ++number_;
      if (trim(line).empty()) continue;
      ++texts_;
      Result<TaggedText> text = parse_line(line);
      if (text) return std::move(*text);
      ++failed_;
      session_.fail({ErrorCode::input, name_ + ":" + std::to_string(number_) + ": " + text.error().message +
                                           ": each line must be {\"id\": ..., \"text\": \"...\", \"date\": \"...\"}"});
    }
    return std::nullopt;
  }
  [[nodiscard]] int code() const { return Session::code_for(failed_, texts_); }

 private:
  std::istream& in_;
  std::string name_;
  Session& session_;
  size_t number_ = 0;
  size_t texts_ = 0;
  size_t failed_ = 0;
};

int run(const std::string& path, Session& session) {
  std::ios::sync_with_stdio(false);
  std::ifstream file;
  if (path != "-") file.open(path);
  if (path != "-" && !file) return session.fail({ErrorCode::missing, path + ": cannot be opened: check the path"});
  Lines lines(path == "-" ? std::cin : file, path == "-" ? "standard input" : path, session);
  Engine engine = session.engine();
  Output& out = session.out();
  const Result<void> coded = engine.code([&] { return lines.next(); },
                                         [&](const TaggedText& text, const std::vector<Claim>& events) {
                                           for (const Claim& event : events) {
                                             out.line(coded_text_json(text.tag, event, text.text));
                                           }
                                           return out.open();
                                         });
  if (!coded) return session.fail(coded.error());
  return lines.code();
}

}  // namespace

void add_code(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "code", "code the events of texts given as JSON lines", examples);
  auto path = std::make_shared<std::string>("-");
  command->add_option("FILE", *path, "JSON lines {\"id\", \"text\", \"date\"}; - for standard input (the default)")
      ->type_name("");
  command->callback([path, &chosen] { chosen.action = [path](Session& session) { return run(*path, session); }; });
}

}  // namespace entente::cli
