// Readable cases of what an analyst would note: "== title", a passage, "---", one claim a line.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "domain/claim.h"

namespace entente {

/// A claim as scored: kind, one source, one target, type. Undirected ties have their parties in order of name.
using Reading = std::tuple<ClaimKind, std::string, std::string, std::string>;

struct GoldCase {
  std::string file;
  std::string title;
  Date published;
  std::string passage;
  std::set<Reading> claims;
  std::set<Reading> defensible;  // lines that begin with "?": neither missed nor wrong
};

inline Reading reading_of(ClaimKind kind, std::string source, std::string target, ClaimType type) {
  if (is_undirected_tie(type) && target < source) std::swap(source, target);
  return {kind, source, target, std::string(name_of(type))};
}

/// Within one state its bare name stands for its government, unless that is the other side.
inline std::string organ_within(const std::string& side, const std::string& other) {
  return side.find(':') == std::string::npos && !other.ends_with(":GOV") ? side + ":GOV" : side;
}

/// The pairs that a claim with several sources or targets stands for; organs count as their state except within one.
inline std::set<Reading> readings_of(ClaimKind kind, const std::vector<std::string>& sources,
                                     const std::vector<std::string>& targets, ClaimType type) {
  std::set<Reading> out;
  const std::vector<std::string> nobody = {"-"};
  for (const std::string& s : sources.empty() ? nobody : sources) {
    for (const std::string& t : targets.empty() ? nobody : targets) {
      std::string a = s.substr(0, s.find(':')), b = t.substr(0, t.find(':'));
      if (a == b) {
        if (s == t) continue;
        a = organ_within(s, t);
        b = organ_within(t, s);
      }
      out.insert(reading_of(kind, a, b, type));
    }
  }
  return out;
}

inline std::set<Reading> readings_of(const Claim& claim) {
  std::vector<std::string> sources, targets;
  for (const ActorId& actor : claim.source) sources.push_back(actor.str());
  for (const ActorId& actor : claim.target) targets.push_back(actor.str());
  return readings_of(claim.kind(), sources, targets, claim.type);
}

/// "event  RUS:GOV > USA  REQUEST  diplomatic  asserted"; throws on a malformed line, naming it.
inline std::set<Reading> parse_gold_line(const std::string& line, const std::string& where) {
  const size_t arrow = line.find('>');
  std::istringstream head(line.substr(0, arrow)), tail(arrow == std::string::npos ? "" : line.substr(arrow + 1));
  std::string kind_text, word;
  head >> kind_text;
  const auto kind = claim_kind(kind_text);
  std::vector<std::string> sources, targets;
  const auto add = [](std::vector<std::string>& side, const std::string& text) {
    for (std::string_view id : split(text, ',')) {
      if (!id.empty() && id != "-") side.emplace_back(id);
    }
  };
  // Persons' ids hold blanks ("RUS:Sergei Ryabkov"), so the sources are all that stands before the arrow.
  std::string rest;
  std::getline(head, rest);
  add(sources, rest);
  std::vector<std::string> words;
  while (tail >> word) words.push_back(word);
  if (!kind || words.size() < 4) throw std::runtime_error(where + ": cannot read '" + line + "'");
  std::string target_text;
  for (size_t i = 0; i + 3 < words.size(); ++i) target_text += (i ? " " : "") + words[i];
  add(targets, target_text);
  const auto type = claim_type(*kind, words[words.size() - 3]);
  if (!type || !domain_named(words[words.size() - 2]) || !modality_named(words.back())) {
    throw std::runtime_error(where + ": unknown type, domain or modality in '" + line + "'");
  }
  return readings_of(*kind, sources, targets, *type);
}

inline std::vector<GoldCase> read_gold(const std::string& folder) {
  std::vector<GoldCase> cases;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) {
    std::ifstream in(file);
    bool claims = false;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.starts_with("== ")) {
        cases.push_back({file, line.substr(3), {}, "", {}, {}});
        claims = false;
      } else if (cases.empty() || trim(line).empty() || line[0] == '#') {
        continue;
      } else if (line.starts_with("[published:")) {
        cases.back().published =
            parse_iso_date(trim(std::string_view(line).substr(11, line.find(']') - 11))).value_or(Date{});
      } else if (line == "---") {
        claims = true;
      } else if (!claims) {
        cases.back().passage += (cases.back().passage.empty() ? "" : " ") + line;
      } else if (line.starts_with("? ")) {
        cases.back().defensible.merge(parse_gold_line(line.substr(2), file + ":" + std::to_string(number)));
      } else if (trim(line) != "none") {
        cases.back().claims.merge(parse_gold_line(line, file + ":" + std::to_string(number)));
      }
    }
  }
  return cases;
}

}  // namespace entente
