// Builds the flat tree from libxml2's parser events; libxml2 itself keeps no tree.
#include "sources/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <utility>

#include "base/text.h"
#include "sources/encoding.h"

namespace entente {
namespace {

constexpr size_t most_nodes = 4'000'000;
constexpr size_t deepest_nesting = 20'000;
constexpr size_t most_attributes = 5'000;  // of one element: the parser compares each with all before it

using TagName = std::pair<std::string_view, Tag>;
// clang-format off
constexpr std::array<TagName, 84> tag_names = {{
    {"a", Tag::a}, {"address", Tag::address}, {"amp-ad", Tag::amp_ad}, {"article", Tag::article},
    {"aside", Tag::aside}, {"b", Tag::b}, {"blockquote", Tag::blockquote}, {"body", Tag::body}, {"br", Tag::br},
    {"button", Tag::button}, {"canvas", Tag::canvas}, {"caption", Tag::caption}, {"cite", Tag::cite},
    {"code", Tag::code}, {"dd", Tag::dd}, {"del", Tag::del}, {"details", Tag::details}, {"dialog", Tag::dialog},
    {"div", Tag::div}, {"dl", Tag::dl}, {"dt", Tag::dt}, {"em", Tag::em}, {"embed", Tag::embed},
    {"fieldset", Tag::fieldset}, {"figcaption", Tag::figcaption}, {"figure", Tag::figure}, {"footer", Tag::footer},
    {"form", Tag::form}, {"h1", Tag::h1}, {"h2", Tag::h2}, {"h3", Tag::h3}, {"h4", Tag::h4}, {"h5", Tag::h5},
    {"h6", Tag::h6}, {"head", Tag::head}, {"header", Tag::header}, {"hr", Tag::hr}, {"html", Tag::html},
    {"i", Tag::i}, {"iframe", Tag::iframe}, {"img", Tag::img}, {"input", Tag::input}, {"label", Tag::label},
    {"legend", Tag::legend}, {"li", Tag::li}, {"link", Tag::link}, {"main", Tag::main}, {"menu", Tag::menu},
    {"meta", Tag::meta}, {"nav", Tag::nav}, {"noscript", Tag::noscript}, {"object", Tag::object}, {"ol", Tag::ol},
    {"option", Tag::option}, {"p", Tag::p}, {"pre", Tag::pre}, {"q", Tag::q}, {"s", Tag::s}, {"script", Tag::script},
    {"section", Tag::section}, {"select", Tag::select}, {"small", Tag::small}, {"source", Tag::source},
    {"span", Tag::span}, {"strong", Tag::strong}, {"style", Tag::style}, {"sub", Tag::sub}, {"summary", Tag::summary},
    {"sup", Tag::sup}, {"svg", Tag::svg}, {"table", Tag::table}, {"tbody", Tag::tbody}, {"td", Tag::td},
    {"template", Tag::template_}, {"textarea", Tag::textarea}, {"tfoot", Tag::tfoot}, {"th", Tag::th},
    {"thead", Tag::thead}, {"time", Tag::time}, {"title", Tag::title}, {"tr", Tag::tr}, {"u", Tag::u},
    {"ul", Tag::ul}, {"video", Tag::video},
}};
// clang-format on

Tag tag_named(std::string_view name) {
  const auto by_name = [](const TagName& entry, std::string_view wanted) { return entry.first < wanted; };
  const auto* found = std::lower_bound(tag_names.begin(), tag_names.end(), name, by_name);
  return found != tag_names.end() && found->first == name ? found->second : Tag::other;
}

std::string_view tag_text(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// Whether one of the page's tags has more attributes than the parser can take in reasonable time. Counts what parts
/// attributes, outside quotes.
bool has_overlong_tag(std::string_view page) {
  size_t parts = 0;
  bool inside = false;
  char quote = 0;
  for (size_t i = 0; i + 1 < page.size(); ++i) {
    const char c = page[i];
    if (!inside) {
      inside = c == '<' && is_ascii_alpha(page[i + 1]);
      parts = 0;
      quote = 0;
    } else if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      if (page[i - 1] == '=') quote = c;
    } else if (c == '>') {
      inside = false;
    } else if ((c == ' ' || c == '\n' || c == '\t' || c == '/') && ++parts > most_attributes) {
      return true;
    }
  }
  return false;
}

struct FreePage {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

/// Receives the parser's events. Elements that it opens are closed in the same order, so a stack is enough.
class TreeBuilder {
 public:
  void open(htmlParserCtxt* parser, const xmlChar* name, const xmlChar** attributes) {
    if (tree_.nodes_.size() >= most_nodes || stack_.size() >= deepest_nesting) {
      overflow_ = true;
      xmlStopParser(parser);
      return;
    }
    HtmlNode node;
    node.tag = tag_named(tag_text(name));
    node.parent = stack_.empty() ? -1 : stack_.back();
    node.attributes = static_cast<uint32_t>(tree_.attributes_.size());
    for (; attributes != nullptr && *attributes != nullptr && node.attribute_count < 200; attributes += 2) {
      tree_.attributes_.push_back({to_lower(tag_text(attributes[0])), std::string(tag_text(attributes[1]))});
      ++node.attribute_count;
    }
    stack_.push_back(tree_.size());
    names_.emplace_back(node.tag);
    tree_.nodes_.push_back(node);
  }

  void close(const xmlChar* name) {
    if (stack_.empty() || names_.back() != tag_named(tag_text(name))) return;
    tree_.nodes_[static_cast<size_t>(stack_.back())].end = tree_.size();
    stack_.pop_back();
    names_.pop_back();
  }

  /// The parser hands out text in pieces; they are put together again.
  void add_text(const xmlChar* text, int length) {
    if (stack_.empty() || length <= 0 || tree_.nodes_.size() >= most_nodes) return;
    HtmlNode* last = &tree_.nodes_.back();
    const bool goes_on = last->tag == Tag::text && last->parent == stack_.back() && last->end == tree_.size();
    if (!goes_on) {
      HtmlNode node;
      node.tag = Tag::text;
      node.parent = stack_.back();
      node.begin = static_cast<uint32_t>(tree_.texts_.size());
      node.end = tree_.size() + 1;
      tree_.nodes_.push_back(node);
      last = &tree_.nodes_.back();
    }
    tree_.texts_.append(reinterpret_cast<const char*>(text), static_cast<size_t>(length));
    last->length += static_cast<uint32_t>(length);
  }

  [[nodiscard]] bool overflow() const { return overflow_; }

  HtmlTree finish() {
    for (const int node : stack_) tree_.nodes_[static_cast<size_t>(node)].end = tree_.size();
    return std::move(tree_);
  }

 private:
  HtmlTree tree_;
  std::vector<int> stack_;
  std::vector<Tag> names_;
  bool overflow_ = false;
};

namespace {

struct PageReceiver {
  TreeBuilder builder;
  htmlParserCtxt* parser = nullptr;
};

htmlSAXHandler page_handlers() {
  htmlSAXHandler handler{};
  handler.startElement = [](void* to, const xmlChar* name, const xmlChar** attributes) {
    auto* receiver = static_cast<PageReceiver*>(to);
    receiver->builder.open(receiver->parser, name, attributes);
  };
  handler.endElement = [](void* to, const xmlChar* name) { static_cast<PageReceiver*>(to)->builder.close(name); };
  handler.characters = [](void* to, const xmlChar* text, int length) {
    static_cast<PageReceiver*>(to)->builder.add_text(text, length);
  };
  handler.ignorableWhitespace = handler.characters;
  handler.cdataBlock = handler.characters;
  return handler;
}

}  // namespace

Result<HtmlTree> HtmlTree::parse(std::string_view page, const std::string& path) {
  const Error too_much{ErrorCode::too_large,
                       path + ": more tags, nesting or attributes than a page can have; save its text instead"};
  if (has_overlong_tag(page)) return too_much;
  const std::unique_ptr<htmlParserCtxt, FreePage> parser(htmlNewParserCtxt());
  if (!parser) return Error{ErrorCode::io, path + ": no memory left to parse it; free some and try again"};
  PageReceiver receiver;
  receiver.parser = parser.get();
  *parser->sax = page_handlers();
  parser->userData = &receiver;
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                          HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE;
  htmlCtxtReadMemory(parser.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", options);
  if (receiver.builder.overflow()) return too_much;
  return receiver.builder.finish();
}

std::string_view HtmlTree::attribute(int node, std::string_view name) const {
  const HtmlNode& at = (*this)[node];
  for (uint32_t i = at.attributes; i < at.attributes + at.attribute_count; ++i) {
    if (attributes_[i].name == name) return attributes_[i].value;
  }
  return {};
}

bool HtmlTree::has_attribute(int node, std::string_view name) const {
  const HtmlNode& at = (*this)[node];
  for (uint32_t i = at.attributes; i < at.attributes + at.attribute_count; ++i) {
    if (attributes_[i].name == name) return true;
  }
  return false;
}

std::string_view HtmlTree::text(int node) const {
  const HtmlNode& at = (*this)[node];
  return at.tag == Tag::text ? std::string_view(texts_).substr(at.begin, at.length) : std::string_view();
}

std::string HtmlTree::text_below(int node) const {
  std::string out;
  for (int i = node; i < (*this)[node].end; ++i) {
    out += text(i);
    if (is_block((*this)[i].tag) || (*this)[i].tag == Tag::br) out += ' ';
  }
  return squeeze(out);
}

bool is_heading(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6;
}

// clang-format off
bool is_block(Tag tag) {
  switch (tag) {
    case Tag::address: case Tag::article: case Tag::aside: case Tag::blockquote: case Tag::body: case Tag::caption:
    case Tag::dd: case Tag::details: case Tag::dialog: case Tag::div: case Tag::dl: case Tag::dt: case Tag::fieldset:
    case Tag::figcaption: case Tag::figure: case Tag::footer: case Tag::form: case Tag::header: case Tag::hr:
    case Tag::legend: case Tag::li: case Tag::main: case Tag::menu: case Tag::nav: case Tag::ol: case Tag::p:
    case Tag::pre: case Tag::section: case Tag::summary: case Tag::table: case Tag::tbody: case Tag::tfoot:
    case Tag::thead: case Tag::tr: case Tag::ul:
      return true;
    default:
      return is_heading(tag);
  }
}
// clang-format on

}  // namespace entente
