// One list of field_names, best first within each field.
#include "sources/record_fields.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace entente {
namespace {

enum class Field { id, title, text, html, date, address, author, source, licence, language };

struct FieldName {
  std::string_view name;
  Field field;
};

constexpr std::array<FieldName, 41> field_names = {{
    {"id", Field::id},
    {"guid", Field::id},
    {"doc_id", Field::id},
    {"article_id", Field::id},
    {"title", Field::title},
    {"headline", Field::title},
    {"text", Field::text},
    {"body", Field::text},
    {"content", Field::text},
    {"maintext", Field::text},
    {"article", Field::text},
    {"full_text", Field::text},
    {"content_text", Field::text},
    {"summary", Field::text},
    {"description", Field::text},
    {"html", Field::html},
    {"content_html", Field::html},
    {"date", Field::date},
    {"published", Field::date},
    {"date_published", Field::date},
    {"date_publish", Field::date},
    {"published_at", Field::date},
    {"publication_date", Field::date},
    {"pubdate", Field::date},
    {"datetime", Field::date},
    {"timestamp", Field::date},
    {"created_at", Field::date},
    {"url", Field::address},
    {"link", Field::address},
    {"address", Field::address},
    {"author", Field::author},
    {"authors", Field::author},
    {"byline", Field::author},
    {"source", Field::source},
    {"publisher", Field::source},
    {"outlet", Field::source},
    {"licence", Field::licence},
    {"license", Field::licence},
    {"rights", Field::licence},
    {"language", Field::language},
    {"lang", Field::language},
}};

std::optional<size_t> rank_of(std::string_view name) {
  const std::string plain = to_lower(trim(name));
  const auto* const found =
      std::find_if(field_names.begin(), field_names.end(), [&](const FieldName& n) { return n.name == plain; });
  if (found == field_names.end()) return std::nullopt;
  return static_cast<size_t>(found - field_names.begin());
}

}  // namespace

void RecordFields::set(std::string_view name, const std::function<std::string()>& value) {
  const auto rank = rank_of(name);
  if (!rank) return;
  Value& field = values_[static_cast<size_t>(field_names[*rank].field)];
  if (*rank >= field.rank) return;
  std::string text = value();
  if (!trim(text).empty()) field = {std::move(text), *rank};
}

Record RecordFields::record() const {
  const auto value = [this](Field field) { return values_[static_cast<size_t>(field)].text; };
  Record record;
  record.id = value(Field::id);
  record.title = value(Field::title);
  record.text = value(Field::text);
  record.html = value(Field::html);
  record.date = value(Field::date);
  record.address = value(Field::address);
  record.byline = value(Field::author).empty() ? value(Field::source) : value(Field::author);
  record.licence = value(Field::licence);
  record.language = value(Field::language);
  return record;
}

bool RecordFields::knows(std::string_view name) {
  return rank_of(name).has_value();
}

bool RecordFields::is_text(std::string_view name) {
  const auto rank = rank_of(name);
  return rank && (field_names[*rank].field == Field::text || field_names[*rank].field == Field::html);
}

}  // namespace entente
