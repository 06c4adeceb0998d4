// Floors under the scores on the treebank's dev part, gold words. The scores themselves are in models/README.md.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "reading/model_path.h"
#include "reading/treebank_scores.h"

namespace entente {
namespace {

TEST(Treebank, DevScoresStayAboveTheirFloors) {
  std::ifstream in(std::string(ENTENTE_SHARED_DATA) + "/text/ewt/dev.conllu");
  if (!in) GTEST_SKIP() << "the treebank is not here";
  std::stringstream text;
  text << in.rdbuf();
  const auto out = annotate_conllu(reader(), text.str());
  ASSERT_TRUE(out.ok());
  const auto gold = word_lines(text.str()), found = word_lines(*out);
  ASSERT_EQ(gold.size(), found.size());
  const TreebankScores scores = compare(gold, found);
  EXPECT_GE(percent(scores, scores.upos), 95.3);
  EXPECT_GE(percent(scores, scores.uas), 86.3);
  EXPECT_GE(percent(scores, scores.las), 83.5);
}

}  // namespace
}  // namespace entente
