// Twenty questions as of 2014-09-01 over the ICEWS14s history, asked for that month: every row behind a reason or an
// end is looked up in the files. Skipped where the data are not there; the part that forecasts are scored on is not
// opened.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "engine/engine.h"
#include "ledger/samples.h"
#include "relations/relations.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
const fs::path data = fs::path(ENTENTE_SHARED_DATA) / "forecast/icews14s";
const Date origin = Date::of_day(2014, 1, 1);

struct OwnQuestion {
  const char* text;
  bool came_true;
};
/// Of five classes of acts, so that five models are enough.
const std::vector<OwnQuestion> questions = {
    {"Will Japan hold talks with South Korea in September 2014?", true},
    {"Will China and Japan hold talks in September 2014?", true},
    {"Will Iran meet France in September 2014?", true},
    {"Will the United States negotiate with Iraq in September 2014?", true},
    {"Will Vietnam hold talks with Afghanistan in September 2014?", false},
    {"Will Poland meet North Korea in September 2014?", false},
    {"Is the United States likely to provide military aid to Iraq in September 2014?", true},
    {"Will Iraq get military aid from Iran in September 2014?", true},
    {"Will China provide military aid to Iran in September 2014?", false},
    {"Will France send weapons to Vietnam in September 2014?", false},
    {"Will Japan send weapons to the Philippines in September 2014?", false},
    {"Will China condemn Japan in September 2014?", true},
    {"How likely is it that North Korea will criticise South Korea in September 2014?", true},
    {"Will China denounce the Philippines in September 2014?", false},
    {"Will France condemn Vietnam in September 2014?", false},
    {"Will North Korea attack South Korea in September 2014?", true},
    {"Will France attack Iraq in September 2014?", true},
    {"Will China attack Vietnam in September 2014?", false},
    {"What is the chance of a Chinese attack on South Korea in September 2014?", false},
    {"Will Iran attack France in September 2014?", false},
};

/// The rows of train.txt, from 1, and the names of its numbers.
struct Files {
  std::vector<std::string> entities, relations;
  std::vector<std::array<int, 4>> rows;
};

std::vector<std::string> names_in(const std::string& file) {
  std::vector<std::string> out;
  std::ifstream in(data / file);
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    const size_t number = std::stoul(line.substr(tab + 1));
    if (out.size() <= number) out.resize(number + 1);
    out[number] = line.substr(0, tab);
  }
  return out;
}

Files read_files() {
  Files out{names_in("entity2id.txt"), names_in("relation2id.txt"), {}};
  std::ifstream in(data / "train.txt");
  std::array<int, 4> row{};
  for (std::string line; std::getline(in, line);) {
    std::istringstream(line) >> row[0] >> row[1] >> row[2] >> row[3];
    out.rows.push_back(row);
  }
  return out;
}

/// The row says what the event says: that day, those sides, that code.
void expect_in_data(const Files& files, const EventCodebook& codebook, const PastEvent& event) {
  ASSERT_TRUE(event.row.has_value());
  ASSERT_EQ(fs::path(event.row->file).filename(), "train.txt");
  ASSERT_LE(event.row->row, files.rows.size());
  const auto& row = files.rows[event.row->row - 1];
  EXPECT_EQ(first_day(origin) + row[3], event.day);
  const auto who = [&](int number) {
    const std::string& name = files.entities[static_cast<size_t>(number)];
    const auto id = codebook.actor({name, "", "", ""}, 2014);
    return id ? counted_as(*id) : ActorId();
  };
  EXPECT_EQ(who(row[0]), event.source);
  EXPECT_EQ(who(row[2]), event.target);
  const auto kind = codebook.act(ActScheme::name, files.relations[static_cast<size_t>(row[1])]);
  ASSERT_TRUE(kind.has_value());
  EXPECT_EQ(kind->code, event.code);
}

TEST(AskIcews, TwentyQuestionsOfSeptember2014) {
  if (!fs::exists(data / "train.txt")) GTEST_SKIP() << data << " is not there";
  const samples::Folder folder;
  // train.txt ends 2014-10-31: what is scored on stays closed.
  fs::create_directories(folder.file("icews14s"));
  for (const char* name : {"entity2id.txt", "relation2id.txt", "train.txt"}) {
    fs::create_symlink(fs::absolute(data / name), folder.file("icews14s") + "/" + name);
  }
  const Files files = read_files();
  const EventCodebook codebook = EventCodebook::load(ENTENTE_SOURCE "/lexicon").value();
  EngineOptions options;
  options.ledger = folder.file("ledger.db");
  options.data_folder = ENTENTE_SOURCE;
  Engine engine(options);
  AskHistory history;
  history.data = folder.file("icews14s");
  history.origin = origin;
  AskRequest request;
  request.at = "2014-09-01";
  request.history = history;
  request.save = true;
  std::vector<std::string> texts;
  for (const OwnQuestion& one : questions) texts.emplace_back(one.text);
  const auto answers = engine.ask_all(request, texts);
  ASSERT_TRUE(answers.ok()) << answers.error().message;
  ASSERT_EQ(answers->size(), questions.size());
  for (const AskAnswer& answer : *answers) {
    ASSERT_EQ(answer.questions.size(), 1U) << answer.text;
    size_t with_events = 0;
    for (const ForecastReason& reason : answer.questions[0].forecast.reasons) {
      with_events += reason.events.empty() ? 0 : 1;
      for (const PastEvent& event : reason.events) {
        EXPECT_LT(event.day, first_day(Date::of_day(2014, 9, 1)));
        expect_in_data(files, codebook, event);
      }
    }
    const bool by_model = answer.questions[0].by_model;
    EXPECT_TRUE(!by_model || with_events > 0) << answer.text;
  }
  ResolveRequest end;
  end.at = "2014-09-30";
  end.history = history;
  const auto ends = engine.resolve(end);
  ASSERT_TRUE(ends.ok()) << ends.error().message;
  size_t came_true = 0;
  for (const ResolvedQuestion& one : ends->questions) {
    const auto asked = std::find_if(questions.begin(), questions.end(),
                                    [&](const OwnQuestion& q) { return one.stored.question.text == q.text; });
    ASSERT_NE(asked, questions.end());
    ASSERT_TRUE(one.stored.settlement.has_value()) << asked->text << one.why_open;
    EXPECT_EQ(one.stored.settlement->yes, asked->came_true) << asked->text;
    came_true += one.stored.settlement->yes ? 1 : 0;
    for (const PastEvent& event : one.stored.settlement->events) expect_in_data(files, codebook, event);
  }
  EXPECT_EQ(came_true, 10U);
  ASSERT_FALSE(ends->scores.empty());
  EXPECT_GT(ends->scores[0].skill, 0);
}

}  // namespace
}  // namespace entente
