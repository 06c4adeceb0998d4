// One table of element names: which field, and how good it is for it.
#include "sources/feed_entries.h"

#include <libxml/uri.h>
#include <libxml/xmlmemory.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"

namespace entente {
namespace {

enum class Part { id, title, body, date, address, licence, language, author };

struct Name {
  std::string_view name;
  Part part;
  int rank;  // the highest wins
};

constexpr std::array<Name, 38> names = {{
    {"guid", Part::id, 2},
    {"id", Part::id, 2},
    {"dc:identifier", Part::id, 1},
    {"title", Part::title, 3},
    {"dc:title", Part::title, 2},
    {"media:title", Part::title, 1},
    {"content:encoded", Part::body, 9},
    {"content", Part::body, 8},
    {"xhtml:body", Part::body, 7},
    {"description", Part::body, 5},
    {"summary", Part::body, 5},
    {"dc:description", Part::body, 4},
    {"itunes:summary", Part::body, 3},
    {"media:description", Part::body, 2},
    {"itunes:subtitle", Part::body, 1},
    {"pubdate", Part::date, 5},
    {"published", Part::date, 5},
    {"issued", Part::date, 5},
    {"dc:date", Part::date, 4},
    {"dcterms:issued", Part::date, 4},
    {"created", Part::date, 3},
    {"updated", Part::date, 2},
    {"modified", Part::date, 2},
    {"dcterms:modified", Part::date, 1},
    {"link", Part::address, 4},
    {"feedburner:origlink", Part::address, 5},
    {"rights", Part::licence, 2},
    {"copyright", Part::licence, 2},
    {"dc:rights", Part::licence, 2},
    {"cc:license", Part::licence, 3},
    {"media:copyright", Part::licence, 1},
    {"language", Part::language, 2},
    {"dc:language", Part::language, 1},
    {"author", Part::author, 1},
    {"author/name", Part::author, 1},
    {"dc:creator", Part::author, 1},
    {"itunes:author", Part::author, 1},
    {"managingeditor", Part::author, 1},
}};

/// Text that is HTML: a tag or a character by name.
bool has_markup(std::string_view text) {
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    const char next = text[i + 1];
    if (text[i] == '<' && (is_ascii_alpha(next) || next == '/' || next == '!')) return true;
    if (text[i] == '&' && (is_ascii_alpha(next) || next == '#')) return true;
  }
  return false;
}

/// Atom's content may be a picture or the like as base64; "html", "text" and "xhtml" are no media types.
bool holds_no_text(std::string_view type) {
  return type.find('/') != std::string_view::npos && !to_lower(type).starts_with("text/") &&
         to_lower(type).find("html") == std::string::npos;
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

/// RSS writes "desk@example.org (Jane Doe)".
std::string author_name(std::string_view text) {
  const size_t open = text.find('(');
  if (text.find('@') != std::string_view::npos && open != std::string_view::npos && text.ends_with(')')) {
    text = text.substr(open + 1, text.size() - open - 2);
  }
  return std::string(trim(text));
}

}  // namespace

std::string resolved(const std::string& address, const std::string& base) {
  if (base.empty()) return address;
  const auto as_xml = [](const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); };
  const std::unique_ptr<xmlChar, void (*)(void*)> full(xmlBuildURI(as_xml(address), as_xml(base)),
                                                       [](void* p) { xmlFree(p); });
  return full ? reinterpret_cast<const char*>(full.get()) : address;
}

std::string FeedElement::attribute(const std::string& wanted) const {
  const auto found = attributes.find(wanted);
  return found == attributes.end() ? std::string() : found->second;
}

void FeedEntry::keep(Value& value, int rank, const std::string& text, bool is_html) {
  if (rank > value.rank && !trim(text).empty()) value = {text, rank, is_html};
}

/// Atom's links carry their address as an attribute. True if it was one of them.
bool FeedEntry::take_link(const FeedElement& element) {
  const std::string address = element.attribute("href");
  if (element.name != "link" || address.empty()) return false;
  const std::string relation = element.attribute("rel");
  if (relation.empty() || relation == "alternate") keep(address_, 4, resolved(address, element.base));
  if (relation == "license") keep(licence_, 3, resolved(address, element.base));
  return true;
}

void FeedEntry::take(const FeedElement& element) {
  if (take_link(element)) return;
  const auto* const found =
      std::find_if(names.begin(), names.end(), [&](const Name& name) { return name.name == element.name; });
  if (found == names.end()) return;
  const std::string text(trim(element.text));
  const bool is_text = element.attribute("type") == "text";
  switch (found->part) {
    case Part::id:
      keep(id_, found->rank, text);
      if (is_address(text) && element.attribute("ispermalink") != "false") keep(address_, 1, text);
      break;
    case Part::title:
      return keep(title_, found->rank, text);
    case Part::body:
      if (holds_no_text(element.attribute("type"))) return;
      return keep(body_, found->rank, text, element.nested || (!is_text && has_markup(text)));
    case Part::date:
      return keep(date_, found->rank, text);
    case Part::address:
      return text.empty() ? void() : keep(address_, found->rank, resolved(text, element.base));
    case Part::licence:
      return keep(licence_, found->rank, text.empty() ? element.attribute("resource") : text);
    case Part::language:
      return keep(language_, found->rank, text);
    case Part::author:
      if (std::string name = author_name(text);
          !name.empty() && std::find(authors_.begin(), authors_.end(), name) == authors_.end()) {
        authors_.push_back(std::move(name));
      }
      break;
  }
}

Record FeedEntry::record(const FeedEntry& feed) const {
  const auto own = [](const Value& value, const Value& of_feed) { return value.rank > 0 ? value.text : of_feed.text; };
  Record record;
  record.id = id_.text;
  record.title = title_.text;
  (body_.is_html ? record.html : record.text) = body_.text;
  record.date = date_.text;
  record.address = address_.text.empty() ? "" : resolved(address_.text, feed.address_.text);
  record.byline = join(authors_.empty() ? feed.authors_ : authors_, ", ");
  record.licence = own(licence_, feed.licence_);
  record.language = own(language_, feed.language_);
  return record;
}

}  // namespace entente
