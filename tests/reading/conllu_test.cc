// CoNLL-U: only ID and FORM count, what is no word passes through, mistakes are named by line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/text.h"
#include "reading/model_path.h"

namespace entente {
namespace {

using testing::HasSubstr;

const std::string sample =
    "# sent_id = 1\n"
    "# text = Mali didn't sign.\n"
    "1\tMali\tMali\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t4:nsubj\t_\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t4:aux\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t4:advmod\t_\n"
    "3.1\tghost\tghost\tVERB\tVB\t_\t_\t_\t0:root\t_\n"
    "4\tsign\tsign\tVERB\tVB\t_\t0\troot\t0:root\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t4:punct\t_\n"
    "\n";

/// Replaces every column of a word's line but ID and FORM.
std::string scrambled(const std::string& conllu) {
  std::stringstream in(conllu);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    const auto columns = split(line, '\t');
    const bool word = columns.size() == 10 && columns[0].find_first_not_of("0123456789") == std::string_view::npos;
    out += word ? std::string(columns[0]) + "\t" + std::string(columns[1]) + "\tx\tADV\tZZ\tA=B\t1\tdep\t0:orphan\tC=D"
                : line;
    out += "\n";
  }
  return out;
}

TEST(AnnotateConllu, LooksAtIdAndFormAlone) {
  const auto plain = annotate_conllu(reader(), sample), other = annotate_conllu(reader(), scrambled(sample));
  ASSERT_TRUE(plain.ok() && other.ok());
  EXPECT_EQ(*plain, *other);
  const auto again = annotate_conllu(reader(), *plain);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(*again, *plain);
}

TEST(AnnotateConllu, TakesTwoColumnsAndCarriageReturns) {
  const auto wide = annotate_conllu(reader(), "1\tMali\t_\t_\t_\t_\t_\t_\t_\t_\n2\tsigned\t_\t_\t_\t_\t_\t_\t_\t_\n");
  const auto narrow = annotate_conllu(reader(), "1\tMali\r\n2\tsigned\r\r\n\r\n");
  ASSERT_TRUE(wide.ok() && narrow.ok());
  EXPECT_EQ(*wide, *narrow);
}

TEST(AnnotateConllu, SkipsAByteOrderMark) {
  EXPECT_EQ(*annotate_conllu(reader(),
                             "\xEF\xBB\xBF"
                             "1\tMali\n"),
            *annotate_conllu(reader(), "1\tMali\n"));
}

TEST(AnnotateConllu, PassesOtherLinesThroughAndOverwritesTheRest) {
  const auto out = annotate_conllu(reader(), sample);
  ASSERT_TRUE(out.ok());
  for (const char* line : {"# sent_id = 1\n", "# text = Mali didn't sign.\n", "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n",
                           "3.1\tghost\tghost\tVERB\tVB\t_\t_\t_\t0:root\t_\n"}) {
    EXPECT_THAT(*out, HasSubstr(line));
  }
  EXPECT_THAT(*out, HasSubstr("1\tMali\tMali\tPROPN\tNNP\t_\t4\tnsubj\t_\t_\n"));
  EXPECT_THAT(*out, testing::Not(HasSubstr("SpaceAfter")));
}

TEST(AnnotateConllu, NamesTheLineOfAMistake) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"1\tMali\n\nno tabs here\n", "line 3"},
      {"1\tMali\n3\tsigned\n", "line 2"},
      {"x\tMali\n", "line 1"},
      {"# c\n1\t\n", "line 2"},
      {"1x\tMali\n", "line 1"},
      {"99999999999999999999\tMali\n", "line 1"},
      {"1\tMali\n1\tsigned\n", "line 2"},
      {"1\tMali\n2\t\xe9tait\n", "line 2"},
  };
  for (const auto& [text, line] : rows) {
    const auto out = annotate_conllu(reader(), text);
    ASSERT_FALSE(out.ok()) << text;
    EXPECT_EQ(out.error().code, ErrorCode::input);
    EXPECT_THAT(out.error().message, HasSubstr(line));
  }
}

TEST(ToConllu, WritesTextAndSpaces) {
  const std::string text = "A title\n\nMali’s envoy\nleft.";
  auto sentences = reader().split(text);
  for (Sentence& sentence : sentences) reader().analyse(sentence);
  const std::string out = to_conllu(sentences, text);
  EXPECT_THAT(out, HasSubstr("# newpar\n# sent_id = 2\n# text = Mali’s envoy left.\n1\tMali\tMali\tPROPN\tNNP"));
  EXPECT_THAT(out, testing::ContainsRegex("1\tMali\t.*\tSpaceAfter=No\n2\t’s\t's\tPART\tPOS\t_\t1\tcase\t_\t_\n"));
}

TEST(AnnotateConllu, IgnoresTheGoldColumnsOfATreebank) {
  std::ifstream in(std::string(ENTENTE_SHARED_DATA) + "/text/ewt/dev.conllu");
  if (!in) GTEST_SKIP() << "the treebank is not here";
  std::stringstream gold;
  gold << in.rdbuf();
  const auto plain = annotate_conllu(reader(), gold.str()), other = annotate_conllu(reader(), scrambled(gold.str()));
  ASSERT_TRUE(plain.ok() && other.ok());
  EXPECT_TRUE(*plain == *other);
}

}  // namespace
}  // namespace entente
