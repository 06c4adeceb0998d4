// Every predicate's sample sentence must give the entry's type between the parties that the sample names.
#include <fstream>
#include <set>
#include <vector>

#include "base/text.h"
#include "coding/coder_fixture.h"
#include "coding/lexicon/lexicon.h"

namespace entente {
namespace {

struct Sample {
  std::string text;
  std::string source;
  std::string target;
};

/// "Iran armed Syria. => IRN > SYR", taken apart.
Sample parse_sample(const std::string& sample) {
  const size_t arrow = sample.rfind("=>");
  if (arrow == std::string::npos) return {sample, "", ""};
  const std::string_view dyad = trim(std::string_view(sample).substr(arrow + 2));
  const size_t to = dyad.find('>');
  if (to == std::string_view::npos) return {sample, "", ""};
  return {std::string(trim(std::string_view(sample).substr(0, arrow))), std::string(trim(dyad.substr(0, to))),
          std::string(trim(dyad.substr(to + 1)))};
}

std::set<std::string> ids(std::string_view text) {
  std::set<std::string> out;
  for (std::string_view id : split(text, ',')) {
    if (!id.empty() && id != "-") out.insert(std::string(id.substr(0, id.find(':'))));
  }
  return out;
}

bool side_matches(const std::set<std::string>& wanted, const std::vector<ActorId>& actors) {
  for (const std::string& id : wanted) {
    bool found = false;
    for (const ActorId& actor : actors) found = found || principal(actor).str() == id;
    if (!found) return false;
  }
  return true;
}

bool fires(const Predicate& entry, const Sample& sample) {
  const auto sources = ids(sample.source), targets = ids(sample.target);
  for (const Claim& claim : code_text(sample.text).claims) {
    for (const Outcome& outcome : entry.outcomes) {
      if (outcome.type != claim.type) continue;
      if (side_matches(sources, claim.source) && side_matches(targets, claim.target)) return true;
      if ((entry.mutual || is_undirected_tie(claim.type)) && side_matches(targets, claim.source) &&
          side_matches(sources, claim.target))
        return true;
    }
  }
  return false;
}

TEST(Predicates, SamplesFireWithTheirParties) {
  const auto lexicon = Lexicon::load(ENTENTE_SOURCE "/lexicon");
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  int fired = 0, all = 0;
  std::ofstream misses(ENTENTE_BINARY "/predicate-misses.txt");
  for (const Predicate* entry : lexicon->predicates.all()) {
    const Sample sample = parse_sample(entry->sample);
    ++all;
    if (fires(*entry, sample)) {
      ++fired;
    } else {
      misses << entry->place << " " << entry->pattern() << ": " << entry->sample << "\n";
    }
  }
  RecordProperty("entries", all);
  EXPECT_GE(fired, all * 89 / 100) << fired << " of " << all
                                   << "; the rest is listed in predicate-misses.txt of the build folder";
}

}  // namespace
}  // namespace entente
