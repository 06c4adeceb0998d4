// Repairs of parses leave trees behind.
#include <gtest/gtest.h>

#include "coding/text/mend.h"

namespace entente {
namespace {

Token token(const char* form, Upos upos, const char* xpos, int head, Deprel relation) {
  Token out;
  out.form = out.lemma = form;
  out.upos = upos;
  out.xpos = xpos;
  out.head = head;
  out.relation = relation;
  return out;
}

/// "Chad-Sudan border closed".
Sentence hyphenated(int head_of_chad, int head_of_border) {
  Sentence sentence;
  sentence.tokens = {token("Chad", Upos::PROPN, "NNP", head_of_chad, Deprel::nsubj),
                     token("-", Upos::PUNCT, "HYPH", 0, Deprel::punct),
                     token("Sudan", Upos::PROPN, "NNP", 3, Deprel::compound),
                     token("border", Upos::NOUN, "NN", head_of_border, Deprel::appos),
                     token("closed", Upos::VERB, "VBD", no_head, Deprel::root)};
  return sentence;
}

TEST(Mend, BothNamesOfAHyphenatedPairBelongToTheirNoun) {
  Sentence sentence = hyphenated(4, 4);
  mend_parse(sentence);
  EXPECT_EQ(sentence.tokens[0].head, 3);
  EXPECT_EQ(sentence.tokens[0].relation, Deprel::compound);
}

TEST(Mend, ANameDoesNotMoveBelowItself) {
  Sentence sentence = hyphenated(4, 0);  // the border hangs on Chad
  mend_parse(sentence);
  EXPECT_EQ(sentence.tokens[0].head, 4);
  EXPECT_EQ(sentence.tokens[3].head, 0);
}

}  // namespace
}  // namespace entente
