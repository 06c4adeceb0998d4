// Tokens after the treebank's conventions, as rows: the text, and its tokens between blanks.
#include "reading/tokenizer.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace entente {
namespace {

struct TokenRow {
  const char* text;
  const char* tokens;
};

class Tokens : public testing::TestWithParam<TokenRow> {};

TEST_P(Tokens, AreAsInTheTreebank) {
  const std::string text = GetParam().text;
  std::vector<std::string> found;
  for (const Span span : tokenize(text, {0, static_cast<uint32_t>(text.size())})) found.emplace_back(span.of(text));
  EXPECT_EQ(join(found, " "), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Tokens,
    testing::Values(
        TokenRow{"They don't know.", "They do n't know ."}, TokenRow{"Mali’s army won’t go", "Mali ’s army wo n’t go"},
        TokenRow{"the states' aims", "the states ' aims"},
        TokenRow{"I'm sure we've won; she'd say they'll", "I 'm sure we 've won ; she 'd say they 'll"},
        TokenRow{"You cannot win", "You can not win"}, TokenRow{"the Chad-Mali pact", "the Chad - Mali pact"},
        TokenRow{"a US-led force", "a US - led force"}, TokenRow{"U.S.-led", "U.S. - led"},
        TokenRow{"pro-Western co-chairs", "pro-Western co-chairs"}, TokenRow{"a 12-year-old", "a 12 - year - old"},
        TokenRow{"F-16s", "F - 16s"}, TokenRow{"2003-2007", "2003 - 2007"},
        TokenRow{"call 713-853-3989", "call 713-853-3989"}, TokenRow{"$3.5 billion", "$ 3.5 billion"},
        TokenRow{"€10,000", "€ 10,000"}, TokenRow{"5% of GDP", "5 % of GDP"},
        TokenRow{"9/11 and/or 24/7", "9/11 and / or 24/7"}, TokenRow{"at 5:30 p.m.", "at 5:30 p.m."},
        TokenRow{"Mr. Abe (Japan)", "Mr. Abe ( Japan )"}, TokenRow{"“Yes,” he said.", "“ Yes , ” he said ."},
        TokenRow{"'Yes,' he said", "' Yes , ' he said"}, TokenRow{"peace—or war", "peace — or war"},
        TokenRow{"peace--or war", "peace -- or war"}, TokenRow{"peace – or war", "peace – or war"},
        TokenRow{"well... no", "well ... no"}, TokenRow{"what?!", "what ?!"}, TokenRow{"the '90s", "the '90s"},
        TokenRow{"O'Brien and Ba'ath", "O'Brien and Ba'ath"},
        TokenRow{"see http://a.org/b-c?d=1.", "see http://a.org/b-c?d=1 ."},
        TokenRow{"mail x.y@z.org, now", "mail x.y@z.org , now"}, TokenRow{"the end.Next came", "the end . Next came"},
        TokenRow{"No. 5 said no.", "No. 5 said no ."},
        TokenRow{"the U.N. Security Council", "the U.N. Security Council"}, TokenRow{"AT&T and R&D", "AT&T and R&D"},
        TokenRow{"Iran 's", "Iran 's"}, TokenRow{"IRAN'S WON'T", "IRAN 'S WO N'T"},
        TokenRow{"the mid-1980s", "the mid-1980s"}, TokenRow{"al-Qaida's men", "al - Qaida 's men"},
        TokenRow{"1,000,000", "1,000,000"}));

TEST(Tokens, StayInsideTheRange) {
  const std::string text = "one two three";
  const auto found = tokenize(text, {4, 7});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], (Span{4, 7}));
}

}  // namespace
}  // namespace entente
