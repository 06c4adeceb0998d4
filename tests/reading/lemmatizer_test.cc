// Lemmas of words with a given tag: listed, irregular, and worked out from the ending.
#include "reading/lemmatizer.h"

#include <gtest/gtest.h>

#include "reading/analyser.h"
#include "reading/model_path.h"

namespace entente {
namespace {

struct LemmaRow {
  const char* form;
  Upos upos;
  const char* xpos;
  const char* lemma;
};

class Lemmas : public testing::TestWithParam<LemmaRow> {};

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
    testing::Values(LemmaRow{"withheld", Upos::VERB, "VBD", "withhold"},
                    LemmaRow{"overthrown", Upos::VERB, "VBN", "overthrow"},
                    LemmaRow{"imposed", Upos::VERB, "VBD", "impose"},
                    LemmaRow{"negotiating", Upos::VERB, "VBG", "negotiate"},
                    LemmaRow{"planned", Upos::VERB, "VBD", "plan"}, LemmaRow{"tried", Upos::VERB, "VBD", "try"},
                    LemmaRow{"goes", Upos::VERB, "VBZ", "go"}, LemmaRow{"condemns", Upos::VERB, "VBZ", "condemn"},
                    LemmaRow{"Seized", Upos::VERB, "VBN", "seize"},
                    LemmaRow{"blockaded", Upos::VERB, "VBN", "blockade"}, LemmaRow{"n’t", Upos::PART, "RB", "not"},
                    LemmaRow{"wo", Upos::AUX, "MD", "will"}, LemmaRow{"were", Upos::AUX, "VBD", "be"},
                    LemmaRow{"allies", Upos::NOUN, "NNS", "ally"}, LemmaRow{"crises", Upos::NOUN, "NNS", "crisis"},
                    LemmaRow{"embargoes", Upos::NOUN, "NNS", "embargo"}, LemmaRow{"women", Upos::NOUN, "NNS", "woman"},
                    LemmaRow{"DRONES", Upos::NOUN, "NNS", "drone"}, LemmaRow{"思", Upos::VERB, "VBZ", "思"},
                    LemmaRow{"Tehran", Upos::PROPN, "NNP", "Tehran"}, LemmaRow{"their", Upos::PRON, "PRP$", "their"}));

}  // namespace
}  // namespace entente
