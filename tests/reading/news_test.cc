// The hand-made trees of news.conllu: every one is a tree, and the shipped model reads them about as well as measured.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "reading/model_path.h"
#include "reading/treebank_scores.h"

namespace entente {
namespace {

// The relations that the English Web Treebank uses, its rarest (dep, goeswith, reparandum) aside: edited text has none.
const std::set<std::string, std::less<>> relations = {
    "acl",          "acl:relcl",  "advcl",      "advcl:relcl", "advmod",      "amod",          "appos",
    "aux",          "aux:pass",   "case",       "cc",          "cc:preconj",  "ccomp",         "compound",
    "compound:prt", "conj",       "cop",        "csubj",       "csubj:outer", "csubj:pass",    "det",
    "det:predet",   "discourse",  "dislocated", "expl",        "fixed",       "flat",          "iobj",
    "list",         "mark",       "nmod",       "nmod:desc",   "nmod:poss",   "nmod:unmarked", "nsubj",
    "nsubj:outer",  "nsubj:pass", "nummod",     "obj",         "obl",         "obl:agent",     "obl:unmarked",
    "orphan",       "parataxis",  "punct",      "root",        "vocative",    "xcomp"};

std::string news() {
  std::ifstream in(std::string(ENTENTE_SOURCE) + "/tests/reading/news.conllu");
  EXPECT_TRUE(in) << "tests/reading/news.conllu is missing";
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Each sentence's lines of words.
std::vector<std::vector<std::string>> trees(const std::string& conllu) {
  std::vector<std::vector<std::string>> out(1);
  std::stringstream in(conllu);
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) out.emplace_back();
    for (const std::string& word : word_lines(line)) out.back().push_back(word);
  }
  while (!out.empty() && out.back().empty()) out.pop_back();
  return out;
}

/// The number of steps from a word to the root, or -1 where they lead out of the sentence or round in a circle.
int depth(const std::vector<size_t>& heads, size_t word) {
  int steps = 0;
  for (; word != 0; word = heads[word - 1])
    if (word > heads.size() || ++steps > static_cast<int>(heads.size())) return -1;
  return steps;
}

TEST(News, EverySentenceIsATreeWithKnownRelations) {
  const auto all = trees(news());
  EXPECT_GE(all.size(), 200u);
  for (const auto& sentence : all) {
    std::vector<size_t> heads;
    for (const std::string& line : sentence) {
      const auto columns = split(line, '\t');
      ASSERT_EQ(columns.size(), 10u) << line;
      EXPECT_EQ(columns[0], std::to_string(heads.size() + 1)) << line;
      EXPECT_TRUE(relations.contains(columns[7])) << line;
      EXPECT_EQ(columns[6] == "0", columns[7] == "root") << line;
      heads.push_back(std::stoul(std::string(columns[6])));
    }
    EXPECT_EQ(std::count(heads.begin(), heads.end(), 0u), 1) << sentence[0];
    for (size_t word = 1; word <= heads.size(); ++word) EXPECT_GT(depth(heads, word), 0) << sentence[word - 1];
  }
}

TEST(News, ScoresStayAboveTheirFloors) {
  const std::string text = news();
  const auto out = annotate_conllu(reader(), text);
  ASSERT_TRUE(out.ok());
  const auto gold = word_lines(text), found = word_lines(*out);
  ASSERT_EQ(gold.size(), found.size());
  const TreebankScores scores = compare(gold, found);
  EXPECT_GE(percent(scores, scores.upos), 97.0);
  EXPECT_GE(percent(scores, scores.uas), 85.5);
  EXPECT_GE(percent(scores, scores.las), 83.0);
}

}  // namespace
}  // namespace entente
