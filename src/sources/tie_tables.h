// Tables of standing ties: arms transfers, alliances, trade agreements, sanction programmes, reactors by vendor. Part
// of the door: sources.h includes it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/article.h"
#include "domain/claim.h"

namespace entente {

enum class TieFormat { sipri, atop, desta, sanctions, reactors };

/// "sipri", "atop", "desta", "sanctions", "reactors".
std::optional<TieFormat> tie_format(std::string_view name);
std::string_view name_of(TieFormat format);

/// How a table tells who is meant.
enum class PartyScheme {
  name,           // in English
  cow,            // a number of the Correlates of War
  iso2,           // ISO 3166 alpha-2, in any case, and what tables write for those who have none
  reactor_model,  // the vendor of a design
};
/// Who is meant, by the state of that year; none if the lexicon does not tell.
using PartyFinder = std::function<std::optional<ActorId>(PartyScheme scheme, std::string_view text, int year)>;

/// A table as an article of which every line is a row, with its columns named, and the claims that the rows make.
struct TieTable {
  Article article;
  std::vector<Claim> claims;
  std::string method;  // "sipri/1"
  size_t rows = 0;
  size_t bad = 0;                         // rows that cannot be read
  std::vector<std::string> errors;        // of these the first ten, with file and line
  std::map<std::string, size_t> unknown;  // parties that the lexicon does not know, and in how many rows
  size_t passed_over = 0;  // rows that say nothing of two known parties (no target, one state twice, ...)
};

/// Reads a table (CSV, packed or not). Errors: missing, io, input (columns that are not there: another format).
Result<TieTable> read_tie_table(TieFormat format, const std::string& path, const PartyFinder& find);

}  // namespace entente
