// Where sentences end, what is a heading, and that no bytes whatever upset the splitter.
#include "reading/splitter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace entente {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences_of(const std::string& text) {
  std::vector<std::string> out;
  for (const Sentence& sentence : split_text(text)) out.emplace_back(sentence.span.of(text));
  return out;
}

struct SplitRow {
  const char* text;  // with | where a sentence ends
};

class SentenceEnds : public testing::TestWithParam<SplitRow> {};

TEST_P(SentenceEnds, AreWhereTheBarIs) {
  std::string text;
  std::vector<std::string> expected;
  for (const std::string_view part : split(GetParam().text, '|')) {
    expected.emplace_back(part);
    text += (text.empty() ? "" : " ") + std::string(part);
  }
  EXPECT_EQ(sentences_of(text), expected);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, SentenceEnds,
    testing::Values(
        SplitRow{"Ghana signed.|Togo did not."}, SplitRow{"Mr. Mensah met Gen. Okoro in St. Louis.|They spoke."},
        SplitRow{"J. B. Danquah wrote it.|Few read it."}, SplitRow{"The U.S. envoy left the U.S. Embassy."},
        SplitRow{"He flew to the U.S.|The trip was long."}, SplitRow{"It begins at 5 p.m. on Monday.|Nobody came."},
        SplitRow{"Trade rose 3.5 percent to $1.2 billion.|Debt fell."}, SplitRow{"It works for Acme Inc. of Ohio."},
        SplitRow{"“We will not yield,” she said.|“Never.”|Then she left."}, SplitRow{"\"Is it peace?\" he asked."},
        SplitRow{"He said: “It is over.”|The room fell silent."}, SplitRow{"They waited… and waited.|Nothing came."},
        SplitRow{"They waited...|Nothing came."},
        SplitRow{"The treaty (signed in 1999. It lapsed) is dead.|Talks go on."},
        SplitRow{"(The text is secret.|It is long.)|We saw it."}, SplitRow{"Why now?|Why here?!|Because."},
        SplitRow{"Talks with Chad, Mali, etc. went on.|They failed."},
        SplitRow{"On Jan. 5, 2021, it ended.|No. 7 won."}, SplitRow{"Smith v. Jones was cited, i.e. used.|It held."},
        SplitRow{"The talks failed.[3]|War came."}, SplitRow{"Sudan – weary – agreed.|Egypt did not."},
        SplitRow{"The 1990s were hard.|2001 was worse."}, SplitRow{"Oil is up.”|Gas is down."},
        SplitRow{"She has a Ph.D. in law.|He has none."}));

TEST(Splitter, CountsParagraphsAndMarksHeadings) {
  const std::string text = "Limits of support\n\nChad asked. Mali refused.\n\nWhat follows\n\nIt said:\n\nNo comment.";
  const auto found = split_text(text);
  ASSERT_EQ(found.size(), 6U);
  const std::vector<int> paragraphs = {0, 1, 1, 2, 3, 4};
  const std::vector<bool> headings = {true, false, false, true, false, false};
  for (size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].paragraph, paragraphs[i]) << i;
    EXPECT_EQ(found[i].heading, headings[i]) << i;
  }
}

TEST(Splitter, TakesAHeadingWhole) {
  EXPECT_THAT(sentences_of("U.S. Warns Chad. Chad Answers"), ElementsAre("U.S. Warns Chad. Chad Answers"));
}

TEST(Splitter, JoinsWrappedLinesAndSeparatesListItems) {
  EXPECT_THAT(sentences_of("The pact was\nsigned in Oslo. It\nheld.\n"),
              ElementsAre("The pact was\nsigned in Oslo.", "It\nheld."));
  EXPECT_THAT(sentences_of("They want:\n- peace with Chad\n- trade with Mali"),
              ElementsAre("They want:", "- peace with Chad", "- trade with Mali"));
}

TEST(Splitter, SpansCountBytes) {
  const std::string text = "Élysée said “non”. Zürich agreed.";
  for (const Sentence& sentence : split_text(text)) {
    for (const Token& token : sentence.tokens) {
      EXPECT_EQ(token.form, token.span.of(text));
      EXPECT_TRUE(sentence.span.contains(token.span));
    }
  }
}

/// Every character but blanks is in exactly one token, in order.
void expect_whole(const std::string& text) {
  uint32_t at = 0;
  for (const Sentence& sentence : split_text(text)) {
    ASSERT_FALSE(sentence.tokens.empty());
    ASSERT_LE(sentence.tokens.size(), longest_sentence);
    for (const Token& token : sentence.tokens) {
      ASSERT_GE(token.span.begin, at);
      ASSERT_LT(token.span.begin, token.span.end);
      ASSERT_LE(token.span.end, text.size());
      at = token.span.end;
    }
  }
}

TEST(Splitter, CutsTextWithoutAFullStop) {
  std::string words, letters(200000, 'a'), clauses;
  while (words.size() < 200000) words += "word ";
  while (clauses.size() < 200000) clauses += "one two three, four five; ";
  for (const std::string& text : {words, letters, clauses, std::string(200000, '('), std::string(200000, '-'),
                                  std::string(200000, '\''), std::string(100000, '.') + "a"}) {
    expect_whole(text);
  }
  const auto cut = split_text(clauses);
  ASSERT_GT(cut.size(), 1U);
  EXPECT_EQ(cut.front().tokens.back().form, ";");
}

TEST(Splitter, SurvivesAnyBytes) {
  uint64_t state = 12345;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 200; ++i) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      text += static_cast<char>(state >> (round % 2 == 0 ? 56 : 58));
    }
    expect_whole(text);
  }
  EXPECT_TRUE(split_text("").empty());
  EXPECT_TRUE(split_text(" \n\t\n ").empty());
}

}  // namespace
}  // namespace entente
