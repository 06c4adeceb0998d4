// Tokens after the treebank's conventions, as rows: the text, and its tokens between blanks.
#include "reading/tokenizer.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace entente {
namespace {

struct Row {
  const char* text;
  const char* tokens;
};

class Tokens : public testing::TestWithParam<Row> {};

TEST_P(Tokens, AreAsInTheTreebank) {
  const std::string text = GetParam().text;
  std::vector<std::string> found;
  for (const Span span : tokenize(text, {0, static_cast<uint32_t>(text.size())})) found.emplace_back(span.of(text));
  EXPECT_EQ(join(found, " "), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Tokens,
    testing::Values(
        Row{"They don't know.", "They do n't know ."}, Row{"Mali’s army won’t go", "Mali ’s army wo n’t go"},
        Row{"the states' aims", "the states ' aims"},
        Row{"I'm sure we've won; she'd say they'll", "I 'm sure we 've won ; she 'd say they 'll"},
        Row{"You cannot win", "You can not win"}, Row{"the Chad-Mali pact", "the Chad - Mali pact"},
        Row{"a US-led force", "a US - led force"}, Row{"U.S.-led", "U.S. - led"},
        Row{"pro-Western co-chairs", "pro-Western co-chairs"}, Row{"a 12-year-old", "a 12 - year - old"},
        Row{"F-16s", "F - 16s"}, Row{"2003-2007", "2003 - 2007"}, Row{"call 713-853-3989", "call 713-853-3989"},
        Row{"$3.5 billion", "$ 3.5 billion"}, Row{"€10,000", "€ 10,000"}, Row{"5% of GDP", "5 % of GDP"},
        Row{"9/11 and/or 24/7", "9/11 and / or 24/7"}, Row{"at 5:30 p.m.", "at 5:30 p.m."},
        Row{"Mr. Abe (Japan)", "Mr. Abe ( Japan )"}, Row{"“Yes,” he said.", "“ Yes , ” he said ."},
        Row{"'Yes,' he said", "' Yes , ' he said"}, Row{"peace—or war", "peace — or war"},
        Row{"peace--or war", "peace -- or war"}, Row{"peace – or war", "peace – or war"},
        Row{"well... no", "well ... no"}, Row{"what?!", "what ?!"}, Row{"the '90s", "the '90s"},
        Row{"O'Brien and Ba'ath", "O'Brien and Ba'ath"}, Row{"see http://a.org/b-c?d=1.", "see http://a.org/b-c?d=1 ."},
        Row{"mail x.y@z.org, now", "mail x.y@z.org , now"}, Row{"the end.Next came", "the end . Next came"},
        Row{"No. 5 said no.", "No. 5 said no ."}, Row{"the U.N. Security Council", "the U.N. Security Council"},
        Row{"AT&T and R&D", "AT&T and R&D"}, Row{"Iran 's", "Iran 's"}, Row{"IRAN'S WON'T", "IRAN 'S WO N'T"},
        Row{"the mid-1980s", "the mid-1980s"}, Row{"al-Qaida's men", "al - Qaida 's men"},
        Row{"1,000,000", "1,000,000"}));

TEST(Tokens, StayInsideTheRange) {
  const std::string text = "one two three";
  const auto found = tokenize(text, {4, 7});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], (Span{4, 7}));
}

}  // namespace
}  // namespace entente
