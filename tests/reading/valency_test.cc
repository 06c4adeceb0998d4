// One subject, one object under a head, whatever the scores of single arcs say.
#include "reading/valency.h"

#include <gmock/gmock.h>

#include <map>

#include "domain/sentence.h"

namespace entente {
namespace {

using testing::ElementsAre;

constexpr int unit = 1 << 20;

uint8_t number(Deprel relation) {
  return static_cast<uint8_t>(relation);
}

/// A sentence with scores for its arcs (words, then the root) and for relations; what is not said scores 0.
struct Scored {
  std::vector<int> heads;
  std::vector<uint8_t> relations;
  std::vector<std::vector<int32_t>> arcs;
  std::map<std::pair<int, int>, std::map<Deprel, int32_t>> labels;

  void settle() {
    const int words = static_cast<int>(heads.size());
    std::vector<int32_t> flat;
    for (const std::vector<int32_t>& row : arcs) {
      for (const int32_t score : row) flat.push_back(score * 2 * unit);
    }
    settle_valency(heads, relations, {flat, words + 1}, [&](int word, int head) {
      std::vector<int32_t> scores(deprel_count, 0);
      for (const auto& [relation, score] : labels[{word, head}]) scores[number(relation)] = score * unit;
      return scores;
    });
  }
};

/// "Iran Syria met": two subjects.
Scored two_subjects() {
  return {{2, 2, 3},
          {number(Deprel::nsubj), number(Deprel::nsubj), number(Deprel::root)},
          {{0, 0, 9, 0}, {6, 0, 7, 0}, {0, 0, 0, 9}},
          {{{0, 2}, {{Deprel::nsubj, 9}}},
           {{1, 2}, {{Deprel::nsubj, 9}, {Deprel::obl, 2}}},
           {{1, 0}, {{Deprel::conj, 9}}}}};
}

TEST(Valency, ASecondSubjectGoesWhereItCostsLeast) {
  Scored sentence = two_subjects();
  sentence.settle();
  EXPECT_THAT(sentence.heads, ElementsAre(2, 0, 3));
  EXPECT_THAT(sentence.relations, ElementsAre(number(Deprel::nsubj), number(Deprel::conj), number(Deprel::root)));
}

TEST(Valency, ASecondSubjectStaysUnderAnotherNameWhereTheArcIsSure) {
  Scored sentence = two_subjects();
  sentence.arcs[1] = {-20, 0, 7, 0};
  sentence.settle();
  EXPECT_THAT(sentence.heads, ElementsAre(2, 2, 3));
  EXPECT_THAT(sentence.relations, ElementsAre(number(Deprel::nsubj), number(Deprel::obl), number(Deprel::root)));
}

TEST(Valency, SubjectAndObjectMayStandSideBySide) {
  Scored sentence = two_subjects();
  sentence.relations[1] = number(Deprel::obj);
  const Scored before = sentence;
  sentence.settle();
  EXPECT_EQ(sentence.heads, before.heads);
  EXPECT_EQ(sentence.relations, before.relations);
}

TEST(Valency, NoWordComesToHangBelowItself) {
  // The second object (1) has its best other head in its own dependent (3).
  Scored sentence{
      {4, 4, 4, 1, 5},
      {number(Deprel::obj), number(Deprel::obj), number(Deprel::advmod), number(Deprel::amod), number(Deprel::root)},
      {{0, -9, -9, -9, 9, 0}, {2, 0, 1, 8, 9, 0}, {0, 0, 0, 0, 9, 0}, {0, 9, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 9}},
      {{{0, 4}, {{Deprel::obj, 30}}}, {{1, 4}, {{Deprel::obj, 20}}}}};
  sentence.settle();
  EXPECT_THAT(sentence.heads, ElementsAre(4, 0, 4, 1, 5));
  EXPECT_NE(sentence.relations[1], number(Deprel::obj));
}

TEST(Valency, NoChangeFillsARoleThatIsTaken) {
  // The second subject would best be an object, but there is one.
  Scored sentence{{3, 3, 3, 4},
                  {number(Deprel::nsubj), number(Deprel::nsubj), number(Deprel::obj), number(Deprel::root)},
                  {{0, -9, -9, 9, 0}, {-9, 0, -9, 9, 0}, {-9, -9, 0, 9, 0}, {0, 0, 0, 0, 9}},
                  {{{0, 3}, {{Deprel::nsubj, 90}}},
                   {{1, 3}, {{Deprel::nsubj, 20}, {Deprel::obj, 19}, {Deprel::obl, 5}}},
                   {{2, 3}, {{Deprel::obj, 90}}}}};
  sentence.settle();
  EXPECT_THAT(sentence.relations,
              ElementsAre(number(Deprel::nsubj), number(Deprel::obl), number(Deprel::obj), number(Deprel::root)));
}

}  // namespace
}  // namespace entente
