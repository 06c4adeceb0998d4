#include "coding/tables/table_parties.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "coding/lexicon/actor_directory.h"
#include "coding/lexicon/lexicon_file.h"

namespace entente {

namespace {

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

/// A name as tables write it made like those of the lexicon: no marks, no remark in brackets, "and" for "&".
std::string party_name(std::string_view name) {
  std::string out = to_lower(trim(name));
  while (out.ends_with('*')) out.pop_back();
  const size_t bracket = out.find(" (");
  if (bracket != std::string::npos) out.resize(bracket);
  replace_all(out, "&", "and");
  replace_all(out, "\u2019", "'");
  if (out.starts_with("st. ")) out.replace(0, 4, "saint ");
  return std::string(trim(out));
}

/// A model matches a pattern that it equals, or begins with where the pattern ends in a star.
bool matches(std::string_view model, std::string_view pattern) {
  if (!pattern.ends_with('*')) return model == pattern;
  pattern.remove_suffix(1);
  return model.starts_with(pattern);
}

}  // namespace

struct TableParties::Parts {
  ActorDirectory actors;
  std::map<std::string, std::vector<Name>> names;                      // by lower-case text
  std::map<std::pair<std::string, std::string>, ActorId> codes;        // by scheme and lower-case code
  std::vector<std::pair<std::string, std::optional<ActorId>>> models;  // patterns in the file's order

  void index() {
    std::set<ActorId> states;
    for (const Name& name : actors.names()) {
      if (name.form == NameForm::name) names[to_lower(name.text)].push_back(name);
      states.insert(name.actor);
    }
    for (const ActorId& id : states) {
      const Actor* actor = actors.find(id);
      if (actor == nullptr) continue;
      for (const auto& [scheme, code] : actor->codes) codes.try_emplace({scheme, to_lower(code)}, id);
    }
  }

  /// `name X = ID`, `cow 260 = DEU`, `iso2 eu = EUR`, `model VVER* = RUS`, `model PWR = -` (nobody can be told).
  Result<void> read(const std::string& path) {
    const Result<LexiconFile> file = read_lexicon_file(path);
    if (!file) return file.error();
    for (const LexiconLine& line : file->lines) {
      const size_t blank = line.text.find(' ');
      const size_t sign = line.text.rfind(" = ");
      if (blank == std::string::npos || sign == std::string::npos || sign <= blank) {
        return file->error(line, "write: SCHEME WHAT = ID");
      }
      const std::string scheme = line.text.substr(0, blank);
      const std::string what(trim(std::string_view(line.text).substr(blank, sign - blank)));
      const std::string id(trim(std::string_view(line.text).substr(sign + 3)));
      const ActorId owner(std::string(split(id, ':').front()));
      if (id != "-" && actors.find(owner) == nullptr) return file->error(line, "'" + id + "' is no actor");
      if (!take(scheme, what, id)) return file->error(line, "'" + scheme + "': use name, cow, iso2 or model");
    }
    return {};
  }

  bool take(const std::string& scheme, const std::string& what, const std::string& id) {
    if (scheme == "model") {
      models.emplace_back(what, id == "-" ? std::nullopt : std::optional(ActorId(id)));
    } else if (scheme == "name" || scheme == "cow" || scheme == "iso2") {
      codes[{scheme, to_lower(what)}] = ActorId(id);
    } else {
      return false;
    }
    return true;
  }
};

TableParties::TableParties(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
TableParties::TableParties(TableParties&&) noexcept = default;
TableParties& TableParties::operator=(TableParties&&) noexcept = default;
TableParties::~TableParties() = default;

Result<TableParties> TableParties::load(const std::string& lexicon_folder) {
  Result<ActorDirectory> actors = ActorDirectory::load(lexicon_folder);
  if (!actors) return actors.error();
  auto parts = std::make_unique<Parts>();
  parts->actors = std::move(*actors);
  parts->index();
  const Result<void> read = parts->read(lexicon_folder + "/table-parties.txt");
  if (!read) return read.error();
  return TableParties(std::move(parts));
}

std::optional<ActorId> TableParties::named(std::string_view name, int year) const {
  for (const std::string& text : {to_lower(trim(name)), party_name(name)}) {
    if (const auto alias = coded("name", text)) return alias;
    const auto found = parts_->names.find(text);
    if (found == parts_->names.end()) continue;
    const Date day = year > 0 ? Date::of_day(year, 7, 1) : Date{};
    for (const Name& one : found->second) {
      if (one.valid.covers(day)) return one.actor;
    }
    return found->second.front().actor;  // an old name, still used
  }
  return std::nullopt;
}

std::optional<ActorId> TableParties::coded(std::string_view scheme, std::string_view code) const {
  const auto found = parts_->codes.find({std::string(scheme), to_lower(code)});
  return found == parts_->codes.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ActorId> TableParties::vendor(std::string_view model) const {
  for (const auto& [pattern, id] : parts_->models) {
    if (matches(model, pattern)) return id;
  }
  return std::nullopt;
}

}  // namespace entente
