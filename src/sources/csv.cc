// Tables of articles with named columns: RFC 4180, fields parted by comma, semicolon or tab.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "sources/article_file.h"
#include "sources/csv_rows.h"
#include "sources/record.h"
#include "sources/record_fields.h"

namespace entente {
namespace {

struct Header {
  std::vector<std::string> names;
};

Result<Article> article_of_row(const CsvRow& row, const Header& header, const std::string& file) {
  RecordFields fields;
  for (size_t i = 0; i < row.fields.size(); ++i) {
    fields.set(header.names[i], [&] { return row.fields[i]; });
  }
  Record record = fields.record();
  if (!record.has_text()) return error_at(file, row.line, "no text (nor title) in this row: there is nothing to read");
  const std::string path = record_path(file, record.id, row.line);
  return article_of(std::move(record), path);
}

class Table : public ArticleFile {
 public:
  explicit Table(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)), rows_(*stream_) {}

  std::optional<Result<Draft>> next() override {
    if (!header_) {
      if (auto wrong = read_header()) return *wrong;
    }
    if (given_up_) return std::nullopt;
    std::optional<Result<CsvRow>> row = rows_.next();
    if (!row) return std::nullopt;
    if (!*row) return row->error();
    return draft(std::move(**row));
  }
  [[nodiscard]] uint64_t position() const override { return stream_->position(); }

 private:
  std::optional<Error> read_header() {
    header_ = std::make_shared<Header>();
    given_up_ = true;
    const std::optional<Result<CsvRow>> row = rows_.next();
    if (!row) return Error{ErrorCode::input, stream_->path() + ": empty file; give a table with a line of names first"};
    if (!*row) return row->error();
    header_->names = (*row)->fields;
    const auto& names = header_->names;
    given_up_ = !std::any_of(names.begin(), names.end(), RecordFields::is_text);
    if (!given_up_) return std::nullopt;
    return error_at(stream_->path(), 1,
                    "no column named text (columns: " + for_message(join(names, ", ")) + "); name one so");
  }

  Result<Draft> draft(CsvRow row) const {
    const std::string& file = stream_->path();
    const size_t wanted = header_->names.size();
    if (row.fields.size() != wanted) {
      return error_at(file, row.line,
                      std::to_string(row.fields.size()) + " fields where the first line names " +
                          std::to_string(wanted) + "; mend the row (quotes around a field, doubled inside it)");
    }
    return Draft{file + ":" + std::to_string(row.line),
                 [row = std::move(row), header = header_, file] { return article_of_row(row, *header, file); }};
  }

  std::unique_ptr<ByteStream> stream_;
  CsvRows rows_;
  std::shared_ptr<Header> header_;
  bool given_up_ = false;
};

}  // namespace

/// A first line that names a column for texts, and another that we know or that stands beside it.
bool looks_like_table(std::string_view head) {
  const auto stream = ByteStream::over(head.substr(0, head.find('\n')), "");
  CsvRows rows(*stream);
  const auto row = rows.next();
  if (!row || !*row || (*row)->fields.size() < 2) return false;
  const auto& names = (*row)->fields;
  return std::any_of(names.begin(), names.end(), RecordFields::is_text) &&
         std::count_if(names.begin(), names.end(), RecordFields::knows) >= 2;
}

std::unique_ptr<ArticleFile> open_table(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<Table>(std::move(stream));
}

}  // namespace entente
