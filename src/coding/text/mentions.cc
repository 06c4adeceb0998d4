#include "coding/text/mentions.h"

#include <algorithm>

#include "base/text.h"

namespace entente {

namespace {

constexpr std::string_view curly_apostrophe = "\xE2\x80\x99";

/// The token as names are compared: straight apostrophes.
std::string straight_quoted(std::string_view token) {
  std::string out(token);
  for (size_t at = out.find(curly_apostrophe); at != std::string::npos; at = out.find(curly_apostrophe, at)) {
    out.replace(at, curly_apostrophe.size(), "'");
  }
  return out;
}

std::string to_upper(std::string text) {
  for (char& c : text) {
    if (is_ascii_lower(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

/// A headline in capitals: most letters of a sentence of several words are upper case.
bool in_capitals(const Sentence& sentence) {
  int upper = 0, lower = 0;
  for (const Token& token : sentence.tokens) {
    for (char c : token.form) {
      upper += is_ascii_upper(c);
      lower += is_ascii_lower(c);
    }
  }
  return upper > 10 && upper > 4 * lower;
}

std::vector<std::string> tokens_of(const std::string& text, const Reader& reader) {
  std::vector<std::string> tokens;
  for (const Sentence& sentence : reader.split(text)) {
    for (const Token& token : sentence.tokens) tokens.push_back(straight_quoted(token.form));
  }
  return tokens;
}

constexpr int longest_given_name =
    5;  // tokens between a title and a family name: "Hosni", "H.W.", "Abdel - Fattah al -"

bool not_of_a_name(const Token& token) {
  const char first = token.form.front();
  return !is_ascii_upper(first) && first != '-' && token.form != "al" && token.form != "el" && token.form != "bin";
}

/// "western Romania": before a place the adjective is a direction, not the West's.
void drop_directions(const Sentence& sentence, std::vector<Mention>& names) {
  const auto is_place = [](NameForm form) {
    return form == NameForm::name || form == NameForm::city || form == NameForm::capital;
  };
  for (size_t m = names.size(); m-- > 1;) {
    const Mention& before = names[m - 1];
    const bool lower = is_ascii_lower(sentence.tokens[static_cast<size_t>(before.begin)].form.front());
    if (before.form == NameForm::adjective && lower && before.end == names[m].begin && is_place(names[m].form))
      names.erase(names.begin() + static_cast<std::ptrdiff_t>(m) - 1);
  }
}

bool is_capitalised(const Token& token) {
  return is_ascii_upper(token.form.front()) || token.form == "&" || token.form == "of" || token.form == "and";
}

/// The last word of a person's name, as a tokeniser leaves it: "Bashir" of "SDN:Omar al-Bashir".
std::string family_name(const ActorId& person) {
  return person.str().substr(person.str().find_last_of(" -:") + 1);
}

std::string singular(const std::string& word) {
  if (word.size() > 4 && word.ends_with("men")) return word.substr(0, word.size() - 3) + "man";
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss")) return word.substr(0, word.size() - 1);
  return word;
}

}  // namespace

NameMatcher::NameMatcher(const ActorDirectory& directory, const Reader& reader) {
  for (const Name& name : directory.names()) add_name(name, tokens_of(name.text, reader));
  for (const Title& title : directory.titles()) {
    auto tokens = tokens_of(title.text, reader);
    if (!tokens.empty()) titles_[tokens.front()].push_back({tokens, &title});
  }
  for (const auto& [office, terms] : directory.terms()) {
    for (const Term& term : terms) families_[family_name(term.person)].push_back(&term);
  }
  const auto longer = [](const auto& a, const auto& b) { return a.tokens.size() > b.tokens.size(); };
  for (auto& [first, patterns] : by_first_) std::stable_sort(patterns.begin(), patterns.end(), longer);
  for (auto& [first, patterns] : titles_) std::stable_sort(patterns.begin(), patterns.end(), longer);
}

void NameMatcher::add_name(const Name& name, std::vector<std::string> tokens) {
  if (tokens.empty()) return;
  auto& patterns = by_first_[to_lower(tokens.front())];
  const auto same =
      std::find_if(patterns.begin(), patterns.end(), [&](const Pattern& p) { return p.tokens == tokens; });
  if (same != patterns.end()) {
    same->names.push_back(&name);
  } else {
    patterns.push_back({std::move(tokens), {&name}});
  }
}

/// A person who takes office years later is somebody else of that name.
static bool unheard_of(const Name& name, const Date& day) {
  constexpr int years_before_office = 5;
  return name.form == NameForm::person && day.known() && name.valid.from.known() &&
         day.year + years_before_office < name.valid.from.year;
}

/// The name that counts here: one valid on the day before one that is not, else none that two actors share.
const Name* NameMatcher::choose(const Pattern& pattern, bool after_the, const Date& day,
                                const WordTest& has_word) const {
  const Name* outside = nullptr;
  bool shared = false;
  for (const Name* name : pattern.names) {
    if ((name->needs_the && !after_the) || !name->counts(has_word) || unheard_of(*name, day)) continue;
    if (name->valid.covers(day)) return name;
    shared = shared || (outside != nullptr && outside->actor != name->actor);
    if (outside == nullptr) outside = name;
  }
  // With the day unknown, the latest bearer of a shared name cannot be told; the first listed stands for it.
  return shared && day.known() ? nullptr : outside;
}

std::vector<Mention> NameMatcher::find_names(const Sentence& sentence, const Date& day,
                                             const WordTest& has_word) const {
  std::vector<Mention> found;
  const bool capitals = in_capitals(sentence);
  const int size = static_cast<int>(sentence.tokens.size());
  const auto fits = [&](const Pattern& pattern, int at) {
    if (at + static_cast<int>(pattern.tokens.size()) > size) return false;
    for (size_t k = 0; k < pattern.tokens.size(); ++k) {
      const std::string form = straight_quoted(sentence.tokens[static_cast<size_t>(at) + k].form);
      if (form != pattern.tokens[k] && !(capitals && form == to_upper(pattern.tokens[k]))) return false;
    }
    return true;
  };
  for (int i = 0; i < size;) {
    const auto candidates = by_first_.find(to_lower(straight_quoted(sentence.tokens[static_cast<size_t>(i)].form)));
    int step = 1;
    if (candidates != by_first_.end()) {
      const bool after_the = i > 0 && to_lower(sentence.tokens[static_cast<size_t>(i) - 1].form) == "the";
      for (const Pattern& pattern : candidates->second) {
        if (!fits(pattern, i)) continue;
        const Name* name = choose(pattern, after_the, day, has_word);
        if (name == nullptr) continue;
        step = static_cast<int>(pattern.tokens.size());
        found.push_back({i, i + step, name->actor, name->form});
        break;
      }
    }
    i += step;
  }
  drop_directions(sentence, found);
  drop_parts_of_firms(sentence, found);
  add_titled_persons(sentence, day, found);
  return found;
}

/// "Gulf Canada Corp", "British Steel Plc": a name inside a firm's name is no actor. A state's own firm says so:
/// "National".
void NameMatcher::drop_parts_of_firms(const Sentence& sentence, std::vector<Mention>& found) const {
  const auto& tokens = sentence.tokens;
  const auto is_firm = [&](size_t i) {
    const auto titles = titles_.find(to_lower(tokens[i].form));
    return titles != titles_.end() &&
           std::any_of(titles->second.begin(), titles->second.end(), [](const auto& pattern) {
             return pattern.tokens.size() == 1 && pattern.title->suffix == "BUS";
           });
  };
  std::erase_if(found, [&](const Mention& name) {
    if (name.form == NameForm::person || name.form == NameForm::people) return false;
    const auto end = static_cast<size_t>(name.end);
    const bool national = name.begin > 0 && tokens[static_cast<size_t>(name.begin) - 1].form == "National";
    bool proper = false;
    for (size_t i = end; !national && i < tokens.size() && is_capitalised(tokens[i]); ++i) {
      if (tokens[i].form == "National" || tokens[i].form == "State") return false;
      if (proper && is_firm(i)) return true;
      proper = proper || is_ascii_upper(tokens[i].form.front());
    }
    return false;
  });
}

namespace {

/// Who of those in the office bore it then; else the only one, or one of several of a single state, who ever did.
const Term* term_meant(const std::vector<const Term*>& terms, const std::string& office, const ActorId& state,
                       const Date& day) {
  const Term* any = nullptr;
  const Term* then = nullptr;
  bool several = false, several_then = false;
  for (const Term* term : terms) {
    if (term->office != office || (!state.empty() && principal(term->person) != state)) continue;
    several = several || (any != nullptr && principal(any->person) != principal(term->person));
    if (any == nullptr) any = term;
    if (!day.known() || !term->valid.covers(day)) continue;
    several_then = several_then || (then != nullptr && principal(then->person) != principal(term->person));
    then = term;
  }
  if (then != nullptr) return several_then ? nullptr : then;
  return several ? nullptr : any;
}

}  // namespace

/// "President Bush", "Prime Minister Yitzhak Shamir": a family name too common to stand alone counts behind its office.
void NameMatcher::add_titled_persons(const Sentence& sentence, const Date& day, std::vector<Mention>& found) const {
  std::vector<TitleMention> titles;
  const auto inside_name = [&](int i) {
    return std::any_of(found.begin(), found.end(), [&](const Mention& m) { return m.begin <= i && i < m.end; });
  };
  const int size = static_cast<int>(sentence.tokens.size());
  for (int i = 1; i < size; ++i) {
    const auto family = families_.find(sentence.tokens[static_cast<size_t>(i)].form);
    if (family == families_.end() || inside_name(i)) continue;
    if (titles.empty()) titles = find_titles(sentence);
    for (const TitleMention& title : titles) {
      if (title.title->office.empty() || title.end > i || title.end < i - longest_given_name) continue;
      if (std::any_of(sentence.tokens.begin() + title.end, sentence.tokens.begin() + i, not_of_a_name)) continue;
      const auto owner =
          std::find_if(found.begin(), found.end(), [&](const Mention& m) { return m.end == title.begin; });
      const ActorId state = owner == found.end() ? ActorId{} : principal(owner->actor);
      const Term* term = term_meant(family->second, title.title->office, state, day);
      if (term == nullptr) continue;
      const Mention person{title.end, i + 1, term->person, NameForm::person};
      found.insert(std::upper_bound(found.begin(), found.end(), person,
                                    [](const Mention& a, const Mention& b) { return a.begin < b.begin; }),
                   person);
      break;
    }
  }
}

std::vector<TitleMention> NameMatcher::find_titles(const Sentence& sentence) const {
  std::vector<TitleMention> found;
  const int size = static_cast<int>(sentence.tokens.size());
  const auto fits = [&](const TitlePattern& pattern, int at) {
    if (at + static_cast<int>(pattern.tokens.size()) > size) return false;
    for (size_t k = 0; k < pattern.tokens.size(); ++k) {
      const std::string form = to_lower(straight_quoted(sentence.tokens[static_cast<size_t>(at) + k].form));
      const bool last = k + 1 == pattern.tokens.size();
      if (form != pattern.tokens[k] && !(last && singular(form) == pattern.tokens[k])) return false;
    }
    return true;
  };
  for (int i = 0; i < size;) {
    const std::string form = to_lower(straight_quoted(sentence.tokens[static_cast<size_t>(i)].form));
    int step = 1;
    for (const std::string& first : {form, singular(form)}) {
      const auto candidates = titles_.find(first);
      if (candidates == titles_.end()) continue;
      const auto best = std::find_if(candidates->second.begin(), candidates->second.end(),
                                     [&](const TitlePattern& p) { return fits(p, i); });
      if (best == candidates->second.end()) continue;
      step = static_cast<int>(best->tokens.size());
      found.push_back({i, i + step, best->title});
      break;
    }
    i += step;
  }
  return found;
}

}  // namespace entente
