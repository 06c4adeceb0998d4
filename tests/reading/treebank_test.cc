// Floors under the scores on the treebank's dev part, gold words. The scores themselves are in models/README.md.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/text.h"
#include "reading/model_path.h"

namespace entente {
namespace {

struct Scores {
  size_t words = 0, upos = 0, uas = 0, las = 0;
};

std::vector<std::string> word_lines(const std::string& conllu) {
  std::vector<std::string> out;
  std::stringstream in(conllu);
  for (std::string line; std::getline(in, line);) {
    const std::string id = line.substr(0, line.find('\t'));
    if (!id.empty() && id.find_first_not_of("0123456789") == std::string::npos) out.push_back(line);
  }
  return out;
}

Scores compare(const std::vector<std::string>& gold, const std::vector<std::string>& found) {
  Scores scores;
  for (size_t i = 0; i < gold.size(); ++i) {
    const auto g = split(gold[i], '\t'), f = split(found[i], '\t');
    const bool head = g[6] == f[6];
    ++scores.words;
    scores.upos += g[3] == f[3] ? 1 : 0;
    scores.uas += head ? 1 : 0;
    scores.las += head && split(g[7], ':')[0] == split(f[7], ':')[0] ? 1 : 0;
  }
  return scores;
}

TEST(Treebank, DevScoresStayAboveTheirFloors) {
  std::ifstream in(std::string(ENTENTE_SHARED_DATA) + "/text/ewt/dev.conllu");
  if (!in) GTEST_SKIP() << "the treebank is not here";
  std::stringstream text;
  text << in.rdbuf();
  const auto out = annotate_conllu(reader(), text.str());
  ASSERT_TRUE(out.ok());
  const auto gold = word_lines(text.str()), found = word_lines(*out);
  ASSERT_EQ(gold.size(), found.size());
  const Scores scores = compare(gold, found);
  const auto percent = [&](size_t count) {
    return 100.0 * static_cast<double>(count) / static_cast<double>(scores.words);
  };
  EXPECT_GE(percent(scores.upos), 95.0);
  EXPECT_GE(percent(scores.uas), 84.0);
  EXPECT_GE(percent(scores.las), 81.0);
}

}  // namespace
}  // namespace entente
