// Words that take an act inside say whether it was done: implicatives.txt has their classes, modality.txt the words.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "coding/coder_fixture.h"
#include "coding/lexicon/lexicon.h"
#include "coding/lexicon/lexicon_file.h"

namespace entente {
namespace {

/// What the sentence says of an act, "IRN > ISR ASSAULT": the modality of its event, or "open".
std::string said_of(const std::string& sentence, const std::string& act) {
  for (const Claim& claim : code_text(sentence).claims) {
    if (claim.kind() != ClaimKind::event) continue;
    if (!(parties_of(claim) + " " + std::string(name_of(claim.type))).starts_with(act)) continue;
    const bool open = claim.modality == Modality::hypothetical || claim.modality == Modality::conditional;
    return open ? "open" : std::string(name_of(claim.modality));
  }
  return "open";
}

TEST(Implicatives, TellWhetherTheActWasDone) {
  std::ifstream in(ENTENTE_SOURCE "/tests/coding/implicatives.txt");
  int all = 0, right = 0;
  std::string misses;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto fields = columns(line);
    ASSERT_EQ(fields.size(), 3u) << line;
    ++all;
    const std::string said = said_of(fields[0], fields[1]);
    if (said == fields[2]) {
      ++right;
    } else {
      misses += line + ", not " + said + "\n";
    }
  }
  EXPECT_GE(all, 115);
  EXPECT_GE(right, all * 92 / 100) << right << " of " << all << "; missed:\n" << misses;
}

/// A claim between the sample's parties that shows the entry's effect.
bool shows(const Claim& claim, const std::string& effect) {
  if (effect.starts_with("limit ")) {  // over conflict a limit makes the act denied, no more
    return claim.kind() == ClaimKind::limit ? name_of(claim.type) == effect.substr(6)
                                            : claim.modality == Modality::denied;
  }
  if (effect.starts_with("outlook ")) {
    return claim.kind() == ClaimKind::outlook && name_of(claim.type) == effect.substr(8);
  }
  if (effect == "expected" && claim.modality == Modality::promised) return true;  // by who says so
  return claim.kind() == ClaimKind::event && name_of(claim.modality) == effect;
}

TEST(Implicatives, SamplesOfModalityShowTheirEffect) {
  const auto file = read_lexicon_file(ENTENTE_SOURCE "/lexicon/modality.txt");
  ASSERT_TRUE(file) << file.error().message;
  int all = 0, shown = 0;
  std::ofstream misses(ENTENTE_BINARY "/modality-misses.txt");
  for (const LexiconLine& line : file->lines) {
    const auto fields = columns(line.text);
    const size_t arrow = fields[2].find(" => ");
    const std::string sentence = fields[2].substr(0, arrow), pair = fields[2].substr(arrow + 4);
    bool found = fields[1] == "hypothetical" && said_of(sentence, pair) == "open";
    for (const Claim& claim : code_text(sentence).claims)
      found = found || (parties_of(claim) == pair && shows(claim, fields[1]));
    ++all;
    shown += found;
    if (!found) misses << line.number << " " << line.text << "\n";
  }
  EXPECT_GE(shown, all * 85 / 100) << shown << " of " << all
                                   << "; the rest is listed in modality-misses.txt of the build folder";
}

}  // namespace
}  // namespace entente
