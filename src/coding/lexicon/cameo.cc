#include "coding/lexicon/cameo.h"

#include <charconv>

#include "coding/lexicon/lexicon_file.h"

namespace entente {

Result<CameoTable> CameoTable::load(const std::string& lexicon_folder) {
  const auto file = read_lexicon_file(lexicon_folder + "/cameo.txt");
  if (!file) return file.error();
  CameoTable table;
  for (const LexiconLine& line : file->lines) {
    const auto fields = columns(line.text);
    if (fields.size() != 4) return file->error(line, "expected 'code | PLOVER type | Goldstein | name'");
    const auto type = claim_type(ClaimKind::event, fields[1]);
    if (!type) return file->error(line, "unknown PLOVER type '" + fields[1] + "'");
    double goldstein = 0;
    const auto parsed = std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(), goldstein);
    if (parsed.ec != std::errc{}) return file->error(line, "'" + fields[2] + "' is no number");
    if (!table.codes_.emplace(fields[0], CameoCode{fields[0], *type, goldstein, fields[3]}).second) {
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
