// Columns of a CSV file by name, for the models: numbers are checked here, with the line of each that is none.
#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "sources/article_file.h"
#include "sources/csv_numbers.h"
#include "sources/csv_rows.h"
#include "sources/sources.h"

namespace entente {
namespace {

/// A wanted column and where it stands in the rows.
struct Column {
  std::string name;
  std::optional<size_t> at;
  bool empty_is_zero = false;
};

class FrameReader {
 public:
  explicit FrameReader(const std::string& path) : path_(path) {}

  std::optional<Error> head(const CsvRow& row, const WantedColumns& wanted) {
    width_ = row.fields.size();
    names_ = join(row.fields, ",");
    for (size_t i = 0; i < row.fields.size(); ++i) at_.emplace(to_lower(trim(row.fields[i])), i);
    if (auto wrong = find(wanted.numbers, true, row.line, numbers_)) return wrong;
    if (auto wrong = find(wanted.text, true, row.line, text_)) return wrong;
    find(wanted.if_there, false, row.line, text_);
    const size_t needed = numbers_.size();
    find(wanted.numbers_if_there, false, row.line, numbers_);
    for (size_t i = needed; i < numbers_.size(); ++i) numbers_[i].empty_is_zero = true;
    for (const Column& column : numbers_) values_.push_back(&frame_.numbers[column.name]);
    for (const Column& column : text_) texts_.push_back(&frame_.text[column.name]);
    return std::nullopt;
  }

  std::optional<Error> add(const CsvRow& row) {
    if (row.fields.size() != width_) {
      return error_at(
          path_, row.line,
          std::to_string(row.fields.size()) + " fields where the first line names " + std::to_string(width_));
    }
    for (size_t i = 0; i < numbers_.size(); ++i) {
      const std::string_view field = numbers_[i].at ? trim(row.fields[*numbers_[i].at]) : std::string_view();
      const bool zero = field.empty() && numbers_[i].empty_is_zero;
      const std::optional<double> value = zero ? 0.0 : csv_number(field);
      if (!value) return error_at(path_, row.line, numbers_[i].name + ": '" + std::string(field) + "' is no number");
      values_[i]->push_back(*value);
    }
    for (size_t i = 0; i < text_.size(); ++i) {
      texts_[i]->push_back(text_[i].at ? std::string(trim(row.fields[*text_[i].at])) : std::string());
    }
    frame_.line.push_back(row.line);
    ++frame_.rows;
    return std::nullopt;
  }

  DataFrame take() { return std::move(frame_); }

 private:
  std::optional<Error> find(const std::vector<std::string>& names, bool needed, size_t line,
                            std::vector<Column>& into) {
    for (const std::string& name : names) {
      const auto same = [&](const Column& column) { return column.name == name; };
      if (std::any_of(into.begin(), into.end(), same)) continue;  // asked for twice
      const auto at = at_.find(to_lower(name));
      if (at == at_.end() && needed) {
        return error_at(path_, line, "no column '" + name + "'; the columns are " + names_);
      }
      into.push_back({name, at == at_.end() ? std::nullopt : std::optional(at->second), false});
    }
    return std::nullopt;
  }

  const std::string& path_;
  size_t width_ = 0;
  std::string names_;
  std::map<std::string, size_t> at_;
  std::vector<Column> numbers_, text_;
  std::vector<std::vector<double>*> values_;
  std::vector<std::vector<std::string>*> texts_;
  DataFrame frame_;
};

}  // namespace

Result<DataFrame> read_data_frame(const std::string& path, const WantedColumns& wanted) {
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  CsvRows rows(**stream);
  FrameReader reader(path);
  const std::optional<Result<CsvRow>> head = rows.next();
  if (!head) return Error{ErrorCode::input, path + ": empty file; give a table whose first line names its columns"};
  if (!*head) return head->error();
  if (auto wrong = reader.head(**head, wanted)) return *wrong;
  while (const std::optional<Result<CsvRow>> row = rows.next()) {
    if (!*row) return row->error();
    if (auto wrong = reader.add(**row)) return *wrong;
  }
  return reader.take();
}

}  // namespace entente
