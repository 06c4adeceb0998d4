// entente code --pairs: one answer a line, in order; bad lines are named and the others go on; a model that cannot be
// used.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "faces/program.h"

namespace entente::faces {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string condemned =
    R"({"id": 7, "text": "Paris condemned Libya for the raid.", "source": [0, 5], "target": [16, 21]})";

std::vector<json> answers(const std::string& out) {
  std::vector<json> found;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) found.push_back(json::parse(line));
  return found;
}

TEST(Pairs, AreToldWithTheIdThatCame) {
  const Outcome outcome = run({"code", "--pairs"}, {.input = condemned + "\n"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto told = answers(outcome.out);
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0]["id"], 7);
  EXPECT_EQ(told[0]["type"], "ACCUSE");
  EXPECT_EQ(told[0]["quad"], 3);
  EXPECT_GT(told[0]["confidence"], 0.5);
}

TEST(Pairs, OtherKeysAreIgnored) {
  const std::string labelled = condemned.substr(0, condemned.size() - 1) + R"(, "type": "AID", "quad": 2, "x": [{}]})";
  EXPECT_EQ(run({"code", "--pairs"}, {.input = labelled}).out, run({"code", "--pairs"}, {.input = condemned}).out);
}

TEST(Pairs, RangesAreCodePointsAndPartiesMayBeImplied) {
  const std::string input =
      "{\"id\": \"é\", \"text\": \"Côte d'Ivoire bombed São Tomé.\", \"source\": [0, 13], \"target\": [21, 29]}\n"
      "{\"id\": null, \"text\": \"Iran was bombed.\", \"source\": null, \"target\": [0, 4]}\n"
      "{\"id\": [2], \"text\": \"\", \"source\": null, \"target\": null}\n";
  const Outcome outcome = run({"code", "--pairs"}, {.input = input});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto told = answers(outcome.out);
  ASSERT_EQ(told.size(), 3u);
  EXPECT_EQ(told[0]["id"], "é");
  EXPECT_EQ(told[0]["type"], "ASSAULT");
  EXPECT_TRUE(told[1]["type"].is_string());
  EXPECT_TRUE(told[2]["type"].is_null());
  EXPECT_TRUE(told[2]["quad"].is_null());
}

TEST(Pairs, BadLinesAreNamedAndTheOthersGoOn) {
  const std::vector<std::string> bad = {"nonsense",
                                        "[1, 2]",
                                        R"({"id": 1, "source": [0, 1], "target": null})",
                                        R"({"id": 1, "text": "Iran left.", "target": null})",
                                        R"({"text": "Iran left.", "source": [0, 4], "target": null})",
                                        R"({"id": 1, "text": "Iran left.", "source": [0, 99], "target": null})",
                                        R"({"id": 1, "text": "Iran left.", "source": [4, 0], "target": null})",
                                        R"({"id": 1, "text": "Iran left.", "source": [-1, 4], "target": null})",
                                        R"({"id": 1, "text": "Iran left.", "source": [0.5, 4], "target": null})",
                                        R"({"id": 1, "text": "Iran left.", "source": "Iran", "target": null})",
                                        R"({"id": 1, "text": 5, "source": [0, 4], "target": null})"};
  std::string input;
  for (const std::string& line : bad) input += line + "\n";
  const Outcome outcome = run({"code", "--pairs"}, {.input = input + condemned + "\n"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(answers(outcome.out).size(), 1u);
  for (size_t i = 1; i <= bad.size(); ++i) {
    EXPECT_THAT(outcome.err, HasSubstr("standard input:" + std::to_string(i) + ": ")) << bad[i - 1];
  }
  EXPECT_EQ(run({"code", "--pairs"}, {.input = bad.front()}).code, 1);
}

TEST(Pairs, TheOrderIsTheInputsForAnyNumberOfThreads) {
  std::string input;
  for (int i = 0; i < 200; ++i) {
    json line = json::parse(condemned);
    line["id"] = i;
    if (i % 3 == 0) line["text"] = "Paris saluted Libya at a long summit in the south of the country.";
    input += line.dump() + "\n";
  }
  const Outcome one = run({"code", "--pairs", "--threads", "1"}, {.input = input});
  const Outcome many = run({"code", "--pairs", "--threads", "4"}, {.input = input});
  ASSERT_EQ(one.code, 0) << one.err;
  EXPECT_EQ(one.out, many.out);
  const auto told = answers(one.out);
  ASSERT_EQ(told.size(), 200u);
  for (int i = 0; i < 200; ++i) EXPECT_EQ(told[static_cast<size_t>(i)]["id"], i);
}

TEST(Pairs, AModelThatIsMissingOrDamagedIsOneClearError) {
  const Folder folder;
  const fs::path root = ENTENTE_SOURCE;
  fs::create_directories(folder.path() / "models");
  fs::create_symlink(root / "lexicon", folder.path() / "lexicon");
  fs::create_symlink(root / "models/english.model", folder.path() / "models/english.model");
  const auto with_data = [&] {
    return run({"code", "--pairs", "--data", folder.path().string()}, {.input = condemned + "\n"});
  };
  for (const bool there : {false, true}) {
    if (there) folder.write("models/pairs.model", std::string(5000, 'x'));
    const Outcome outcome = with_data();
    EXPECT_EQ(outcome.code, 1);
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_THAT(outcome.err, HasSubstr("models/pairs.model"));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
}

}  // namespace
}  // namespace entente::faces
