// Tables of ties: finds the columns, reads every row, and gives the article and the claims their ids.
#include "sources/tie_tables.h"

#include <array>

#include "base/hash.h"
#include "base/text.h"
#include "sources/article_file.h"
#include "sources/ties/tie_rows.h"

namespace entente {

namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<TieReader> (*reader)();
};

constexpr std::array<Format, 5> tie_formats = {{{"sipri", sipri_reader},
                                                {"atop", atop_reader},
                                                {"desta", desta_reader},
                                                {"sanctions", sanctions_reader},
                                                {"reactors", reactors_reader}}};

std::optional<Error> lacking(const std::map<std::string, size_t>& columns, const TieReader& reader, TieFormat format,
                             const CsvRow& head, const std::string& path) {
  for (const std::string& column : reader.needs()) {
    if (columns.contains(column)) continue;
    return error_at(
        path, head.line,
        "no column '" + column + "': a " + std::string(name_of(format)) + " table has " + join(reader.needs(), ", "));
  }
  return std::nullopt;
}

void read_row(const CsvRow& row, const CsvRow& head, const std::map<std::string, size_t>& columns, TieReader& reader,
              TieBuilder& builder) {
  if (row.fields.size() != head.fields.size()) {
    return builder.bad(row.line, std::to_string(row.fields.size()) + " fields where the first line names " +
                                     std::to_string(head.fields.size()));
  }
  reader.row(TieRow(row, columns), builder);
}

Claim in_article(const Claim& claim, const ArticleId& article) {
  Evidence evidence = claim.first_evidence();
  evidence.passage.article = article;
  Claim out(claim.type, std::move(evidence));
  out.source = claim.source;
  out.target = claim.target;
  out.domain = claim.domain;
  out.modality = claim.modality;
  out.about = claim.about;
  out.when = claim.when;
  out.cameo = claim.cameo;
  out.intensity = claim.intensity;
  out.sign = claim.sign;
  out.good = claim.good;
  out.amount = claim.amount;
  out.unit = claim.unit;
  out.why = claim.why;
  return out;
}

/// The same rows are the same article, wherever they were read from; the claims point at it.
void give_ids(TieTable& table) {
  table.article.id = ArticleId(content_hash(table.article.text));
  for (Claim& claim : table.claims) claim = in_article(claim, table.article.id);
}

}  // namespace

std::optional<TieFormat> tie_format(std::string_view name) {
  for (size_t i = 0; i < tie_formats.size(); ++i) {
    if (tie_formats[i].name == name) return static_cast<TieFormat>(i);
  }
  return std::nullopt;
}

std::string_view name_of(TieFormat format) {
  return tie_formats[static_cast<size_t>(format)].name;
}

Result<TieTable> read_tie_table(TieFormat format, const std::string& path, const PartyFinder& find) {
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  CsvRows rows(**stream);
  const std::optional<Result<CsvRow>> head = rows.next();
  if (!head) return Error{ErrorCode::input, path + ": empty file; give a table of " + std::string(name_of(format))};
  if (!*head) return head->error();
  const std::map<std::string, size_t> columns = columns_by_name(**head);
  const std::unique_ptr<TieReader> reader = tie_formats[static_cast<size_t>(format)].reader();
  if (const auto error = lacking(columns, *reader, format, **head, path)) return *error;
  TieTable table;
  table.method = std::string(name_of(format)) + "/1";
  table.article.path = path;
  table.article.title = reader->title();
  table.article.language = "zxx";  // ISO 639: no linguistic content
  table.article.text = reader->title();
  TieBuilder builder(table, find, path);
  while (const std::optional<Result<CsvRow>> row = rows.next()) {
    ++table.rows;
    if (!*row) {
      builder.bad_row(row->error());
    } else {
      read_row(**row, **head, columns, *reader, builder);
    }
  }
  if ((*stream)->failure()) return *(*stream)->failure();
  reader->finish(builder);
  give_ids(table);
  return table;
}

}  // namespace entente
