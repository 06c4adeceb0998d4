// Word lists over classes and ids. They only propose: main_text keeps an element that holds most of the page's prose.
#include "sources/page_hints.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"

namespace entente {
namespace {

struct Hint {
  std::string_view reason;
  std::string_view words;  // parted by blanks; "a-b" are two words in a row
};

constexpr std::array<Hint, 15> hints = {{
    {"comments", "comment comments disqus respond livefyre viafoura coral replies commentlist discussion"},
    {"social links",
     "share sharing shares sharedaddy social socials socialicons addthis addtoany sharethis jetpack-likes "
     "jp-relatedposts "
     "sharebar followus follow sns"},
    {"related links",
     "related relatedposts relateds recommended recommendation recommendations recirc recirculation outbrain taboola "
     "trending popular mostread most-read most-popular most-viewed readmore read-more read-next see-also more-stories "
     "more-news more-from morefrom also-read latest-news up-next next-article zergnet revcontent teaser teasers "
     "you-may-like recent-posts similar suggested linklist link-list"},
    {"newsletter prompt",
     "newsletter newsletters subscribe subscription signup sign-up optin mailchimp mc-embed "
     "email-capture paywall regwall"},
    {"sidebar", "sidebar sidebars rail right-rail widget widgets aside infobox factbox complementary"},
    {"navigation",
     "nav navbar navigation menu menus submenu breadcrumb breadcrumbs pagination pager toolbar skip skip-link "
     "masthead topbar toc hamburger subnav prevnext prev-next post-navigation"},
    {"footer", "footer colophon copyright legal disclaimer-footer"},
    {"author box",
     "byline bylines author authors author-bio author-box author-info authorbox about-author bio vcard "
     "contributor contributors writer"},
    {"caption",
     "caption captions wp-caption-text figcaption credit credits photo-credit image-credit media-caption gallery "
     "slideshow carousel slider lightbox"},
    {"advertisement",
     "ad ads advert adverts advertisement advertising adsbygoogle sponsor sponsored sponsors promo promos "
     "promoted promotion promobox dfp adslot ad-container admarker commercial"},
    {"cookie notice", "cookie cookies consent gdpr cookiebar privacy ccpa"},
    {"hidden", "hidden visually-hidden sr-only screen-reader screen-reader-text offscreen rollover popover tooltip"},
    {"date line",
     "timestamp dateline-date pubdate published-date post-date entry-date post-meta entry-meta article-meta "
     "postmeta metadata meta-info posted-on article-date date-time"},
    {"tags",
     "tags tag-list taglist tagcloud taxonomy keywords post-tags categories cat-links tags-links article-tags topics"},
    {"prompt to the reader",
     "poll quiz modal popup overlay dialog donate donation rating ratings vote votes print-only "
     "printonly login feedback survey"},
}};

constexpr std::array<std::string_view, 33> body_names = {
    "article-body",  "articlebody",  "article-content", "articlecontent", "article-text", "articletext",
    "story-body",    "storybody",    "story-content",   "storycontent",   "story-text",   "storytext",
    "entry-content", "entrycontent", "post-content",    "postcontent",    "post-body",    "postbody",
    "post-entry",    "post-text",    "content-body",    "content-text",   "body-content", "body-copy",
    "body-text",     "article-copy", "article-main",    "news-body",      "news-content", "news-text",
    "name-body",     "paragraphs",   "article-entry"};

constexpr std::array<std::string_view, 13> vague_names = {
    "article", "body", "content", "entry", "hentry", "main", "page", "post", "text", "blog", "story", "copy", "prose"};

using Reasons = std::unordered_map<std::string, std::string_view>;

const Reasons& reasons() {
  static const Reasons map = [] {
    Reasons out;
    for (const Hint& hint : hints) {
      for (const std::string_view word : split(hint.words, ' ')) out.emplace(word, hint.reason);
    }
    return out;
  }();
  return map;
}

std::string names_of(const HtmlTree& tree, int node) {
  return std::string(tree.attribute(node, "id")) + ' ' + std::string(tree.attribute(node, "class"));
}

/// Class names of one kind that say what a page is or allows, not what the element holds: "has-sidebar", "no-comments".
bool is_state_name(std::string_view name) {
  constexpr std::array<std::string_view, 7> openings = {"has-", "no-", "with-", "is-", "js-", "without-", "single-"};
  return std::any_of(openings.begin(), openings.end(),
                     [&](std::string_view opening) { return name.starts_with(opening); });
}

/// The reason that a single class or id gives. Names of one word are looked up whole; of longer ones the pairs, then
/// the last and the first word, since a name ends with what the thing is and begins with where it belongs.
std::string_view reason_of_name(std::string_view name) {
  const std::vector<std::string> words = hint_words(name);
  const bool embedded = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "embed" || word == "tweet" || word == "quote" || word == "blockquote";
  });
  if (words.empty() || embedded || is_state_name(name)) return {};
  const Reasons& map = reasons();
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    if (const auto found = map.find(words[i] + '-' + words[i + 1]); found != map.end()) return found->second;
  }
  for (const std::string& word : {words.back(), words.front()}) {
    if (const auto found = map.find(word); found != map.end()) return found->second;
  }
  for (const std::string& word : words) {
    if (const auto found = map.find(word); found != map.end()) return found->second;
  }
  return {};
}

bool has_pair(const std::vector<std::string>& words, std::string_view first, std::string_view second) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] != first) continue;
    if (second.empty() || (i + 1 < words.size() && words[i + 1] == second)) return true;
  }
  return false;
}

bool names_body(const std::vector<std::string>& words, std::string_view wanted) {
  const size_t dash = wanted.find('-');
  return has_pair(words, wanted.substr(0, dash), dash == std::string_view::npos ? "" : wanted.substr(dash + 1));
}

bool is_hidden(const HtmlTree& tree, int node) {
  if (tree.has_attribute(node, "hidden")) return true;
  std::string style = to_lower(tree.attribute(node, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

}  // namespace

std::vector<std::string> hint_words(std::string_view names) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(to_lower(word));
    word.clear();
  };
  for (size_t i = 0; i < names.size(); ++i) {
    if (!is_ascii_alpha(names[i]) && !is_ascii_digit(names[i])) {
      finish();
      continue;
    }
    if (is_ascii_upper(names[i]) && !word.empty() && is_ascii_lower(word.back())) finish();
    word += names[i];
  }
  finish();
  return words;
}

std::string_view never_text(const HtmlTree& tree, int node) {
  switch (tree[node].tag) {
    case Tag::head:
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::iframe:
    case Tag::object:
    case Tag::embed:
    case Tag::svg:
    case Tag::canvas:
    case Tag::video:
    case Tag::link:
    case Tag::meta:
      return "script";
    case Tag::button:
    case Tag::select:
    case Tag::textarea:
    case Tag::input:
    case Tag::option:
      return "form";
    case Tag::amp_ad:
      return "advertisement";
    default:
      return is_hidden(tree, node) ? "hidden" : "";
  }
}

std::string_view beside_article(const HtmlTree& tree, int node) {
  const Tag tag = tree[node].tag;
  const std::string role = to_lower(tree.attribute(node, "role"));
  if (tag == Tag::nav || tag == Tag::menu || role == "navigation") return "navigation";
  if (tag == Tag::aside || role == "complementary") return "sidebar";
  if (tag == Tag::footer || role == "contentinfo") return "footer";
  if (tag == Tag::figcaption || tag == Tag::caption) return "caption";
  if (tag == Tag::form || tag == Tag::fieldset || tag == Tag::dialog || role == "dialog" || role == "search")
    return "form";
  if (role == "banner") return "navigation";
  const std::string names = names_of(tree, node);
  for (const std::string_view name : split(names, ' ')) {
    if (const std::string_view reason = reason_of_name(name); !reason.empty()) return reason;
  }
  const std::string property = to_lower(tree.attribute(node, "itemprop"));
  if (property == "author" || property == "publisher") return "author box";
  if (property == "datepublished" || property == "datemodified") return "date line";
  if (property == "comment") return "comments";
  return {};
}

bool is_hidden_inline(const HtmlTree& tree, int node) {
  if (tree[node].tag != Tag::span) return false;
  for (const std::string_view name : split(tree.attribute(node, "class"), ' ')) {
    if (reason_of_name(name) == "hidden") return true;
  }
  return false;
}

int body_hint(const HtmlTree& tree, int node) {
  const std::string property = to_lower(tree.attribute(node, "itemprop"));
  if (property.find("articlebody") != std::string::npos) return 3;
  const std::vector<std::string> words = hint_words(names_of(tree, node));
  const auto named = [&](std::string_view name) { return names_body(words, name); };
  if (std::any_of(body_names.begin(), body_names.end(), named)) return 3;
  if (tree[node].tag == Tag::article || tree[node].tag == Tag::main) return 2;
  return std::any_of(vague_names.begin(), vague_names.end(), named) ? 1 : 0;
}

}  // namespace entente
