#include "coding/lexicon/cameo.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "coding/lexicon/lexicon_file.h"

namespace entente {

static std::optional<double> intensity(std::string_view text) {
  double number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
  if (!whole || !(number >= -10 && number <= 10)) return std::nullopt;
  return number;
}

static bool is_code(std::string_view text) {
  return text.size() >= 2 && text.size() <= 4 && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

Result<CameoTable> CameoTable::load(const std::string& lexicon_folder) {
  const auto file = read_lexicon_file(lexicon_folder + "/cameo.txt");
  if (!file) return file.error();
  CameoTable table;
  for (const LexiconLine& line : file->lines) {
    const auto fields = columns(line.text);
    if (fields.size() != 4) return file->error(line, "expected 'code | PLOVER type | Goldstein | name'");
    const auto type = claim_type(ClaimKind::event, fields[1]);
    if (!type) return file->error(line, "unknown PLOVER type '" + fields[1] + "'");
    const auto goldstein = intensity(fields[2]);
    if (!goldstein) return file->error(line, "'" + fields[2] + "' is no number from -10 to 10");
    if (!is_code(fields[0])) return file->error(line, "'" + fields[0] + "' is no code of two to four digits");
    if (!table.codes_.emplace(fields[0], CameoCode{fields[0], *type, *goldstein, fields[3]}).second) {
      return file->error(line, "a second line for code " + fields[0]);
    }
  }
  return table;
}

const CameoCode* CameoTable::find(std::string_view code) const {
  const auto found = codes_.find(code);
  return found == codes_.end() ? nullptr : &found->second;
}

}  // namespace entente
