// Lemmas of words with a given tag: listed, irregular, and worked out from the ending.
#include "reading/lemmatizer.h"

#include <gtest/gtest.h>

#include "reading/analyser.h"
#include "reading/model_path.h"

namespace entente {
namespace {

struct Row {
  const char* form;
  Upos upos;
  const char* xpos;
  const char* lemma;
};

class Lemmas : public testing::TestWithParam<Row> {};

TEST_P(Lemmas, AreThoseOfADictionary) {
  static const auto file = ModelFile::open(model_path);
  ASSERT_TRUE(file.ok());
  static const auto analyser = Analyser::over(*file);
  ASSERT_TRUE(analyser.ok());
  const auto& [form, upos, xpos, lemma] = GetParam();
  EXPECT_EQ(analyser->lemmatizer().lemma(form, upos, xpos), lemma);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Lemmas,
    testing::Values(Row{"withheld", Upos::VERB, "VBD", "withhold"}, Row{"overthrown", Upos::VERB, "VBN", "overthrow"},
                    Row{"imposed", Upos::VERB, "VBD", "impose"}, Row{"negotiating", Upos::VERB, "VBG", "negotiate"},
                    Row{"planned", Upos::VERB, "VBD", "plan"}, Row{"tried", Upos::VERB, "VBD", "try"},
                    Row{"goes", Upos::VERB, "VBZ", "go"}, Row{"condemns", Upos::VERB, "VBZ", "condemn"},
                    Row{"Seized", Upos::VERB, "VBN", "seize"}, Row{"blockaded", Upos::VERB, "VBN", "blockade"},
                    Row{"n’t", Upos::PART, "RB", "not"}, Row{"wo", Upos::AUX, "MD", "will"},
                    Row{"were", Upos::AUX, "VBD", "be"}, Row{"allies", Upos::NOUN, "NNS", "ally"},
                    Row{"crises", Upos::NOUN, "NNS", "crisis"}, Row{"embargoes", Upos::NOUN, "NNS", "embargo"},
                    Row{"women", Upos::NOUN, "NNS", "woman"}, Row{"DRONES", Upos::NOUN, "NNS", "drone"},
                    Row{"思", Upos::VERB, "VBZ", "思"}, Row{"Tehran", Upos::PROPN, "NNP", "Tehran"},
                    Row{"their", Upos::PRON, "PRP$", "their"}));

}  // namespace
}  // namespace entente
