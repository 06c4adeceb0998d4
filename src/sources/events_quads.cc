// Quads: numbers for subject, relation, object and time, with the names of entities and relations in two files beside
// them, as forecasting benchmarks publish them (Jin and others 2020, "Recurrent event network").
#include <filesystem>
#include <limits>

#include "base/text.h"
#include "sources/event_table.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr size_t longest_line = 1u << 20;
constexpr int64_t most_time = 1'000'000;

using Names = std::vector<std::string>;

/// "China<tab>0" a line: names by number.
Result<Names> read_names(const std::string& path) {
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) {
    if (stream.error().code != ErrorCode::missing) return stream.error();
    return Error{ErrorCode::missing, path + ": not there; quads need it beside them"};
  }
  Names names;
  size_t line_number = 0;
  while (const std::optional<Line> line = take_line(**stream, longest_line)) {
    ++line_number;
    const size_t tab = line->text.find('\t');
    if (trim(line->text).empty()) continue;
    const std::string_view rest = tab == std::string::npos ? "" : std::string_view(line->text).substr(tab + 1);
    const auto number = whole_number<uint32_t>(trim(rest.substr(0, rest.find('\t'))));
    if (!number || *number > 10'000'000) {
      return Error{ErrorCode::input, path + ":" + std::to_string(line_number) + ": expected a name, a tab, a number"};
    }
    if (names.size() <= *number) names.resize(*number + 1);
    names[*number] = line->text.substr(0, tab);
  }
  if ((*stream)->failure()) return *(*stream)->failure();
  return names;
}

class QuadTable : public EventTable {
 public:
  QuadTable(std::unique_ptr<ByteStream> stream, std::string name, Names entities, Names relations,
            const EventReadOptions& options)
      : EventTable(std::move(stream), RowStyle::tabs),
        name_(std::move(name)),
        entities_(std::move(entities)),
        relations_(std::move(relations)),
        options_(options) {}

  [[nodiscard]] EventDataSet data_set() const override {
    return {name_, "", "terms of the data set that the quads were made from", true};
  }

 protected:
  std::optional<Error> begin() override { return std::nullopt; }

  std::optional<std::string> convert(const TextRow& row, EventRecord& record) override {
    if (row.fields.size() < 4) return std::to_string(row.fields.size()) + " fields where quads have 4";
    const std::string* source = name(entities_, row.fields[0]);
    const std::string* relation = name(relations_, row.fields[1]);
    const std::string* target = name(entities_, row.fields[2]);
    const auto time = whole_number<int64_t>(trim(row.fields[3]));
    if (source == nullptr || target == nullptr) return "an entity that entity2id.txt does not name";
    if (relation == nullptr) return "a relation that relation2id.txt does not name";
    if (!time || *time < 0 || *time > most_time) return "'" + std::string(row.fields[3].substr(0, 30)) + "' is no time";
    record.day = record.seen = day_of(*time);
    record.source.name = *source;
    record.target.name = *target;
    record.act_name = ActName::cameo_name;
    record.act = *relation;
    const auto end = static_cast<size_t>(row.fields[3].data() + row.fields[3].size() - row.text.data());
    record.id = row_hash(row.text.substr(0, end));
    record.digest = static_cast<uint32_t>(record.id);
    return std::nullopt;
  }

 private:
  static const std::string* name(const Names& names, std::string_view number) {
    const auto at = whole_number<size_t>(trim(number));
    return at && *at < names.size() && !names[*at].empty() ? &names[*at] : nullptr;
  }
  [[nodiscard]] int64_t day_of(int64_t time) const {
    const int64_t origin = first_day(options_.origin);
    if (options_.step == TimeStep::hour) return origin + time / 24;
    if (options_.step == TimeStep::day) return origin + time;
    if (options_.step == TimeStep::week) return origin + 7 * time;
    const bool months = options_.step == TimeStep::month;
    const int64_t month = options_.origin.month > 0 ? options_.origin.month - 1 : 0;
    const int64_t all = months ? month + time : month;
    const int64_t year = options_.origin.year + (months ? all / 12 : time);
    return first_day(Date::of_day(static_cast<int>(std::min<int64_t>(year, 9999)), static_cast<int>(all % 12) + 1, 1));
  }

  std::string name_;
  Names entities_;
  Names relations_;
  EventReadOptions options_;
};

bool is_names(const fs::path& path) {
  return path.filename().string().ends_with("2id.txt");
}

}  // namespace

std::vector<std::string> quad_parts(const std::string& folder) {
  std::vector<std::string> parts;
  std::error_code none;
  if (!fs::is_directory(folder, none) || !fs::exists(fs::path(folder) / "relation2id.txt", none)) return parts;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    const fs::path& path = entry.path();
    if (path.extension() == ".txt" && !is_names(path)) parts.push_back(path.string());
  }
  return parts;
}

Result<std::unique_ptr<EventFile>> open_quads(const std::string& path, const EventReadOptions& options) {
  if (path == "-")
    return Error{ErrorCode::usage, "quads need entity2id.txt and relation2id.txt beside them: name a file"};
  const fs::path folder = fs::path(path).parent_path();
  Result<Names> entities = read_names((folder / "entity2id.txt").string());
  if (!entities) return entities.error();
  Result<Names> relations = read_names((folder / "relation2id.txt").string());
  if (!relations) return relations.error();
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  std::error_code none;
  const std::string name = fs::weakly_canonical(folder.empty() ? fs::path(".") : folder, none).filename().string();
  return begun(std::make_unique<QuadTable>(std::move(*stream), name.empty() ? "quads" : name, std::move(*entities),
                                           std::move(*relations), options));
}

}  // namespace entente
