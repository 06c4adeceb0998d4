// What the importers of event tables share: columns by name, numbers and dates, the hash of a row.
#include "sources/event_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include "base/date.h"
#include "base/stream_hash.h"
#include "base/text.h"
#include "sources/sources.h"
#include "sources/written_date.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 6> formats = {"icews", "gdelt", "polecat", "ucdp", "acled", "quads"};
constexpr std::array<std::string_view, 5> steps = {"hour", "day", "week", "month", "year"};

std::string plain_column(std::string_view name) {
  std::string out;
  for (const char c : to_lower(name)) {
    if (is_ascii_alpha(c) || is_ascii_digit(c)) out += c;
  }
  return out;
}

std::optional<int64_t> day_of(int year, int month, int day) {
  if (!valid_day(year, month, day)) return std::nullopt;
  return first_day(Date::of_day(year, month, day));
}

std::optional<int> part(std::string_view text, size_t begin, size_t size) {
  return begin + size <= text.size() ? whole_number<int>(text.substr(begin, size)) : std::nullopt;
}

std::optional<int64_t> slashed_day(std::string_view text) {
  const auto parts = split(text, '/');
  if (parts.size() != 3) return std::nullopt;
  const auto month = whole_number<int>(parts[0]), day = whole_number<int>(parts[1]), year = whole_number<int>(parts[2]);
  return month && day && year && *year > 99 ? day_of(*year, *month, *day) : std::nullopt;
}

/// The files of a folder that may be tables, by their ending.
void add_tables(const std::string& folder, std::vector<std::string>& files) {
  constexpr std::array<std::string_view, 6> endings = {".tab", ".csv", ".tsv", ".txt", ".gz", ".zst"};
  std::error_code none;
  for (std::filesystem::recursive_directory_iterator entry(folder, none), end; entry != end; entry.increment(none)) {
    const std::string ending = to_lower(entry->path().extension().string());
    const bool fits = std::find(endings.begin(), endings.end(), ending) != endings.end();
    if (fits && entry->is_regular_file(none)) files.push_back(entry->path().string());
  }
}

std::unique_ptr<EventTable> table_of(EventFormat format, std::unique_ptr<ByteStream> stream) {
  switch (format) {
    case EventFormat::icews:
      return icews_table(std::move(stream));
    case EventFormat::gdelt:
      return gdelt_table(std::move(stream));
    case EventFormat::polecat:
      return polecat_table(std::move(stream));
    case EventFormat::ucdp:
      return ucdp_table(std::move(stream));
    default:
      return acled_table(std::move(stream));
  }
}

}  // namespace

std::optional<EventFormat> event_format(std::string_view name) {
  const auto found = std::find(formats.begin(), formats.end(), name);
  if (found == formats.end()) return std::nullopt;
  return static_cast<EventFormat>(found - formats.begin());
}

std::string_view name_of(EventFormat format) {
  return formats[static_cast<size_t>(format)];
}

std::optional<TimeStep> time_step(std::string_view name) {
  const auto found = std::find(steps.begin(), steps.end(), name);
  if (found == steps.end()) return std::nullopt;
  return static_cast<TimeStep>(found - steps.begin());
}

std::optional<Result<EventRecord>> EventTable::next() {
  if (!rows_.next(row_)) {
    if (const auto wrong = rows_.error()) return *wrong;
    return std::nullopt;
  }
  EventRecord record;
  record.row = row_.row;
  record.line = row_.line;
  if (const auto wrong = convert(row_, record)) return rows_.error_at_line(row_.line, *wrong);
  return record;
}

std::optional<Error> NamedEventTable::begin() {
  TextRow header;
  if (!rows_.header(header)) {
    return rows_.error() ? *rows_.error()
                         : rows_.error_at_line(1, "empty file; give a table of " + data_set_title() + " events");
  }
  const HeaderColumns columns(header);
  columns_ = columns.count();
  return find_columns(columns);
}

std::optional<std::string> NamedEventTable::convert(const TextRow& row, EventRecord& record) {
  if (row.fields.size() != columns_) {
    return std::to_string(row.fields.size()) + " fields where the first line names " + std::to_string(columns_);
  }
  const std::string_view date = field(row, date_, own_rooms);
  const auto day = event_day(date);
  if (!day) return "'" + std::string(date.substr(0, 30)) + "' is no day";
  record.day = record.seen = *day;
  record.act_name = ActName::own_word;
  record.deaths = whole_number<uint32_t>(field(row, deaths_, own_rooms)).value_or(0);
  record.place = field(row, place_, own_rooms + 1);
  set_location(record, field(row, latitude_, own_rooms), field(row, longitude_, own_rooms + 2));
  record.publisher = field(row, publisher_, own_rooms + 3);
  record.publisher = record.publisher.substr(0, record.publisher.find(';'));
  record.id = event_id(field(row, id_, own_rooms));
  record.digest = row_digest(row.text, row.fields[*id_]);
  return fill(row, record);
}

Result<std::unique_ptr<EventFile>> begun(std::unique_ptr<EventTable> table) {
  if (const auto wrong = table->begin()) return *wrong;
  return std::unique_ptr<EventFile>(std::move(table));
}

HeaderColumns::HeaderColumns(const TextRow& header) : count_(header.fields.size()) {
  for (size_t i = 0; i < header.fields.size(); ++i) at_.emplace(plain_column(header.fields[i]), i);
}

std::optional<size_t> HeaderColumns::find(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const auto found = at_.find(plain_column(name));
    if (found != at_.end()) return found->second;
  }
  return std::nullopt;
}

std::optional<int64_t> event_day(std::string_view text) {
  if (text.size() >= 10 && text[4] == '-' && text[7] == '-') {
    const auto year = part(text, 0, 4), month = part(text, 5, 2), day = part(text, 8, 2);
    return year && month && day ? day_of(*year, *month, *day) : std::nullopt;
  }
  if (text.size() >= 8 && std::all_of(text.begin(), text.end(), is_ascii_digit)) {
    const auto year = part(text, 0, 4), month = part(text, 4, 2), day = part(text, 6, 2);
    return year && month && day ? day_of(*year, *month, *day) : std::nullopt;
  }
  if (text.find('/') != std::string_view::npos) return slashed_day(text.substr(0, text.find(' ')));
  const std::optional<Date> written = find_date(text);
  if (!written || written->precision != Precision::day) return std::nullopt;
  return first_day(*written);
}

std::optional<double> decimal_number(std::string_view text) {
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

void set_location(EventRecord& record, std::string_view latitude, std::string_view longitude) {
  const auto north = decimal_number(trim(latitude)), east = decimal_number(trim(longitude));
  if (!north || !east || std::abs(*north) > 90 || std::abs(*east) > 180) return;
  record.located = true;
  record.latitude = *north;
  record.longitude = *east;
}

uint64_t event_id(std::string_view text) {
  const auto number = whole_number<uint64_t>(text);
  return number ? *number : hash64(text);
}

uint32_t row_digest(std::string_view text, std::string_view id) {
  const auto begin = static_cast<size_t>(id.data() - text.data());
  const uint64_t before = hash64(text.substr(0, begin));
  return static_cast<uint32_t>(hash64(text.substr(begin + id.size()), before));
}

uint64_t row_hash(std::string_view text) {
  return hash64(text);
}

std::string_view or_empty(std::string_view text) {
  text = trim(text);
  return text == "NA" || text == "NULL" || text == "None" || text == "nan" || text == "---" ? std::string_view() : text;
}

Result<std::unique_ptr<EventFile>> open_events(EventFormat format, const std::string& path,
                                               const EventReadOptions& options) {
  if (format == EventFormat::quads) return open_quads(path, options);
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  return begun(table_of(format, std::move(*stream)));
}

Result<std::unique_ptr<EventFile>> open_events_in(EventFormat format, std::string_view bytes, const std::string& path) {
  return begun(table_of(format, ByteStream::over(bytes, path)));
}

Result<std::vector<std::string>> list_event_files(EventFormat format, const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    const std::vector<std::string> parts = format == EventFormat::quads ? quad_parts(path) : std::vector<std::string>();
    std::error_code none;
    if (!parts.empty() || !std::filesystem::is_directory(path, none)) {
      files.insert(files.end(), parts.begin(), parts.end());
      if (parts.empty()) files.push_back(path);
      continue;
    }
    const size_t before = files.size();
    add_tables(path, files);
    if (files.size() == before) {
      return Error{ErrorCode::input, path + ": no table in this folder (.tab .csv .tsv .txt .gz .zst); name another"};
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

}  // namespace entente
