// Whole paragraphs that are no part of an article, told by what they are and what stands around them.
#include "sources/filler.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "sources/encoding.h"
#include "sources/language.h"
#include "sources/paragraphs.h"

namespace entente {
namespace {

constexpr size_t longest_label = 120;
constexpr size_t shortest_prose = 60;

/// Short and without an end of sentence: a heading, a caption, an entry of a list.
bool is_label(std::string_view line) {
  return line.size() <= longest_label && !ends_sentence(line);
}

bool is_prose(std::string_view line) {
  return line.size() >= shortest_prose && ends_sentence(line) && !is_bullet(line) && !is_prompt(line);
}

/// What a heading says, for comparison: lower case, without colon.
std::string plain_heading(std::string_view line) {
  std::string plain = to_lower(trim(line));
  while (plain.ends_with(':') || plain.ends_with(' ') || plain.ends_with('.')) plain.pop_back();
  if (plain.ends_with("…")) plain.erase(plain.size() - std::string_view("…").size());
  return plain;
}

bool is_one_of(std::string_view line, std::initializer_list<std::string_view> headings) {
  const std::string plain = plain_heading(without_bullet(line));
  return std::find(headings.begin(), headings.end(), plain) != headings.end();
}

bool is_contents_heading(std::string_view line) {
  return is_one_of(line, {"table of contents", "contents", "in this article", "on this page", "jump to", "toc",
                          "article contents", "what's inside", "quick links"});
}

bool is_author_heading(std::string_view line) {
  return is_one_of(line, {"detail author", "author", "author details", "about the author", "about author",
                          "author info", "author bio", "author information", "written by", "meet the author"});
}

bool is_social_heading(std::string_view line) {
  return is_one_of(line, {"socials", "social", "social media", "follow us", "share", "share this", "connect with us",
                          "find us on", "stay connected", "social links"});
}

bool is_related_heading(std::string_view line) {
  return is_one_of(line, {"related articles",
                          "related posts",
                          "related stories",
                          "related news",
                          "related content",
                          "related",
                          "read more",
                          "read also",
                          "see also",
                          "you may also like",
                          "you might also like",
                          "recommended",
                          "recommended reading",
                          "more stories",
                          "more from this author",
                          "most read",
                          "popular posts",
                          "recent posts",
                          "trending",
                          "latest news",
                          "comments",
                          "leave a reply",
                          "leave a comment",
                          "tags",
                          "categories",
                          "share this article",
                          "newsletter"});
}

bool is_advertisement_label(std::string_view line) {
  return is_one_of(line, {"advert", "advertisement", "advertising", "sponsored", "sponsored content", "advertisment",
                          "ad", "story continues below advertisement", "article continues below advertisement",
                          "continue reading below", "story continues below", "scroll to continue", "anzeige",
                          "publicidade", "publicidad", "publicité", "iklan", "реклама"});
}

/// "Read more: ...", "RELATED: ...": a link to another article in the middle of this one.
bool is_link_line(std::string_view line) {
  const std::string plain = to_lower(line);
  for (const std::string_view opening :
       {"read more:", "read also:", "also read:", "related:", "see also:", "don't miss:", "must read:", "recommended:",
        "related article:", "related story:", "related stories:", "related coverage:", "read next:", "more from ",
        "also see:"}) {
    if (plain.starts_with(opening) && is_label(line)) return true;
  }
  return false;
}

/// The key of "Key : value" or "key: value" with a key of one or two words; empty if the line is no such entry.
std::string entry_key(std::string_view line) {
  line = without_bullet(line);
  const size_t colon = line.find(':');
  constexpr size_t longest_key = 24;
  if (colon == std::string_view::npos || colon == 0 || colon > longest_key) return "";
  return to_lower(trim(line.substr(0, colon)));
}

/// Keys of a profile. They tell only in a list: three neighbours of which two are profile keys.
bool is_profile_key(const std::string& key) {
  static const std::set<std::string> keys = {"name",          "username",  "email",      "e-mail",     "birthdate",
                                             "date of birth", "address",   "phone",      "company",    "job",
                                             "job title",     "bio",       "website",    "url",        "followers",
                                             "following",     "full name", "user name",  "occupation", "gender",
                                             "location",      "nickname",  "last login", "joined",     "posts"};
  return keys.contains(key);
}

class Sifter {
 public:
  Sifter(const std::vector<std::string>& paragraphs, std::vector<Dropped>& dropped)
      : paragraphs_(paragraphs), reasons_(paragraphs.size()), dropped_(dropped) {}

  std::vector<std::string> run(FillerOf origin) {
    if (paragraphs_.empty()) return {};
    mark_contents();
    if (origin == FillerOf::copied_text) mark_repeated_labels();
    mark_profiles();
    mark_single_lines();
    mark_sections_after_the_end();
    if (origin == FillerOf::copied_text) mark_trailing_labels();
    reasons_[0] = {};
    return kept();
  }

 private:
  [[nodiscard]] bool open(size_t i) const { return reasons_[i].empty(); }

  void mark(size_t i, std::string_view reason) {
    if (open(i)) reasons_[i] = reason;
  }

  /// The heading "Table of Contents", and the entries after it if they come again as headings.
  void mark_contents() {
    std::map<std::string, size_t> count;
    for (const std::string& paragraph : paragraphs_) ++count[plain_heading(without_bullet(paragraph))];
    for (size_t i = 1; i < paragraphs_.size(); ++i) {
      if (!is_contents_heading(paragraphs_[i])) continue;
      mark(i, "table of contents");
      for (size_t next = i + 1; next < paragraphs_.size(); ++next) {
        const std::string entry = plain_heading(without_bullet(paragraphs_[next]));
        if (!is_label(paragraphs_[next]) || count[entry] < 2) break;
        --count[entry];  // the heading that remains is no repetition
        mark(next, "table of contents");
      }
    }
  }

  /// A label that stands more than once is a caption, unless the text is all labels, as tables and lists are.
  void mark_repeated_labels() {
    constexpr ptrdiff_t least_prose = 3;
    if (std::count_if(paragraphs_.begin(), paragraphs_.end(), [](const auto& line) { return is_prose(line); }) <
        least_prose) {
      return;
    }
    std::map<std::string_view, size_t> count;
    for (size_t i = 0; i < paragraphs_.size(); ++i) count[paragraphs_[i]] += open(i);
    for (size_t i = 1; i < paragraphs_.size(); ++i) {
      if (count[paragraphs_[i]] < 2 || paragraphs_[i].size() < 8 || is_bullet(paragraphs_[i])) continue;
      if (is_label(paragraphs_[i])) mark(i, paragraphs_[i] == paragraphs_[0] ? "repeated title" : "caption");
    }
  }

  /// Lists of "Key : value" in which the keys are those of a person's profile, with the heading above.
  void mark_profiles() {
    for (size_t begin = 1; begin < paragraphs_.size();) {
      size_t end = begin;
      size_t known = 0;
      while (end < paragraphs_.size() && !entry_key(paragraphs_[end]).empty() && !is_heading_of_list(end)) {
        known += is_profile_key(entry_key(paragraphs_[end]));
        ++end;
      }
      const bool profile = end - begin >= 3 && known >= 2 && known * 2 >= end - begin;
      for (size_t i = begin; profile && i < end; ++i) mark(i, "author box");
      if (profile && begin > 1 && is_label(paragraphs_[begin - 1])) mark(begin - 1, "author box");
      begin = std::max(end, begin + 1);
    }
  }

  /// "twitter:" with nothing after the colon.
  [[nodiscard]] bool is_heading_of_list(size_t i) const { return paragraphs_[i].ends_with(':'); }

  void mark_single_lines() {
    for (size_t i = 1; i < paragraphs_.size(); ++i) {
      const std::string& line = paragraphs_[i];
      if (is_author_heading(line) && i + 1 < paragraphs_.size() && !is_prose(paragraphs_[i + 1])) mark(i, "author box");
      if (is_social_line(line) || is_social_heading(line)) mark(i, "social links");
      if (is_credit_line(line)) mark(i, "caption");
      if (is_advertisement_label(line)) mark(i, "advertisement");
      if (is_link_line(line)) mark(i, "related links");
      if (is_placeholder_latin(line)) mark(i, "placeholder text");
    }
  }

  /// The index after the last paragraph of running text.
  [[nodiscard]] size_t end_of_prose() const {
    size_t end = paragraphs_.size();
    while (end > 1 && (!open(end - 1) || !is_prose(paragraphs_[end - 1]))) --end;
    return end;
  }

  /// "Related articles" and its like, with the labels below it, wherever it stands.
  void mark_sections_after_the_end() {
    for (size_t i = 1; i < paragraphs_.size(); ++i) {
      if (!is_related_heading(paragraphs_[i])) continue;
      mark(i, "related links");
      size_t next = i + 1;
      for (; next < paragraphs_.size() && is_label(paragraphs_[next]); ++next) {
        if (next + 1 < paragraphs_.size() && is_prose(paragraphs_[next + 1])) break;  // a heading of the article
        mark(next, "related links");
      }
      i = next - 1;
    }
  }

  /// Labels in a row behind the last running text, if something around them is filler already: they label that.
  void mark_trailing_labels() {
    const size_t end = end_of_prose();
    const auto filler = static_cast<size_t>(std::count_if(reasons_.begin() + static_cast<ptrdiff_t>(end),
                                                          reasons_.end(), [](auto r) { return !r.empty(); }));
    if (filler < 2) return;
    for (size_t i = end; i < paragraphs_.size(); ++i) {
      if (is_label(paragraphs_[i])) mark(i, "caption");
    }
  }

  std::vector<std::string> kept() {
    std::vector<std::string> out;
    for (size_t i = 0; i < paragraphs_.size(); ++i) {
      if (!open(i)) {
        dropped_.push_back({paragraphs_[i], std::string(reasons_[i])});
        continue;
      }
      std::string rest = i == 0 ? paragraphs_[i] : without_prompts(paragraphs_[i], dropped_);
      if (i == 0 || !rest.empty()) out.push_back(std::move(rest));
    }
    return out;
  }

  const std::vector<std::string>& paragraphs_;
  std::vector<std::string_view> reasons_;  // empty: stays
  std::vector<Dropped>& dropped_;
};

}  // namespace

std::vector<std::string> without_filler(const std::vector<std::string>& paragraphs, FillerOf origin,
                                        std::vector<Dropped>& dropped) {
  return Sifter(paragraphs, dropped).run(origin);
}

}  // namespace entente
