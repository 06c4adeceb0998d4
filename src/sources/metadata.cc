// Each fact has a list of places to look in; the first one that holds it wins.
#include "sources/metadata.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "sources/encoding.h"
#include "sources/html_tree.h"
#include "sources/json_ld.h"
#include "sources/page_hints.h"
#include "sources/page_title.h"
#include "sources/plain_text.h"
#include "sources/written_date.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 26> date_names = {"article:published_time",
                                                         "article.published",
                                                         "og:article:published_time",
                                                         "datepublished",
                                                         "publish_date",
                                                         "publish-date",
                                                         "publishdate",
                                                         "pub_date",
                                                         "pubdate",
                                                         "publication_date",
                                                         "date_published",
                                                         "published_time",
                                                         "parsely-pub-date",
                                                         "sailthru.date",
                                                         "dc.date.issued",
                                                         "dcterms.created",
                                                         "dcterms.date",
                                                         "dc.date",
                                                         "dc.terms.date",
                                                         "citation_publication_date",
                                                         "article_date_original",
                                                         "originalpublicationdate",
                                                         "cxenseparse:recs:publishtime",
                                                         "datecreated",
                                                         "og:published_time",
                                                         "date"};

constexpr std::array<std::string_view, 8> author_names = {"author",         "parsely-author",  "sailthru.author",
                                                          "dc.creator",     "dcterms.creator", "byl",
                                                          "article:author", "article_author"};

/// All meta elements of the page by lower-case name, first one first.
using Metas = std::map<std::string, std::string>;

class Reader {
 public:
  explicit Reader(const HtmlTree& tree) : tree_(tree), linked_(read_linked_data(tree)) { gather(); }

  PageMetadata run() {
    PageMetadata page;
    page.address = address();
    page.title = choose_title(titles());
    page.published = published(page.address);
    page.byline = byline();
    page.language = language_;
    page.body = linked_.body;
    return page;
  }

 private:
  void gather() {
    for (int i = 0; i < tree_.size(); ++i) {
      const Tag tag = tree_[i].tag;
      if (tag == Tag::meta) gather_meta(i);
      if (tag == Tag::title && document_title_.empty()) document_title_ = tree_.text_below(i);
      if (tag == Tag::h1 && headings_.size() < 20) headings_.push_back(tree_.text_below(i));
      if (tag == Tag::html && language_.empty()) language_ = to_lower(tree_.attribute(i, "lang")).substr(0, 2);
      if (tag == Tag::link && to_lower(tree_.attribute(i, "rel")) == "canonical" && canonical_.empty()) {
        canonical_ = trim(tree_.attribute(i, "href"));
      }
    }
  }

  void gather_meta(int i) {
    const std::string_view content = trim(tree_.attribute(i, "content"));
    if (content.empty()) return;
    for (const std::string_view key : {"property", "name", "itemprop"}) {
      if (tree_.has_attribute(i, key)) metas_.emplace(to_lower(trim(tree_.attribute(i, key))), content);
    }
  }

  [[nodiscard]] std::string meta(std::string_view name) const {
    const auto found = metas_.find(std::string(name));
    return found == metas_.end() ? "" : squeeze(found->second);
  }

  [[nodiscard]] std::string address() const {
    for (const std::string& candidate : {canonical_, meta("og:url"), linked_.address, meta("twitter:url")}) {
      if (candidate.starts_with("http://") || candidate.starts_with("https://")) return candidate;
    }
    return "";
  }

  /// JSON-LD may hold markup: its entities and tags are read as a page's are.
  static std::string plain_text_of(const std::string& text) {
    if (text.find_first_of("&<") == std::string::npos) return squeeze(text);
    const auto tree = HtmlTree::parse("<p>" + text, "");
    return tree && tree->size() > 0 ? tree->text_below(0) : squeeze(text);
  }

  [[nodiscard]] TitleClues titles() const {
    TitleClues clues;
    clues.headings = headings_;
    clues.site = meta("og:site_name");
    clues.document_title = document_title_;
    clues.declared = {plain_text_of(linked_.headline), meta("og:title"), meta("twitter:title"), meta("dc.title"),
                      meta("headline")};
    return clues;
  }

  [[nodiscard]] Date published(const std::string& address) const {
    if (const auto date = find_date(linked_.published)) return *date;
    for (const std::string_view name : date_names) {
      if (const auto date = find_date(meta(name))) return *date;
    }
    if (const auto date = marked_date()) return *date;
    if (const auto date = find_date(linked_.created)) return *date;
    const auto in_address = find_address_date(address);
    if (in_address && in_address->precision == Precision::day) return *in_address;
    if (const auto date = shown_date()) return *date;
    return in_address.value_or(Date{});
  }

  /// The date in an element: its machine-readable form first.
  [[nodiscard]] std::optional<Date> date_at(int i) const {
    for (const std::string_view name : {"datetime", "content", "title"}) {
      if (const auto date = find_date(tree_.attribute(i, name))) return date;
    }
    constexpr int longest = 40;  // nodes; a date's element holds little
    if (tree_[i].end - i > longest) return std::nullopt;
    const std::string text = tree_.text_below(i);
    constexpr size_t longest_date_text = 120;
    return text.size() <= longest_date_text ? find_date(text) : std::nullopt;
  }

  /// Elements that schema.org or HTML mark as the date of publication, then <time> in general.
  [[nodiscard]] std::optional<Date> marked_date() const {
    for (int i = 0; i < tree_.size(); ++i) {
      const bool marked =
          to_lower(tree_.attribute(i, "itemprop")) == "datepublished" || tree_.has_attribute(i, "pubdate");
      if (!marked) continue;
      if (const auto date = date_at(i)) return date;
    }
    for (int i = 0; i < tree_.size(); ++i) {
      if (tree_[i].tag != Tag::time || says_modified(i)) continue;
      if (const auto date = date_at(i)) return date;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool says_modified(int i) const {
    const std::string names = to_lower(tree_.attribute(i, "class")) + to_lower(tree_.attribute(i, "itemprop"));
    const bool published = names.find("publish") != std::string::npos || names.find("date") != std::string::npos;
    return !published && (names.find("updated") != std::string::npos || names.find("modified") != std::string::npos);
  }

  /// Elements whose class or id speaks of a date, then the text after the headline.
  [[nodiscard]] std::optional<Date> shown_date() const {
    for (int i = 0; i < tree_.size(); ++i) {
      if (tree_[i].tag == Tag::text || !names_date(i)) continue;
      if (const auto date = date_at(i)) return date;
    }
    if (const auto date = announced_date()) return date;
    return date_after_heading();
  }

  /// A short text that says itself that it is the date of publication.
  [[nodiscard]] std::optional<Date> announced_date() const {
    constexpr size_t longest = 80;
    for (int i = 0; i < tree_.size(); ++i) {
      const std::string_view text = trim(tree_.text(i));
      if (text.empty() || text.size() > longest || !announces_date(to_lower(text))) continue;
      if (const auto date = find_date(text)) return date;
    }
    return std::nullopt;
  }

  static bool announces_date(std::string_view text) {
    constexpr std::array<std::string_view, 10> openings = {
        "published", "posted",    "first published", "publiziert am", "veröffentlicht",
        "publicado", "publicada", "publié",          "pubblicato",    "gepubliceerd"};
    return std::any_of(openings.begin(), openings.end(),
                       [&](std::string_view opening) { return text.starts_with(opening); });
  }

  [[nodiscard]] bool names_date(int i) const {
    constexpr std::array<std::string_view, 9> words = {"date",   "published", "timestamp", "posted", "pubdate",
                                                       "byline", "dateline",  "postdate",  "meta"};
    const std::vector<std::string> names =
        hint_words(std::string(tree_.attribute(i, "class")) + ' ' + std::string(tree_.attribute(i, "id")));
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return std::find(words.begin(), words.end(), name) != words.end();
    });
  }

  /// A short text with a date in it not far below the first main heading.
  [[nodiscard]] std::optional<Date> date_after_heading() const {
    constexpr int reach = 150;
    constexpr size_t longest = 80;
    int heading = 0;
    while (heading < tree_.size() && tree_[heading].tag != Tag::h1) ++heading;
    for (int i = heading; i < std::min(tree_.size(), heading + reach); ++i) {
      const std::string_view text = trim(tree_.text(i));
      if (text.empty() || text.size() > longest) continue;
      if (const auto date = find_date(text)) return date;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string byline() const {
    if (!linked_.authors.empty()) return clean_byline(join(linked_.authors, ", "));
    for (const std::string_view name : author_names) {
      if (std::string found = clean_byline(meta(name)); !found.empty()) return found;
    }
    return shown_byline();
  }

  /// A name without "By" before and without what follows a bar; empty for addresses.
  static std::string clean_byline(std::string text) {
    constexpr size_t longest = 160;
    text = squeeze(text);
    for (const std::string_view opening : {"By ", "by ", "BY "}) {
      if (text.starts_with(opening)) text.erase(0, opening.size());
    }
    text = std::string(trim(std::string_view(text).substr(0, text.find(" | "))));
    const bool address = text.find("://") != std::string::npos || text.find('@') != std::string::npos;
    return address || text.size() > longest ? "" : text;
  }

  /// Links and elements marked as the author's, then those that a class names so and that read as a byline.
  [[nodiscard]] std::string shown_byline() const {
    constexpr int most_nodes_in_byline = 12;
    std::string named;
    for (int i = 0; i < tree_.size(); ++i) {
      if (tree_[i].tag == Tag::text || tree_[i].end - i > most_nodes_in_byline) continue;
      if (to_lower(tree_.attribute(i, "rel")) == "author" || to_lower(tree_.attribute(i, "itemprop")) == "author") {
        if (std::string found = clean_byline(tree_.text_below(i)); !found.empty()) return found;
      }
      if (named.empty() && beside_article(tree_, i) == "author box") named = byline_in(tree_.text_below(i));
    }
    return named;
  }

  const HtmlTree& tree_;
  LinkedData linked_;
  Metas metas_;
  std::vector<std::string> headings_;
  std::string document_title_;
  std::string canonical_;
  std::string language_;
};

}  // namespace

PageMetadata read_metadata(const HtmlTree& tree) {
  return Reader(tree).run();
}

}  // namespace entente
