#include "coding/lexicon/actor_directory.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/text.h"
#include "coding/lexicon/lexicon_file.h"

namespace entente {

bool Period::covers(const Date& day) const {
  if (!day.known()) return !to.known();
  if (from.known() && last_day(day) < first_day(from)) return false;
  return !to.known() || first_day(day) <= last_day(to);
}

const Actor* ActorDirectory::find(const ActorId& id) const {
  const auto found = actors_.find(id);
  return found == actors_.end() ? nullptr : &found->second;
}

namespace {

std::string organ_noun(std::string_view suffix) {
  static const std::map<std::string_view, std::string_view> nouns = {
      {"GOV", "government"},   {"MIL", "armed forces"}, {"LEG", "parliament"}, {"JUD", "courts"},
      {"OPP", "opposition"},   {"REB", "rebels"},       {"CVL", "people"},     {"COP", "police"},
      {"SPY", "intelligence"}, {"MED", "media"},        {"BUS", "business"},   {"CEN", "central bank"}};
  const auto found = nouns.find(suffix);
  return std::string(found == nouns.end() ? suffix : found->second);
}

std::optional<ActorKind> kind_named(std::string_view word) {
  static const std::map<std::string_view, ActorKind> kinds = {{"state", ActorKind::state},
                                                              {"organ", ActorKind::organ},
                                                              {"person", ActorKind::person},
                                                              {"bloc", ActorKind::bloc},
                                                              {"group", ActorKind::armed_group},
                                                              {"company", ActorKind::company},
                                                              {"organisation", ActorKind::organisation}};
  const auto found = kinds.find(word);
  if (found == kinds.end()) return std::nullopt;
  return found->second;
}

/// A value with the period in brackets after it, "Soviet Union [1922..1991-12-25]", taken apart.
struct DatedValue {
  std::string text;
  Period valid;
  bool well_formed = true;
};

DatedValue take_apart(std::string_view value) {
  const size_t open = value.rfind('[');
  if (open == std::string_view::npos || value.back() != ']') return {std::string(value), {}, true};
  const std::string_view range = value.substr(open + 1, value.size() - open - 2);
  const size_t dots = range.find("..");
  DatedValue out{std::string(trim(value.substr(0, open))), {}, dots != std::string_view::npos};
  if (!out.well_formed) return out;
  const auto end_of = [&](std::string_view text, Date& date) {
    if (text.empty()) return;
    const auto parsed = parse_iso_date(text);
    if (parsed) date = *parsed;
    out.well_formed = out.well_formed && parsed.has_value();
  };
  end_of(trim(range.substr(0, dots)), out.valid.from);
  end_of(trim(range.substr(dots + 2)), out.valid.to);
  return out;
}

bool strip_article(std::string& text) {
  if (text.size() <= 4 || to_lower(text.substr(0, 4)) != "the ") return false;
  text.erase(0, 4);
  return true;
}

}  // namespace

Actor ActorDirectory::describe(const ActorId& id) const {
  if (const Actor* known = find(id)) return *known;
  const Actor* owner = find(principal(id));
  const size_t colon = id.str().find(':');
  Actor out{id, ActorKind::organ, id.str(), {}, {}};
  if (colon == std::string::npos) return out;
  const std::string rest = id.str().substr(colon + 1);
  const std::string owner_name = owner != nullptr ? owner->name : principal(id).str();
  const bool organ = rest.size() == 3 && std::all_of(rest.begin(), rest.end(), is_ascii_upper);
  out.part_of = {principal(id)};
  out.kind = organ ? ActorKind::organ : ActorKind::person;
  out.name = organ ? owner_name + " (" + organ_noun(rest) + ")" : rest + " (" + owner_name + ")";
  return out;
}

std::optional<ActorId> ActorDirectory::holder(const ActorId& state, const std::string& office, const Date& day) const {
  const auto found = terms_.find({state, office});
  if (found == terms_.end()) return std::nullopt;
  std::optional<ActorId> holder;
  for (const Term& term : found->second) {
    if (!term.valid.covers(day)) continue;
    if (holder && *holder != term.person) return std::nullopt;
    holder = term.person;
  }
  return holder;
}

std::vector<std::pair<ActorId, Period>> ActorDirectory::members_of(const ActorId& bloc) const {
  const auto found = members_.find(bloc);
  if (found == members_.end()) return {};
  std::vector<std::pair<ActorId, Period>> out = found->second;
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.from) < std::tie(b.first, b.second.from);
  });
  return out;
}

/// Fills a directory from the files, line by line.
class ActorFileReader {
 public:
  explicit ActorFileReader(ActorDirectory& directory) : out_(directory) {}

  Result<void> read_actors(const LexiconFile& file);
  Result<void> read_offices(const LexiconFile& file);
  Result<void> read_titles(const LexiconFile& file);

 private:
  Result<void> begin_block(const LexiconFile& file, const LexiconLine& line);
  Result<void> read_property(const LexiconFile& file, const LexiconLine& line);
  Result<void> add_names(const LexiconFile& file, const LexiconLine& line, std::string_view values, NameForm form);
  Result<void> add_memberships(const LexiconFile& file, const LexiconLine& line, std::string_view values);
  Result<void> add_conditions(const LexiconFile& file, const LexiconLine& line, std::string_view value);
  Result<void> add_condition(const LexiconFile& file, const LexiconLine& line, std::string_view rule);
  void add_name(std::string text, NameForm form, const Period& valid);

  ActorDirectory& out_;
  ActorId current_;
  size_t first_name_ = 0;  // where the current block's names begin
};

void ActorFileReader::add_name(std::string text, NameForm form, const Period& valid) {
  Name name{current_, std::move(text), form, valid, false, {}, {}};
  name.needs_the = strip_article(name.text);
  out_.names_.push_back(std::move(name));
}

Result<void> ActorFileReader::begin_block(const LexiconFile& file, const LexiconLine& line) {
  const size_t first = line.text.find(' ');
  const size_t second = first == std::string::npos ? first : line.text.find(' ', first + 1);
  if (second == std::string::npos) return file.error(line, "expected 'ID kind Name'");
  const auto kind = kind_named(line.text.substr(first + 1, second - first - 1));
  if (!kind) return file.error(line, "unknown kind; use state, organ, person, organisation, bloc, group or company");
  current_ = ActorId(line.text.substr(0, first));
  first_name_ = out_.names_.size();
  Actor actor{current_, *kind, std::string(trim(line.text.substr(second))), {}, {}};
  if (out_.actors_.contains(current_)) return file.error(line, "a second entry for " + current_.str());
  add_name(actor.name, *kind == ActorKind::person ? NameForm::person : NameForm::name, {});
  out_.names_.back().needs_the = false;
  if (current_.str().find(':') != std::string::npos) actor.part_of.push_back(principal(current_));
  out_.actors_.emplace(current_, std::move(actor));
  return {};
}

Result<void> ActorFileReader::add_names(const LexiconFile& file, const LexiconLine& line, std::string_view values,
                                        NameForm form) {
  for (const std::string& value : list_items(values, ';')) {
    DatedValue dated = take_apart(value);
    if (!dated.well_formed)
      return file.error(line, "bad time in brackets after '" + dated.text + "'; use [1991-12-25..2004]");
    if (dated.text.empty()) return file.error(line, "an empty name");
    add_name(std::move(dated.text), form, dated.valid);
  }
  return {};
}

Result<void> ActorFileReader::add_memberships(const LexiconFile& file, const LexiconLine& line,
                                              std::string_view values) {
  for (const std::string& value : list_items(values, ';')) {
    const DatedValue dated = take_apart(value);
    if (!dated.well_formed) return file.error(line, "bad time in brackets after '" + dated.text + "'");
    if (dated.text.empty()) return file.error(line, "an empty id");
    out_.members_[ActorId(dated.text)].emplace_back(current_, dated.valid);
    if (dated.valid.covers({})) out_.actors_.at(current_).part_of.push_back(ActorId(dated.text));
  }
  return {};
}

Result<void> ActorFileReader::add_condition(const LexiconFile& file, const LexiconLine& line, std::string_view rule) {
  const size_t needs = rule.find(" needs ");
  const size_t unless = rule.find(" unless ");
  const size_t at = std::min(needs, unless);
  if (at == std::string_view::npos)
    return file.error(line, "expected 'ambiguous: NAME needs word, word; NAME unless word'");
  std::string name(trim(rule.substr(0, at)));
  strip_article(name);
  bool found = false;
  for (size_t i = first_name_; i < out_.names_.size(); ++i) {
    if (out_.names_[i].text != name) continue;
    auto& words = needs < unless ? out_.names_[i].needs : out_.names_[i].unless;
    for (const std::string& word : list_items(rule.substr(at + (needs < unless ? 7 : 8)), ','))
      words.push_back(to_lower(word));
    found = true;
  }
  if (!found) return file.error(line, "'" + name + "' is no name of " + current_.str() + " above this line");
  return {};
}

Result<void> ActorFileReader::add_conditions(const LexiconFile& file, const LexiconLine& line, std::string_view value) {
  for (const std::string& rule : list_items(value, ';')) {
    if (auto done = add_condition(file, line, rule); !done) return done;
  }
  return {};
}

Result<void> ActorFileReader::read_property(const LexiconFile& file, const LexiconLine& line) {
  static const std::map<std::string_view, NameForm> forms = {
      {"names", NameForm::name},      {"adjectives", NameForm::adjective}, {"people", NameForm::people},
      {"capital", NameForm::capital}, {"seats", NameForm::seat},           {"cities", NameForm::city}};
  const size_t colon = line.text.find(':');
  if (colon == std::string::npos || current_.empty()) return file.error(line, "expected 'key: value' under an actor");
  const std::string_view key = trim(std::string_view(line.text).substr(0, colon));
  const std::string_view value = trim(std::string_view(line.text).substr(colon + 1));
  if (const auto form = forms.find(key); form != forms.end()) return add_names(file, line, value, form->second);
  if (key == "part of") return add_memberships(file, line, value);
  if (key == "ambiguous") return add_conditions(file, line, value);
  if (key == "codes") {
    for (const std::string& code : list_items(value, ';')) {
      const size_t equals = code.find('=');
      if (equals == std::string::npos) return file.error(line, "expected 'iso2=RU; cow=365'");
      const size_t dates = std::min(code.find(' ', equals), code.size());
      out_.actors_.at(current_).codes[code.substr(0, equals)] = code.substr(equals + 1, dates - equals - 1);
    }
    return {};
  }
  if (key == "exists" || key == "members" || key == "note") return {};
  return file.error(line, "unknown key '" + std::string(key) + "'");
}

Result<void> ActorFileReader::read_actors(const LexiconFile& file) {
  current_ = {};
  for (const LexiconLine& line : file.lines) {
    auto done = line.indented ? read_property(file, line) : begin_block(file, line);
    if (!done) return done;
  }
  return {};
}

Result<void> ActorFileReader::read_offices(const LexiconFile& file) {
  for (const LexiconLine& line : file.lines) {
    const auto fields = columns(line.text);
    if (fields.size() != 6) return file.error(line, "expected 'STATE | office | name | other names | from | to'");
    if (fields[0].empty() || fields[1].empty() || fields[2].empty())
      return file.error(line, "the state, the office or the name is missing");
    const auto from = fields[4].empty() ? Date{} : parse_iso_date(fields[4]);
    const auto to = fields[5].empty() ? Date{} : parse_iso_date(fields[5]);
    if (!from || !to) return file.error(line, "a date that is not ISO 8601, as in 2004-03-09");
    const Period term{*from, *to};
    current_ = ActorId(fields[0] + ":" + fields[2]);
    if (!out_.actors_.contains(current_)) {
      out_.actors_.emplace(current_, Actor{current_, ActorKind::person, fields[2], {ActorId(fields[0])}, {}});
    }
    out_.terms_[{ActorId(fields[0]), fields[1]}].push_back({current_, fields[1], term});
    add_name(fields[2], NameForm::person, term);
    for (const std::string& other : list_items(fields[3], ';')) add_name(other, NameForm::person, term);
  }
  return {};
}

Result<void> ActorFileReader::read_titles(const LexiconFile& file) {
  for (const LexiconLine& line : file.lines) {
    const auto fields = columns(line.text);
    if (fields.size() < 2 || fields[0].empty() || fields[1].empty())
      return file.error(line, "expected 'words | SUFFIX | office'");
    out_.titles_.push_back({to_lower(fields[0]), fields[1], fields.size() > 2 ? fields[2] : ""});
  }
  return {};
}

Result<ActorDirectory> ActorDirectory::load(const std::string& lexicon_folder) {
  ActorDirectory directory;
  ActorFileReader reader(directory);
  using Step = Result<void> (ActorFileReader::*)(const LexiconFile&);
  const std::vector<std::tuple<std::string, std::string, Step>> parts = {
      {"/actors", ".txt", &ActorFileReader::read_actors},
      {"/offices", ".txt", &ActorFileReader::read_offices},
      {"/offices", ".list", &ActorFileReader::read_titles}};
  for (const auto& [folder, extension, step] : parts) {
    const auto files = lexicon_files(lexicon_folder + folder, extension);
    if (!files) return files.error();
    for (const std::string& path : *files) {
      const auto file = read_lexicon_file(path);
      if (!file) return file.error();
      if (auto done = (reader.*step)(*file); !done) return done.error();
    }
  }
  return directory;
}

}  // namespace entente
