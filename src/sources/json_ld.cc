// Walks the JSON with a list of open values instead of recursion; of several articles the first one with a date wins.
#include "sources/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace entente {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr size_t most_values = 20'000;

std::string plain_text_of(const object& from, std::string_view key) {
  std::string_view value;
  return from[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

/// "@type" as text or as a list of texts.
bool has_article_type(const object& from) {
  const auto names_article = [](std::string_view type) {
    return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type == "Review" ||
           type.ends_with("NewsArticle");
  };
  element type;
  if (from["@type"].get(type) != simdjson::SUCCESS) return false;
  std::string_view single;
  if (type.get(single) == simdjson::SUCCESS) return names_article(single);
  simdjson::dom::array several;
  if (type.get(several) != simdjson::SUCCESS) return false;
  return std::any_of(several.begin(), several.end(), [&](const element& each) {
    std::string_view name;
    return each.get(name) == simdjson::SUCCESS && names_article(name);
  });
}

/// An author is a name, an object with a name, or a list of either.
void add_authors(const element& from, std::vector<std::string>& authors) {
  std::string_view name;
  object person;
  simdjson::dom::array several;
  if (from.get(name) == simdjson::SUCCESS) {
    authors.emplace_back(name);
  } else if (from.get(person) == simdjson::SUCCESS) {
    if (std::string said = plain_text_of(person, "name"); !said.empty()) authors.push_back(std::move(said));
  } else if (from.get(several) == simdjson::SUCCESS && authors.empty()) {
    for (const element& each : several) {
      if (each.is_string() || each.is_object()) add_authors(each, authors);
    }
  }
}

LinkedData read_object(const object& from) {
  LinkedData data;
  data.headline = plain_text_of(from, "headline");
  if (data.headline.empty()) data.headline = plain_text_of(from, "name");
  data.published = plain_text_of(from, "datePublished");
  data.created = plain_text_of(from, "dateCreated");
  data.body = plain_text_of(from, "articleBody");
  data.address = plain_text_of(from, "url");
  element author;
  if (from["author"].get(author) == simdjson::SUCCESS || from["creator"].get(author) == simdjson::SUCCESS) {
    add_authors(author, data.authors);
  }
  return data;
}

/// Keeps what is known and fills the gaps from another object of the page.
void complete(LinkedData& known, const LinkedData& more) {
  if (known.headline.empty()) known = more;
  if (known.headline != more.headline) return;
  if (known.published.empty()) known.published = more.published;
  if (known.body.empty()) known.body = more.body;
  if (known.authors.empty()) known.authors = more.authors;
}

void read_values(const element& root, LinkedData& data) {
  std::vector<element> open = {root};
  for (size_t i = 0; i < open.size() && open.size() < most_values; ++i) {
    object members;
    simdjson::dom::array values;
    const element value = open[i];
    if (value.get(members) == simdjson::SUCCESS) {
      if (has_article_type(members)) complete(data, read_object(members));
      for (const auto member : members) {
        if (member.value.is_object() || member.value.is_array()) open.push_back(member.value);
      }
    } else if (value.get(values) == simdjson::SUCCESS) {
      for (const element each : values) open.push_back(each);
    }
  }
}

/// The JSON between wrappers such as comments and CDATA marks, with raw line breaks made blanks.
std::string json_in(std::string_view script) {
  const size_t begin = script.find_first_of("{[");
  const size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return "";
  std::string json(script.substr(begin, end - begin + 1));
  for (char& c : json) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return json;
}

}  // namespace

LinkedData read_linked_data(const HtmlTree& tree) {
  LinkedData data;
  for (int i = 0; i < tree.size(); ++i) {
    if (tree[i].tag != Tag::script) continue;
    if (to_lower(tree.attribute(i, "type")).find("ld+json") == std::string::npos) continue;
    std::string script;
    for (int part = i; part < tree[i].end; ++part) script += tree.text(part);
    simdjson::dom::parser parser;
    element root;
    if (parser.parse(simdjson::padded_string(json_in(script))).get(root) == simdjson::SUCCESS) read_values(root, data);
  }
  return data;
}

}  // namespace entente
