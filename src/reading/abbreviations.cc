// The lists behind the full stop.
#include "reading/abbreviations.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "reading/utf8.h"

namespace entente {

namespace {

// A name, a number or more of the same phrase follows these.
constexpr auto titles = std::to_array<std::string_view>({
    "adm",  "amb", "assoc", "asst", "attn", "brig", "capt",  "cmdr",   "col", "comdr", "cpl",  "dr",
    "ft",   "gen", "gov",   "hon",  "insp", "lt",   "maj",   "messrs", "mgr", "mr",    "mrs",  "ms",
    "msgr", "mt",  "pfc",   "pres", "prof", "pvt",  "rep",   "reps",   "rev", "sen",   "sens", "sgt",
    "sr",   "st",  "supt",  "v",    "vs",   "gens", "profs", "drs",    "cf",  "viz",
});

// These may end a sentence as well.
constexpr auto others = std::to_array<std::string_view>({
    "apr",   "approx", "apt",  "aug",  "ave",  "bldg", "blvd", "bros", "cf",  "co",   "corp", "ctr", "dec",
    "dept",  "dist",   "div",  "e.g",  "ed",   "eds",  "eq",   "est",  "etc", "ext",  "feb",  "fri", "govt",
    "i.e",   "inc",    "incl", "intl", "jan",  "jr",   "jul",  "jun",  "ltd", "max",  "min",  "mon", "natl",
    "nov",   "oct",    "op",   "pp",   "ph.d", "rd",   "sat",  "sec",  "sep", "sept", "ser",  "thu", "thur",
    "thurs", "trans",  "tue",  "tues", "univ", "vol",  "vols", "wed",  "yr",  "yrs",
});

// Of the others, those that are words too unless capitalised.
constexpr auto words_too = std::to_array<std::string_view>({
    "apt",
    "co",
    "dec",
    "dist",
    "div",
    "ed",
    "est",
    "fri",
    "jan",
    "jun",
    "max",
    "min",
    "mon",
    "op",
    "sat",
    "sec",
    "trans",
    "wed",
});

// "No. 5" but "He said no."
constexpr auto before_numbers = std::to_array<std::string_view>({"art", "ch", "fig", "no", "nos", "p", "par", "sect"});

// US states and the like, when capitalised.
constexpr auto places = std::to_array<std::string_view>({
    "Ala",  "Ariz", "Ark", "Calif", "Colo", "Conn", "Del",  "Fla", "Ga",   "Ill", "Ind",
    "Kan",  "Ky",   "La",  "Md",    "Mich", "Minn", "Miss", "Mo",  "Mont", "Neb", "Nev",
    "Okla", "Ore",  "Pa",  "Penn",  "Tenn", "Tex",  "Va",   "Vt",  "Wash", "Wis", "Wyo",
});

constexpr auto openers = std::to_array<std::string_view>({
    "a",         "according", "after",    "all",       "also",    "although", "an",      "and",          "another",
    "any",       "anyone",    "as",       "at",        "because", "before",   "both",    "but",          "by",
    "critics",   "despite",   "during",   "each",      "even",    "everyone", "few",     "finally",      "first",
    "for",       "from",      "given",    "he",        "her",     "here",     "his",     "how",          "however",
    "i",         "if",        "in",       "indeed",    "instead", "it",       "its",     "last",         "later",
    "many",      "meanwhile", "moreover", "most",      "much",    "my",       "neither", "nevertheless", "no",
    "nobody",    "none",      "nor",      "not",       "nothing", "now",      "of",      "officials",    "on",
    "once",      "one",       "only",     "or",        "other",   "others",   "our",     "over",         "perhaps",
    "she",       "should",    "since",    "so",        "some",    "still",    "such",    "that",         "the",
    "their",     "then",      "there",    "therefore", "these",   "they",     "this",    "those",        "though",
    "thus",      "to",        "today",    "two",       "under",   "unless",   "until",   "we",           "what",
    "when",      "where",     "whether",  "which",     "while",   "who",      "why",     "with",         "without",
    "yesterday", "yet",       "you",      "your",
});

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// "U.S", "a.m", "J": single letters with stops between them.
bool is_initials(std::string_view word) {
  bool letter_due = true;
  for (size_t at = 0; at < word.size();) {
    const Codepoint c = codepoint_at(word, at);
    at += c.size;
    if (letter_due ? !is_letter(c.value) : c.value != '.') return false;
    letter_due = !letter_due;
  }
  return !word.empty() && !letter_due;
}

bool is_single_letter(std::string_view word) {
  return word.size() == codepoint_at(word, 0).size;
}

}  // namespace

bool is_abbreviation(std::string_view word, std::string_view rest) {
  if (word.empty() || word.size() > 12) return false;
  const Codepoint first = codepoint_at(word, 0);
  if (is_single_letter(word)) return (is_upper(first.value) && word != "I") || word == "v";
  if (is_initials(word)) return true;
  const std::string lower = to_lower(word);
  if (has(titles, lower) && (is_upper(first.value) || lower == "vs" || lower == "cf" || lower == "viz")) return true;
  if (has(before_numbers, lower)) {
    const std::string_view next = trim(rest);
    return !next.empty() && is_ascii_digit(next.front());
  }
  if (has(places, word)) return rest.find_first_not_of(" ") != std::string_view::npos;
  if (has(words_too, lower) && !is_upper(first.value)) return false;
  return has(others, lower);
}

bool announces_name(std::string_view token) {
  if (!token.ends_with('.') || token.size() < 2) return false;
  const std::string_view word = token.substr(0, token.size() - 1);
  return is_single_letter(word) || has(titles, to_lower(word)) || has(before_numbers, to_lower(word)) ||
         word == "e.g" || word == "i.e";
}

bool opens_sentences(std::string_view word) {
  return has(openers, to_lower(word));
}

}  // namespace entente
