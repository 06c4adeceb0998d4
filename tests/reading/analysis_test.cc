// What the parser must get right on plain sentences of the kind that news is made of. A few rows may fail, for the
// parser is statistical; the floor is on all of them together.
#include <gtest/gtest.h>

#include "base/text.h"
#include "reading/model_path.h"
#include "reading/tree_decoder.h"

namespace entente {
namespace {

Sentence analysed(const std::string& text) {
  auto sentences = reader().split(text);
  EXPECT_EQ(sentences.size(), 1U) << text;
  reader().analyse(sentences.front());
  return sentences.front();
}

/// An arc as a person would write it: "nsubj(signed, Ghana)"; root(ROOT, signed).
std::vector<std::string> arcs_of(const Sentence& sentence) {
  std::vector<std::string> out;
  for (const Token& token : sentence.tokens) {
    const std::string head = token.head == no_head ? "ROOT" : sentence.tokens[static_cast<size_t>(token.head)].form;
    out.push_back(std::string(name_of(token.relation)) + "(" + head + ", " + token.form + ")");
  }
  return out;
}

struct Row {
  const char* text;
  const char* arcs;  // separated by |
};

const Row rows[] = {
    {"Ghana signed the treaty.", "nsubj(signed, Ghana)|obj(signed, treaty)|root(ROOT, signed)"},
    {"The treaty was signed by Ghana.", "nsubj:pass(signed, treaty)|aux:pass(signed, was)|obl:agent(signed, Ghana)"},
    {"Two soldiers were killed by rebels on Friday.", "nsubj:pass(killed, soldiers)|obl:agent(killed, rebels)"},
    {"The minister, who visited Oslo, praised Norway.",
     "nsubj(praised, minister)|acl:relcl(minister, visited)|nsubj(visited, who)|obj(visited, Oslo)|obj(praised, "
     "Norway)"},
    {"Chad and Mali condemned the attack.", "conj(Chad, Mali)|nsubj(condemned, Chad)|obj(condemned, attack)"},
    {"Peru’s president met Chile’s prime minister in Lima.",
     "nmod:poss(president, Peru)|nsubj(met, president)|obj(met, minister)|obl(met, Lima)"},
    {"Japan gave Nepal new helicopters.", "nsubj(gave, Japan)|iobj(gave, Nepal)|obj(gave, helicopters)"},
    {"Egypt refused to send troops to Yemen.",
     "nsubj(refused, Egypt)|xcomp(refused, send)|obj(send, troops)|obl(send, Yemen)"},
    {"The spokesman said that Kenya would not attack Uganda.",
     "nsubj(said, spokesman)|ccomp(said, attack)|nsubj(attack, Kenya)|advmod(attack, not)|obj(attack, Uganda)"},
    {"“We will respond,” the general warned.", "nsubj(respond, We)|nsubj(warned, general)|root(ROOT, warned)"},
    {"If Fiji imposes sanctions, Tonga will leave the bloc.",
     "advcl(leave, imposes)|mark(imposes, If)|nsubj(leave, Tonga)|obj(leave, bloc)|obj(imposes, sanctions)"},
    {"The United States imposed sanctions on Cuba.", "obj(imposed, sanctions)|root(ROOT, imposed)"},
    {"Talks between India and Pakistan collapsed.", "nsubj(collapsed, Talks)|nmod(Talks, India)|conj(India, Pakistan)"},
    {"Russia is unlikely to support the plan.", "nsubj(unlikely, Russia)|cop(unlikely, is)|obj(support, plan)"},
    {"France accused Libya of arming the rebels.", "nsubj(accused, France)|obj(accused, Libya)|obj(arming, rebels)"},
    {"The troops withdrew from the city.", "nsubj(withdrew, troops)|obl(withdrew, city)|case(city, from)"},
    {"Iran's supply of drones to Russia continued.",
     "nsubj(continued, supply)|nmod:poss(supply, Iran)|nmod(supply, drones)"},
    {"Israel bombed Beirut and killed twelve people.", "conj(bombed, killed)|obj(bombed, Beirut)|obj(killed, people)"},
    {"China has not condemned the invasion.", "nsubj(condemned, China)|aux(condemned, has)|advmod(condemned, not)"},
    {"Sudan broke off relations with Iran.", "compound:prt(broke, off)|obj(broke, relations)|root(ROOT, broke)"},
    {"There are no signs that Syria will agree.", "expl(are, There)|nsubj(are, signs)|nsubj(agree, Syria)"},
    {"Germany, Italy and Spain welcomed the decision.",
     "nsubj(welcomed, Germany)|conj(Germany, Italy)|conj(Germany, Spain)"},
    {"The weapons were sold to Angola.", "nsubj:pass(sold, weapons)|obl(sold, Angola)"},
    {"Turkey wants Sweden to extradite the men.", "nsubj(wants, Turkey)|obj(wants, Sweden)|obj(extradite, men)"},
    {"PERU RECALLS ENVOY FROM CHILE", "nsubj(RECALLS, PERU)|obj(RECALLS, ENVOY)|root(ROOT, RECALLS)"},
    {"Oman Rejects Yemen’s Offer of Talks", "nsubj(Rejects, Oman)|obj(Rejects, Offer)|nmod:poss(Offer, Yemen)"},
};

TEST(Analysis, FindsTheArcsThatMatter) {
  size_t right = 0, all = 0;
  std::string wrong;
  for (const Row& row : rows) {
    const auto arcs = arcs_of(analysed(row.text));
    for (const std::string_view arc : split(row.arcs, '|')) {
      ++all;
      const bool found = std::find(arcs.begin(), arcs.end(), arc) != arcs.end();
      right += found ? 1 : 0;
      if (!found) wrong += std::string(row.text) + "  lacks " + std::string(arc) + "\n";
    }
  }
  EXPECT_GE(right * 100, all * 90) << right << " of " << all << "\n" << wrong;
}

TEST(Analysis, MakesATreeOfAnything) {
  std::string many;
  for (int i = 0; i < 390; ++i) many += "of ";
  for (const std::string& text :
       {std::string("?!"), std::string("a"), std::string("\xff\xfe\x80"), many, std::string("((((")}) {
    for (Sentence& sentence : reader().split(text)) {
      reader().analyse(sentence);
      int roots = 0;
      for (size_t i = 0; i < sentence.tokens.size(); ++i) {
        const Token& token = sentence.tokens[i];
        roots += token.head == no_head ? 1 : 0;
        EXPECT_EQ(token.head == no_head, token.relation == Deprel::root);
        EXPECT_LT(token.head, static_cast<int>(sentence.tokens.size()));
        size_t steps = 0;
        for (int at = static_cast<int>(i); at != no_head; at = sentence.tokens[static_cast<size_t>(at)].head) {
          ASSERT_LE(++steps, sentence.tokens.size()) << "a circle";
        }
        EXPECT_FALSE(token.lemma.empty());
      }
      EXPECT_EQ(roots, 1);
    }
  }
  Sentence empty;
  reader().analyse(empty);
  EXPECT_TRUE(empty.analysed);
}

TEST(Analysis, ParsesLongSentencesInPieces) {
  Sentence sentence;
  for (int i = 0; i < 1000; ++i) {
    sentence.tokens.emplace_back();
    sentence.tokens.back().form = i % 3 == 0 ? "Mali" : i % 3 == 1 ? "signed" : "treaties";
  }
  reader().analyse(sentence);
  std::vector<int> heads;
  for (const Token& token : sentence.tokens) heads.push_back(token.head == no_head ? 1000 : token.head);
  EXPECT_TRUE(is_tree(heads));
}

TEST(Analysis, ParsesAnnouncedQuestionsByThemselves) {
  const auto arcs = arcs_of(analysed("One thing is still open: Will Kenya, Uganda and Rwanda send troops to Goma?"));
  for (const char* arc : {"root(ROOT, open)", "parataxis(open, send)", "nsubj(send, Kenya)", "aux(send, Will)"}) {
    EXPECT_NE(std::find(arcs.begin(), arcs.end(), arc), arcs.end()) << arc;
  }
}

TEST(Analysis, IsTheSameEachTimeAndWithEitherApostrophe) {
  const Sentence curly = analysed("Mali’s envoy didn’t sign the “final” text."),
                 again = analysed("Mali’s envoy didn’t sign the “final” text.");
  const Sentence straight = analysed("Mali's envoy didn't sign the \"final\" text.");
  EXPECT_EQ(arcs_of(curly), arcs_of(again));
  ASSERT_EQ(curly.tokens.size(), straight.tokens.size());
  for (size_t i = 0; i < curly.tokens.size(); ++i) {
    EXPECT_EQ(curly.tokens[i].head, straight.tokens[i].head);
    EXPECT_EQ(curly.tokens[i].xpos, straight.tokens[i].xpos);
    EXPECT_EQ(curly.tokens[i].lemma, straight.tokens[i].lemma);
  }
}

}  // namespace
}  // namespace entente
