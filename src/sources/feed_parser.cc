// libxml2's SAX parser in its forgiving mode. Nothing is loaded from elsewhere, and no entity of the feed's own is
// expanded.
#include "sources/feed_parser.h"

#include <libxml/entities.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "base/text.h"
#include "sources/article_file.h"
#include "sources/feed_entries.h"
#include "sources/feed_mend.h"

namespace entente {
namespace {

constexpr size_t most_entries = 100'000;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct Dialect {
  std::string_view address;
  std::string_view prefix;
};

/// Dialects whose elements are used, whatever prefix a feed gives them; those of RSS and Atom themselves have none.
constexpr std::array<Dialect, 16> dialects = {{
    {"http://www.w3.org/2005/Atom", ""},
    {"https://www.w3.org/2005/Atom", ""},
    {"http://purl.org/atom/ns#", ""},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://channel.netscape.com/rdf/simple/0.9/", ""},
    {"http://purl.org/rss/1.0/modules/content/", "content:"},
    {"http://purl.org/dc/elements/1.1/", "dc:"},
    {"http://purl.org/dc/terms/", "dcterms:"},
    {"http://search.yahoo.com/mrss/", "media:"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"},
    {"http://www.w3.org/1999/xhtml", "xhtml:"},
    {"http://backend.userland.com/creativeCommonsRssModule", "cc:"},
    {"http://web.resource.org/cc/", "cc:"},
    {"http://creativecommons.org/ns#", "cc:"},
    {"http://rssnamespace.org/feedburner/ext/1.0", "feedburner:"},
}};

std::string element_name(std::string_view local, std::string_view prefix, std::string_view address) {
  for (const Dialect& dialect : dialects) {
    if (!address.empty() && dialect.address == address) return std::string(dialect.prefix) + to_lower(local);
  }
  return (prefix.empty() ? std::string() : to_lower(prefix) + ":") + to_lower(local);
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
}

/// Elements come and go; the children of an entry are gathered, with the tags inside them as text.
class Receiver {
 public:
  /// In Atom an author is an element with a name inside, in RSS it is a text.
  explicit Receiver(bool rss) : rss_(rss) {}

  void open(std::string name, std::map<std::string, std::string> attributes) {
    const std::string outer = bases_.empty() ? "" : bases_.back();
    const std::string base = attributes.contains("xml:base") ? resolved(attributes["xml:base"], outer) : outer;
    bases_.push_back(base);
    path_.push_back(name);
    if (gathering_) return nest(name);
    const bool entry = name == "item" || name == "entry";
    // One right inside another begins because nobody closed the one before it.
    const bool begins = entry && (entry_depth_ == 0 || path_.size() == entry_depth_ + 1);
    too_many_ = too_many_ || (begins && entries_.size() == most_entries);
    if (too_many_) return;
    if (begins) {
      entries_.emplace_back();
      entry_depth_ = path_.size();
      if (!attributes["about"].empty()) entries_.back().take({"guid", attributes["about"], {}, base});
    }
    if (!attributes["xml:lang"].empty() && (entry || path_.size() == 1)) {
      target().take({"dc:language", attributes["xml:lang"], {}, base});
    }
    if (entry || !is_field(name)) return;
    gathering_ = true;
    field_depth_ = path_.size();
    element_ = {field_name(name), "", std::move(attributes), base};
  }

  void close() {
    if (path_.empty()) return;
    if (gathering_ && path_.size() == field_depth_) {
      target().take(element_);
      gathering_ = false;
    } else if (gathering_) {
      element_.text += "</" + local(path_.back()) + ">";
    }
    if (path_.size() == entry_depth_) entry_depth_ = 0;
    path_.pop_back();
    bases_.pop_back();
  }

  void add_text(std::string_view text) {
    if (!gathering_) return;
    if (element_.nested || element_.attributes["type"] == "xhtml") {
      append_escaped(element_.text, text);
    } else {
      element_.text += text;
    }
  }

  [[nodiscard]] bool everything_closed() const { return path_.empty(); }

  /// What is left open is closed; but where the XML is cut off, the entry that was being read is none.
  ParsedFeed finish(bool cut_off) {
    const bool within_entry = entry_depth_ > 0;
    while (!path_.empty()) close();
    if (cut_off && within_entry) entries_.pop_back();
    ParsedFeed out;
    for (const FeedEntry& entry : entries_) out.records.push_back(entry.record(feed_));
    out.ends_early = cut_off;
    out.too_many = too_many_;
    return out;
  }

 private:
  FeedEntry& target() { return entry_depth_ > 0 ? entries_.back() : feed_; }

  /// Children of an entry, of the feed or channel, and what groups and authors hold.
  [[nodiscard]] bool is_field(const std::string& name) const {
    if (name == "author" && !rss_) return false;
    const size_t depth = path_.size();
    const std::string& parent = depth > 1 ? path_[depth - 2] : path_.back();
    if (parent == "author" || parent == "media:group" || parent == "media:content") return true;
    if (entry_depth_ > 0) return depth == entry_depth_ + 1;
    return parent == "channel" || (depth == 2 && path_.front() == "feed");
  }
  [[nodiscard]] std::string field_name(const std::string& name) const {
    const bool of_author = path_.size() > 1 && path_[path_.size() - 2] == "author";
    return of_author ? "author/" + name : name;
  }

  static std::string local(const std::string& name) { return name.substr(name.find(':') + 1); }

  /// An element inside a field: XHTML, or HTML that nobody escaped.
  void nest(const std::string& name) {
    if (!element_.nested && element_.attributes["type"] != "xhtml") {
      std::string before;
      append_escaped(before, element_.text);
      element_.text = std::move(before);
    }
    element_.nested = true;
    element_.text += "<" + local(name) + ">";
  }

  const bool rss_;
  bool too_many_ = false;
  FeedEntry feed_;
  std::vector<FeedEntry> entries_;
  std::vector<std::string> path_;
  std::vector<std::string> bases_;
  FeedElement element_;
  bool gathering_ = false;
  size_t field_depth_ = 0;
  size_t entry_depth_ = 0;
};

std::map<std::string, std::string> attributes_of(int count, const xmlChar** list) {
  std::map<std::string, std::string> attributes;
  for (int i = 0; i < count; ++i, list += 5) {  // local name, prefix, address, value, its end
    const bool of_xml = view(list[1]) == "xml";
    const auto* value = reinterpret_cast<const char*>(list[3]);
    attributes[(of_xml ? "xml:" : "") + to_lower(view(list[0]))] =
        std::string(value, static_cast<size_t>(list[4] - list[3]));
  }
  return attributes;
}

xmlSAXHandler handlers() {
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = [](void* to, const xmlChar* local, const xmlChar* prefix, const xmlChar* address, int,
                              const xmlChar**, int count, int, const xmlChar** attributes) {
    auto* receiver = static_cast<Receiver*>(to);
    receiver->open(element_name(view(local), view(prefix), view(address)), attributes_of(count, attributes));
  };
  handler.endElementNs = [](void* to, const xmlChar*, const xmlChar*, const xmlChar*) {
    static_cast<Receiver*>(to)->close();
  };
  handler.characters = [](void* to, const xmlChar* text, int length) {
    static_cast<Receiver*>(to)->add_text(view(text).substr(0, static_cast<size_t>(length)));
  };
  handler.ignorableWhitespace = handler.characters;
  handler.cdataBlock = handler.characters;
  handler.getEntity = [](void*, const xmlChar* name) { return xmlGetPredefinedEntity(name); };
  return handler;
}

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

/// libxml2's last complaint on one line; it repeats what stands in the feed.
std::string problem_of(const xmlParserCtxt& parser) {
  if (parser.wellFormed == 1 || parser.lastError.message == nullptr) return "";
  return "line " + std::to_string(parser.lastError.line) + ": " + for_message(parser.lastError.message);
}

/// Tags that nobody closed are no loss where the root is closed at the very end.
bool closes_root(std::string_view xml, const std::string& root) {
  constexpr size_t tail_bytes = 1024;  // comments of the software that wrote it may follow
  const std::string tail = to_lower(xml.substr(xml.size() - std::min(xml.size(), tail_bytes)));
  const size_t end = tail.rfind(root + ">");
  return end != std::string::npos && tail.rfind("</", end) != std::string::npos;
}

}  // namespace

ParsedFeed parse_feed(std::string_view text) {
  const std::string xml = with_signs_mended(text);
  const std::unique_ptr<xmlParserCtxt, FreeContext> parser(xmlNewParserCtxt());
  if (!parser) return {{}, "no memory left to parse it", true};
  const std::string root = root_name(xml);
  Receiver receiver(root != "feed" && root != "entry");
  *parser->sax = handlers();
  parser->userData = &receiver;
  // No entity is expanded and a feed is 50 MB at most, so that the parser's own limits would only lose entries.
  constexpr int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                          XML_PARSE_IGNORE_ENC | XML_PARSE_HUGE;
  xmlCtxtReadMemory(parser.get(), xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", options);
  const bool cut_off = parser->disableSAX != 0 || (!receiver.everything_closed() && !closes_root(xml, root));
  ParsedFeed feed = receiver.finish(cut_off);
  feed.problem = problem_of(*parser);
  return feed;
}

std::string root_name(std::string_view xml) {
  for (size_t at = xml.find('<'); at != std::string_view::npos && at + 1 < xml.size(); at = xml.find('<', at + 1)) {
    if (xml.substr(at).starts_with("<!--")) {
      at = xml.find("-->", at);
      if (at == std::string_view::npos) return "";
      continue;
    }
    if (!is_ascii_alpha(xml[at + 1])) continue;
    const size_t end = xml.find_first_of(" \t\r\n/>", at);
    const std::string name = to_lower(xml.substr(at + 1, end == std::string_view::npos ? end : end - at - 1));
    return name.substr(name.find(':') + 1);
  }
  return "";
}

}  // namespace entente
