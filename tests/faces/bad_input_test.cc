// Bad input of every kind: one clear line that names the file, the right exit code, and the others go on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "faces/program.h"
#include "ledger/ledger.h"

namespace entente::faces {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* good_text = "Libya attacked Chad on 2 January 1987. France condemned the attack by Libya.\n";

class BadInput : public ::testing::Test {
 protected:
  BadInput() : db_(folder_.file("ledger.db")), good_(folder_.write("good.txt", good_text)) {}

  /// Alone the input fails with 1; beside a good one with 3, and the good one is stored.
  void expect_refused(const std::string& path) {
    const Outcome alone = run({"read", "-q", path, "--db", folder_.file("alone.db")});
    EXPECT_EQ(alone.code, 1) << alone.err;
    EXPECT_EQ(count_lines(alone.err), 1U) << alone.err;
    EXPECT_THAT(alone.err, HasSubstr(path));
    const Outcome together = run({"read", "-q", "--claims", path, good_, "--db", db_});
    EXPECT_EQ(together.code, 3) << together.err;
    EXPECT_THAT(together.err, HasSubstr(path));
    EXPECT_THAT(together.out, HasSubstr("LBY"));
  }
  /// A data folder with the present lexicon and model, to be spoiled.
  std::string data_folder() {
    const fs::path data = folder_.path() / "data";
    fs::create_directories(data / "models");
    const char* given = std::getenv("ENTENTE_DATA");
    const fs::path present = given == nullptr ? ENTENTE_SOURCE : given;
    fs::copy(present / "lexicon", data / "lexicon", fs::copy_options::recursive);
    fs::create_symlink(present / "models/english.model", data / "models/english.model");
    return data.string();
  }
  Outcome read_with(const std::string& data) { return run({"read", "-q", good_, "--db", db_, "--data", data}); }

  Folder folder_;
  std::string db_;
  std::string good_;
};

TEST_F(BadInput, NoSuchFile) {
  expect_refused(folder_.file("none.txt"));
}
TEST_F(BadInput, EmptyFile) {
  expect_refused(folder_.write("empty.txt", ""));
}
TEST_F(BadInput, OnlyBlanks) {
  expect_refused(folder_.write("blank.txt", " \n\t\n"));
}

TEST_F(BadInput, Binary) {
  std::string bytes =
      "\x7f"
      "ELF";
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>((i * 37) % 256);
  expect_refused(folder_.write("program.txt", bytes));
}

TEST_F(BadInput, FolderWithoutTexts) {
  folder_.write("pictures/a.png", "\x89PNG");
  expect_refused(folder_.file("pictures"));
}

TEST_F(BadInput, ALongTextWithoutAFullStop) {
  std::string text;
  while (text.size() < 200000) text += "and France sent arms to Chad ";
  const Outcome outcome = run({"read", "-q", folder_.write("long.txt", text), "--db", db_});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
}

TEST_F(BadInput, OneWordOf200000Letters) {
  const Outcome outcome = run({"read", "-q", folder_.write("word.txt", std::string(200000, 'a')), "--db", db_});
  EXPECT_LE(outcome.code, 1) << outcome.err;
}

TEST_F(BadInput, TagsNestedTenThousandDeep) {
  std::string page = "<!DOCTYPE html><html><body>";
  for (int i = 0; i < 10000; ++i) page += "<div>";
  page += "<p>" + std::string(good_text) + "</p>";
  const Outcome outcome = run({"read", "-q", folder_.write("deep.html", page), good_, "--db", db_});
  EXPECT_TRUE(outcome.code == 0 || outcome.code == 3) << outcome.code << outcome.err;
}

TEST_F(BadInput, BrokenUtf8IsMendedAndSaid) {
  const Outcome outcome =
      run({"read", folder_.write("broken.txt", "France \xff\xfe condemned Libya \xc3(.\n" + std::string(good_text)),
           "--db", db_});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
}

TEST_F(BadInput, ParseMendsBrokenUtf8) {
  const Outcome outcome = run({"parse"}, {.input = "France \xff condemned Libya.\n"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("\xEF\xBF\xBD\t"));
  EXPECT_EQ(outcome.out.find('\xff'), std::string::npos);
}

TEST_F(BadInput, AMistakeInConlluIsNamedWithItsFileAndLine) {
  const std::string path = folder_.write("words.conllu", "1\tFrance\n99999999999999999999\tcondemned\n");
  const Outcome outcome = run({"parse", "--conllu", path});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(count_lines(outcome.err), 1U) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr(path));
  EXPECT_THAT(outcome.err, HasSubstr("line 2"));
}

TEST_F(BadInput, ALexiconWithAByteOrderMarkAndCarriageReturns) {
  const std::string data = data_folder();
  folder_.write(
      "data/lexicon/predicates/zzz.txt",
      "\xEF\xBB\xBF# source: a test\r\nv frobnicate | 111 | subj > obj | Mali frobnicated Chad. => MLI > TCD\r\n");
  EXPECT_EQ(read_with(data).code, 0) << read_with(data).err;
  folder_.write("data/lexicon/predicates/zzz.txt", "# source: a test\nv \xe9tonner | 111 | subj > obj | no UTF-8\n");
  const Outcome outcome = read_with(data);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("zzz.txt:2"));
}

TEST_F(BadInput, MissingLexicon) {
  const std::string data = data_folder();
  fs::remove_all(data + "/lexicon");
  const Outcome outcome = read_with(data);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(count_lines(outcome.err), 1U) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr(data + "/lexicon"));
}

TEST_F(BadInput, AMistakeInTheLexiconIsNamedWithItsLine) {
  const std::string data = data_folder();
  folder_.write("data/lexicon/predicates/zzz.txt", "# source: a test\nv this is no entry at all\n");
  const Outcome outcome = read_with(data);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(count_lines(outcome.err), 1U) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("zzz.txt:2"));
}

TEST_F(BadInput, MissingModel) {
  const std::string data = data_folder();
  fs::remove(data + "/models/english.model");
  const Outcome outcome = read_with(data);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(count_lines(outcome.err), 1U) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("english.model"));
}

TEST_F(BadInput, DamagedModel) {
  const std::string data = data_folder();
  const std::string model = slurp(data + "/models/english.model");
  ASSERT_GT(model.size(), 1000U);
  std::string changed = model;
  changed[changed.size() / 2] = static_cast<char>(~changed[changed.size() / 2]);
  for (const std::string& bytes : {std::string(), model.substr(0, 100), model.substr(0, model.size() / 2), changed}) {
    fs::remove(data + "/models/english.model");
    folder_.write("data/models/english.model", bytes);
    const Outcome outcome = read_with(data);
    EXPECT_EQ(outcome.code, 1) << bytes.size();
    EXPECT_EQ(count_lines(outcome.err), 1U) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("english.model"));
  }
}

TEST_F(BadInput, ANewerLedger) {
  ASSERT_EQ(run({"read", "-q", good_, "--db", db_}).code, 0);
  std::string bytes = slurp(db_);
  bytes[63] = 99;  // the last byte of user_version in SQLite's file header
  folder_.write("newer.db", bytes);
  for (const char* command : {"claims", "check"}) {
    const Outcome outcome = run({command, "--db", folder_.file("newer.db")});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_EQ(count_lines(outcome.err), 1U) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("newer"));
  }
}

TEST_F(BadInput, ALedgerThatIsNone) {
  const Outcome outcome = run({"read", good_, "--db", folder_.write("no.db", std::string(9000, 'x'))});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(count_lines(outcome.err), 1U) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("no.db"));
}

TEST_F(BadInput, ADamagedLedgerIsFoundAndRepaired) {
  ASSERT_EQ(run({"read", "-q", good_, "--db", db_}).code, 0);
  EXPECT_EQ(run({"check", "--db", db_}).code, 0);
  std::string bytes = slurp(db_);
  const size_t word = bytes.find("condemned the attack");
  ASSERT_NE(word, std::string::npos);
  bytes.replace(word, 9, "CONDEMNED");
  folder_.write("ledger.db", bytes);
  const Outcome found = run({"check", "--db", db_});
  EXPECT_EQ(found.code, 1);
  EXPECT_THAT(found.out, HasSubstr("problem: "));
  EXPECT_EQ(run({"check", "--repair", "--db", db_}).code, 1);  // a text is lost, and said so
  EXPECT_EQ(run({"check", "--db", db_}).code, 0);
  EXPECT_EQ(run({"read", "-q", good_, "--db", db_}).code, 0);
  EXPECT_THAT(run({"claims", "--db", db_}).out, HasSubstr("condemned the attack"));
}

TEST_F(BadInput, AFullDisk) {
  for (int i = 0; i < 300; ++i) {
    folder_.write("many/" + std::to_string(i) + ".txt", good_text + std::to_string(i) + std::string(2000, '.'));
  }
  const Setting full{.file_bytes = 300000};
  const Outcome outcome = run({"read", "-v", folder_.file("many"), "--db", db_}, full);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr(db_ + ": "));
  const size_t stored = Ledger::open(db_)->articles({}).value().size();
  EXPECT_GT(stored, 0U);
  EXPECT_LT(stored, 300U);
  EXPECT_EQ(run({"read", "-q", folder_.file("many"), "--db", db_}).code, 0);
  EXPECT_EQ(Ledger::open(db_)->articles({}).value().size(), 300U);
  EXPECT_EQ(run({"check", "--db", db_}).code, 0);
}

TEST_F(BadInput, NoPermission) {
  const Setting nobody{.as_nobody = true};
  if (run({"--version"}, nobody).code != 0) GTEST_SKIP() << "the program cannot be run without root's rights here";
  fs::permissions(folder_.path(), fs::perms::owner_all | fs::perms::others_exec | fs::perms::others_read);
  fs::permissions(good_, fs::perms::owner_all | fs::perms::others_read);
  const std::string secret = folder_.write("secret.txt", good_text);
  fs::permissions(secret, fs::perms::owner_all);
  const Outcome unreadable = run({"read", "--text", secret, good_}, nobody);
  EXPECT_EQ(unreadable.code, 3) << unreadable.err;
  EXPECT_THAT(unreadable.err, HasSubstr(secret));
  const Outcome unwritable = run({"read", "-q", good_, "--db", db_}, nobody);
  EXPECT_EQ(unwritable.code, 1);
  EXPECT_EQ(count_lines(unwritable.err), 1U) << unwritable.err;
  EXPECT_THAT(unwritable.err, HasSubstr(db_));
}

}  // namespace
}  // namespace entente::faces
