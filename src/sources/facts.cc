// Folders of a temporal knowledge graph: entity2id.txt and relation2id.txt (name, tab, id), and train.txt, valid.txt,
// test.txt (subject, relation, object, step; parted by tabs).
#include <charconv>
#include <filesystem>
#include <optional>

#include "base/text.h"
#include "sources/article_file.h"
#include "sources/sources.h"

namespace entente {
namespace {

constexpr size_t longest_fact = 1u << 16;
constexpr int32_t most_names = 50'000'000;

std::optional<int32_t> id_number(std::string_view text) {
  const auto value = whole_number<int32_t>(text);
  return value && *value >= 0 ? value : std::nullopt;
}

/// Calls `take` with the fields of every line that is not empty, and its number.
template <class Take>
Result<void> each_line(const std::string& path, const Take& take) {
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  size_t number = 0;
  while (const std::optional<Line> line = take_line(**stream, longest_fact)) {
    ++number;
    if (line->too_long) return error_at(path, number, "the line is too long");
    if (trim(line->text).empty()) continue;
    if (const Result<void> taken = take(split(line->text, '\t'), number); !taken) return taken;
  }
  if ((*stream)->failure()) return *(*stream)->failure();
  return {};
}

/// Names by id; an id that the list leaves out is its own name.
Result<std::vector<std::string>> names_of_ids(const std::string& path) {
  std::vector<std::string> names;
  std::vector<bool> known;
  const Result<void> read = each_line(path, [&](const auto& fields, size_t line) -> Result<void> {
    const std::optional<int32_t> id = fields.size() < 2 ? std::nullopt : id_number(fields[1]);
    if (!id || *id > most_names) return error_at(path, line, "not a name, a tab and an id");
    const auto at = static_cast<size_t>(*id);
    if (at >= names.size()) {
      names.resize(at + 1);
      known.resize(at + 1);
    }
    if (known[at]) return error_at(path, line, "the id " + std::to_string(*id) + " is there twice");
    known[at] = true;
    names[at] = std::string(fields[0]);
    return {};
  });
  if (!read) return read.error();
  if (names.empty()) return Error{ErrorCode::input, path + ": no names in it; give a name, a tab and an id a line"};
  for (size_t id = 0; id < known.size(); ++id) {
    if (!known[id]) names[id] = std::to_string(id);
  }
  return names;
}

Result<std::vector<Fact>> read_part(const std::string& path, size_t entities, size_t relations) {
  std::vector<Fact> facts;
  const Result<void> read = each_line(path, [&](const auto& fields, size_t line) -> Result<void> {
    std::optional<int32_t> values[4];
    for (size_t i = 0; i < 4 && i < fields.size(); ++i) values[i] = id_number(fields[i]);
    if (!values[0] || !values[1] || !values[2] || !values[3]) {
      return error_at(path, line, "not a subject, relation, object and step, as whole numbers parted by tabs");
    }
    for (const size_t i : {0, 2}) {
      if (static_cast<size_t>(*values[i]) >= entities) {
        return error_at(path, line, "entity " + std::to_string(*values[i]) + " is not in entity2id.txt");
      }
    }
    if (static_cast<size_t>(*values[1]) >= relations) {
      return error_at(path, line, "relation " + std::to_string(*values[1]) + " is not in relation2id.txt");
    }
    facts.push_back({.step = *values[3], .subject = *values[0], .relation = *values[1], .object = *values[2]});
    return {};
  });
  if (!read) return read.error();
  if (facts.empty()) return Error{ErrorCode::input, path + ": no facts in it"};
  return facts;
}

}  // namespace

Result<FactSet> read_facts(const std::string& folder, FactParts parts) {
  FactSet set;
  Result<std::vector<std::string>> entities = names_of_ids(folder + "/entity2id.txt");
  if (!entities) return entities.error();
  Result<std::vector<std::string>> relations = names_of_ids(folder + "/relation2id.txt");
  if (!relations) return relations.error();
  set.entities = std::move(*entities);
  set.relations = std::move(*relations);
  const std::vector<std::pair<const char*, std::vector<Fact>*>> wanted = {
      {"train", &set.train}, {"valid", &set.valid}, {"test", &set.test}};
  for (const auto& [name, into] : wanted) {
    const bool is_test = into == &set.test;
    const std::string path = folder + "/" + name + ".txt";
    if (is_test &&
        (parts == FactParts::without_test || (parts == FactParts::what_is_there && !std::filesystem::exists(path)))) {
      continue;
    }
    Result<std::vector<Fact>> part = read_part(path, set.entities.size(), set.relations.size());
    if (!part) return part.error();
    *into = std::move(*part);
  }
  return set;
}

}  // namespace entente
