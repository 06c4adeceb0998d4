// Both files are read into one table of codes; the names of cameo.txt find them too.
#include "coding/events/act_table.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "coding/lexicon/cameo.h"
#include "coding/lexicon/lexicon_file.h"

namespace entente {
namespace {

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size() || !(number >= -10 && number <= 10)) {
    return std::nullopt;
  }
  return number;
}

/// All of two to four digits, in order of length.
std::vector<std::string> possible_codes() {
  std::vector<std::string> codes;
  for (size_t digits = 2, end = 100; digits <= 4; ++digits, end *= 10) {
    for (size_t number = 0; number < end; ++number) {
      const std::string text = std::to_string(number);
      codes.push_back(std::string(digits - text.size(), '0') + text);
    }
  }
  return codes;
}

std::string plain_name(std::string_view name) {
  std::string lower = to_lower(trim(name));
  std::replace(lower.begin(), lower.end(), '_', ' ');
  return lower;
}

}  // namespace

/// Reads event-acts.txt into a table that holds the codes of cameo.txt.
class ActFileReader {
 public:
  ActFileReader(ActTable& table, const LexiconFile& file) : table_(table), file_(file) {}

  std::optional<Error> read() {
    for (const LexiconLine& line : file_.lines) {
      const auto fields = columns(line.text);
      std::optional<Error> wrong;
      if (fields[0] == "statement" && fields.size() == 4) {
        wrong = add_statement(line, fields);
      } else if (fields[0] == "alias" && fields.size() == 3) {
        wrong = add_name(line, table_.names_, fields);
      } else if (fields[0] == "word" && fields.size() == 3) {
        wrong = add_name(line, table_.words_, fields);
      } else if (fields[0] == "domain" && fields.size() == 3) {
        wrong = add_domain(line, fields);
      } else {
        wrong = file_.error(line, "expected 'statement', 'alias', 'word' or 'domain' with its columns");
      }
      if (wrong) return wrong;
    }
    table_.set_domains(domains_);
    return std::nullopt;
  }

 private:
  std::optional<Error> add_statement(const LexiconLine& line, const std::vector<std::string>& fields) {
    const auto goldstein = number_of(fields[2]);
    if (!goldstein) return file_.error(line, "'" + fields[2] + "' is no number from -10 to 10");
    EventKind kind;
    kind.code = fields[1];
    kind.quad = Quad::verbal_cooperation;  // as GDELT and ICEWS count them
    kind.intensity = *goldstein;
    if (!table_.codes_.emplace(fields[1], kind).second) return file_.error(line, "a second line for " + fields[1]);
    table_.names_.emplace(plain_name(fields[3]), fields[1]);
    table_.printed_.emplace(fields[1], fields[3]);
    return std::nullopt;
  }
  std::optional<Error> add_name(const LexiconLine& line, std::map<std::string, std::string, std::less<>>& names,
                                const std::vector<std::string>& fields) {
    if (!table_.codes_.contains(fields[2])) return file_.error(line, "unknown code " + fields[2]);
    names.emplace(fields[1], fields[2]);
    return std::nullopt;
  }
  std::optional<Error> add_domain(const LexiconLine& line, const std::vector<std::string>& fields) {
    const auto domain = domain_named(fields[2]);
    if (!domain) return file_.error(line, "unknown domain '" + fields[2] + "'");
    domains_.emplace(fields[1], *domain);
    return std::nullopt;
  }

  ActTable& table_;
  const LexiconFile& file_;
  std::map<std::string, Domain, std::less<>> domains_;
};

void ActTable::set_domains(const std::map<std::string, Domain, std::less<>>& domains) {
  for (auto& [code, kind] : codes_) {
    for (size_t size = code.size(); size > 0; --size) {
      const auto found = domains.find(std::string_view(code).substr(0, size));
      if (found == domains.end()) continue;
      kind.domain = found->second;
      break;
    }
  }
}

Result<ActTable> ActTable::load(const std::string& lexicon_folder) {
  const Result<CameoTable> cameo = CameoTable::load(lexicon_folder);
  if (!cameo) return cameo.error();
  ActTable table;
  for (const std::string& code : possible_codes()) {
    const CameoCode* row = cameo->find(code);
    if (row == nullptr) continue;
    EventKind kind;
    kind.code = code;
    kind.type = row->type;
    kind.quad = quad_of(row->type);
    kind.intensity = row->goldstein;
    table.codes_.emplace(code, kind);
    table.names_[plain_name(row->name)] = code;  // of "CONSULT" (04) and "Consult" (040) the finer counts
    table.printed_.emplace(code, row->name);
  }
  const auto file = read_lexicon_file(lexicon_folder + "/event-acts.txt");
  if (!file) return file.error();
  if (const auto wrong = ActFileReader(table, *file).read()) return *wrong;
  return table;
}

const EventKind* ActTable::coded(std::string_view code) const {
  for (; code.size() >= 2; code.remove_suffix(1)) {
    const auto found = codes_.find(code);
    if (found != codes_.end()) return &found->second;
  }
  return nullptr;
}

const EventKind* ActTable::named(std::string_view name) const {
  const auto found = names_.find(plain_name(name));
  return found == names_.end() ? nullptr : coded(found->second);
}

const EventKind* ActTable::worded(std::string_view word) const {
  const auto found = words_.find(to_lower(trim(word)));
  return found == words_.end() ? nullptr : coded(found->second);
}

std::string ActTable::name_of(std::string_view code) const {
  const auto found = printed_.find(code);
  return found == printed_.end() ? std::string() : found->second;
}

}  // namespace entente
