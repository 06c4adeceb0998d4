// entente forecast, as a user types it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "faces/program.h"
#include "foresight/small_graph.h"

namespace entente::faces {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// The small graph as a folder of files.
class Graph {
 public:
  Graph() {
    const FactSet set = small_graph();
    folder_.write("g/entity2id.txt", names(set.entities));
    folder_.write("g/relation2id.txt", names(set.relations));
    folder_.write("g/train.txt", lines(set.train));
    folder_.write("g/valid.txt", lines(set.valid));
    folder_.write("g/test.txt", lines(set.test));
    asked = set.test.size();
  }
  [[nodiscard]] std::string data() const { return folder_.file("g"); }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
  void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }
  void train() const {
    const Outcome trained = run({"forecast", "train", "--data", data(), "--model", file("m")});
    ASSERT_EQ(trained.code, 0) << trained.err;
  }

  size_t asked = 0;

 private:
  static std::string names(const std::vector<std::string>& list) {
    std::string out;
    for (size_t i = 0; i < list.size(); ++i) out += list[i] + "\t" + std::to_string(i) + "\n";
    return out;
  }
  static std::string lines(const std::vector<Fact>& facts) {
    std::string out;
    for (const Fact& fact : facts) {
      for (const int32_t value : {fact.subject, fact.relation, fact.object}) out += std::to_string(value) + "\t";
      out += std::to_string(fact.step) + "\n";
    }
    return out;
  }

  Folder folder_;
};

TEST(Forecast, TrainEvalAndPredictWorkTogether) {
  const Graph graph;
  const Outcome trained =
      run({"forecast", "train", "--data", graph.data(), "--model", graph.file("m"), "--seed", "3", "--json"});
  ASSERT_EQ(trained.code, 0) << trained.err;
  EXPECT_TRUE(json::parse(trained.out).contains("train_s"));

  const Outcome tested = run({"forecast", "eval", "--data", graph.data(), "--model", graph.file("m"), "--json",
                              "--ranks", graph.file("ranks")});
  ASSERT_EQ(tested.code, 0) << tested.err;
  const json scores = json::parse(tested.out);
  for (const char* key : {"mrr", "hits1", "hits3", "hits10", "queries", "eval_s", "peak_mib"}) {
    EXPECT_TRUE(scores.contains(key)) << key;
  }
  EXPECT_EQ(scores["queries"], 2 * graph.asked);
  const std::string ranks = slurp(graph.file("ranks"));
  EXPECT_EQ(count_lines(ranks), 2 * graph.asked);
  EXPECT_THAT(ranks.substr(0, ranks.find('\n')),
              testing::ContainsRegex("^[0-9]+\t[0-9]\t[0-9]+\t33\tobject\t[0-9.]+\t-"));

  const Outcome told =
      run({"forecast", "predict", "--data", graph.data(), "--model", graph.file("m"), "--subject", "somebody 27",
           "--relation", "consult", "--at", "2014-02-02", "--origin", "2014-01-01", "--top", "3", "--json"});
  ASSERT_EQ(told.code, 0) << told.err;
  EXPECT_EQ(count_lines(told.out), 3U);
  const json first = json::parse(told.out.substr(0, told.out.find('\n')));
  EXPECT_EQ(first["rank"], 1);
  EXPECT_GT(first["probability"], 0.1);
  EXPECT_FALSE(first["reasons"].empty());
  EXPECT_THAT(first["reasons"].dump(), HasSubstr("Somebody 27 -> Consult -> "));
}

/// The lines of a table of ranks by query, to the score.
std::map<std::string, std::string> scores_by_query(const std::string& ranks) {
  std::map<std::string, std::string> out;
  std::istringstream in(ranks);
  for (std::string line; std::getline(in, line);) {
    const size_t end_of_query = line.rfind('\t', line.rfind('\t') - 1);
    out[line.substr(0, end_of_query)] = line.substr(line.rfind('\t') + 1);
  }
  return out;
}

std::string ranks_of(const Graph& graph, const std::string& model, const std::string& threads) {
  const Outcome tested = run({"forecast", "eval", "--data", graph.data(), "--model", graph.file(model), "--ranks",
                              graph.file("ranks"), "--threads", threads});
  EXPECT_EQ(tested.code, 0) << tested.err;
  return slurp(graph.file("ranks"));
}

TEST(Forecast, ThreadsMakeNoDifference) {
  const Graph graph;
  for (const char* threads : {"1", "2"}) {
    const Outcome trained = run({"forecast", "train", "--data", graph.data(), "--model",
                                 graph.file(std::string("m") + threads), "--threads", threads});
    ASSERT_EQ(trained.code, 0) << trained.err;
  }
  EXPECT_FALSE(slurp(graph.file("m1")).empty());
  EXPECT_EQ(slurp(graph.file("m1")), slurp(graph.file("m2")));
  const std::string ranks = ranks_of(graph, "m1", "1");
  EXPECT_EQ(count_lines(ranks), 2 * graph.asked);
  EXPECT_EQ(ranks_of(graph, "m2", "2"), ranks);
}

TEST(Forecast, OtherFactsOfADayAndTheirOrderMakeNoDifference) {
  const Graph graph;
  graph.train();
  const auto scores = scores_by_query(ranks_of(graph, "m", "1"));
  const std::string test = slurp(graph.file("g/test.txt"));
  const std::vector<std::string> lines = [&] {
    std::vector<std::string> out;
    std::istringstream in(test);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
  }();
  const auto step = [](const std::string& line) { return line.substr(line.rfind('\t') + 1); };
  std::string alone, shuffled;
  for (const std::string& line : lines) {
    if (step(line) != step(lines.back()) || line == lines.back()) alone += line + "\n";
  }
  graph.write("g/test.txt", alone);
  const auto left = scores_by_query(ranks_of(graph, "m", "1"));
  EXPECT_LT(left.size(), scores.size());
  for (const auto& [query, score] : left) EXPECT_EQ(score, scores.at(query)) << query;
  std::vector<std::string> other = lines;
  std::stable_sort(other.begin(), other.end(), [&](const std::string& a, const std::string& b) {
    return step(a) != step(b) ? step(a) < step(b) : a > b;
  });
  ASSERT_NE(other, lines);
  for (const std::string& line : other) shuffled += line + "\n";
  graph.write("g/test.txt", shuffled);
  EXPECT_EQ(scores_by_query(ranks_of(graph, "m", "1")), scores);
}

TEST(Forecast, TrainOpensNoTestPart) {
  const Graph graph;
  graph.write("g/test.txt", "this is not a fact\n");
  graph.train();
  const Outcome valid =
      run({"forecast", "eval", "--data", graph.data(), "--model", graph.file("m"), "--split", "valid"});
  EXPECT_EQ(valid.code, 0) << valid.err;
  EXPECT_THAT(valid.out, HasSubstr("MRR"));
  const Outcome test = run({"forecast", "eval", "--data", graph.data(), "--model", graph.file("m")});
  EXPECT_EQ(test.code, 1);
  EXPECT_THAT(test.err, HasSubstr("test.txt:1: "));
}

TEST(Forecast, MistakesAreToldInOneLine) {
  const Graph graph;
  graph.train();
  const std::vector<std::string> asking = {"forecast", "predict", "--data", graph.data(), "--model", graph.file("m")};
  const auto with = [&](std::vector<std::string> more) {
    std::vector<std::string> words = asking;
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  };
  const std::vector<std::pair<Outcome, std::string>> mistakes = {
      {run({"forecast"}), "forecast"},
      {run({"forecast", "eval", "--data", graph.data()}), "--baseline"},
      {run({"forecast", "train", "--data", graph.data(), "--model", graph.file("n"), "--without", "luck"}), "luck"},
      {with({"--subject", "Nobody", "--relation", "Consult", "--at", "33"}), "'Nobody' is no entity"},
      {with({"--subject", "Somebody", "--relation", "Consult", "--at", "33"}), "names like it: Somebody 24"},
      {with({"--subject", "Somebody 24", "--relation", "Consult", "--at", "2014-02-02"}), "--origin"},
      {with({"--subject", "Somebody 24", "--relation", "Consult", "--at", "soon"}), "'soon'"},
      {with({"--relation", "Consult", "--at", "33"}), "--subject or --object"},
  };
  for (const auto& [outcome, words] : mistakes) {
    EXPECT_EQ(outcome.code, 2) << outcome.err;
    EXPECT_EQ(count_lines(outcome.err), 1U) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(words));
  }
  EXPECT_EQ(run({"forecast", "eval", "--data", graph.data(), "--model", graph.file("none")}).code, 1);
}

}  // namespace
}  // namespace entente::faces
