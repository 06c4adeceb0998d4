// Which of a page's titles is the article's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct TitleClues {
  std::vector<std::string> headings;  // all <h1>
  std::vector<std::string> declared;  // JSON-LD, OpenGraph, ...: best first; may be empty texts
  std::string document_title;         // <title>
  std::string site;                   // the site's name, if it says it
};

/// The main heading that the declared titles confirm, else the first declared one, without the site's name.
std::string choose_title(const TitleClues& clues);

/// "Talks resume | The Daily" without its last part, if that is the site's name or reads as one.
std::string without_site(std::string_view title, std::string_view site);

/// Lower-case letters and digits alone, for comparing titles.
std::string title_key(std::string_view title);

}  // namespace entente
