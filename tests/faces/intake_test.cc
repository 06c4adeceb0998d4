// Files of many articles: interrupted and resumed, on any number of threads, damaged, and with progress on a terminal.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <random>

#include "faces/program.h"

namespace entente::faces {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// An article of three sentences with numbers of its own.
std::string text_of(int number) {
  const std::vector<std::string> states = {"France", "Libya", "Chad",   "Egypt",  "Sudan", "Algeria",
                                           "Niger",  "Kenya", "Turkey", "Greece", "Peru",  "Chile"};
  const auto state = [&](int i) { return states[static_cast<size_t>(i) % states.size()]; };
  const std::string count = std::to_string(number + 2);
  return state(number) + " sent " + count + " tanks to " + state(number + 1) + " in 1987. " + state(number + 2) +
         " condemned " + state(number + 5) + " on Monday. The talks between " + state(number + 3) + " and " +
         state(number + 7) + " failed after " + count + " days.";
}

std::string lines(int first, int last) {
  std::string all;
  for (int i = first; i < last; ++i) {
    all += R"({"id": "n)" + std::to_string(i) + R"(", "date": "1987-03-02", "text": ")" + text_of(i) + "\"}\n";
  }
  return all;
}

class Intake : public ::testing::Test {
 protected:
  std::string write_gz(const std::string& name, const std::string& bytes) const {
    fs::create_directories((folder_.path() / name).parent_path());
    gzFile file = gzopen(folder_.file(name).c_str(), "wb1");
    EXPECT_EQ(gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size())), static_cast<int>(bytes.size()));
    gzclose(file);
    return folder_.file(name);
  }
  /// Files of several formats.
  void write_mixed() const {
    write_gz("in/a.jsonl.gz", lines(0, 120));
    folder_.write("in/b.jsonl", lines(120, 180));
    std::string table = "id;date;text\r\n";
    std::string feed = "<rss version=\"2.0\"><channel><title>Desk</title>";
    for (int i = 180; i < 220; ++i) table += std::to_string(i) + ";1987-03-02;\"" + text_of(i) + "\"\r\n";
    for (int i = 220; i < 240; ++i) feed += "<item><description>" + text_of(i) + "</description></item>";
    folder_.write("in/c.csv", table);
    folder_.write("in/d.rss", feed + "</channel></rss>");
    for (int i = 240; i < 250; ++i) folder_.write("in/e" + std::to_string(i) + ".txt", text_of(i) + "\n");
  }
  std::string claims(const std::string& db) const { return run({"claims", "--format", "jsonl", "--db", db}).out; }

  Folder folder_;
};

/// Runs until so many articles are told of as stored, then interrupts. The exit code.
int read_and_interrupt(const std::string& in, const std::string& db, int reports) {
  Running program({"read", "-v", in, "--db", db});
  int told = 0;
  while (told < reports) {
    const auto line = program.line();
    if (!line) break;
    told += line->ends_with(": stored");
  }
  program.send(SIGINT);
  while (program.line()) {
  }
  return program.wait();
}

TEST_F(Intake, InterruptedAndResumedIsTheSameAsReadAtOnce) {
  constexpr int articles = 2000;
  const std::string in = write_gz("in/news.jsonl.gz", lines(0, articles));
  const std::string whole = folder_.file("whole.db");
  const std::string parts = folder_.file("parts.db");
  ASSERT_EQ(run({"read", "-q", in, "--db", whole}).code, 0);
  std::mt19937 random(20240229);
  int reports = 0;
  int interrupts = 0;
  for (int code = 130; code == 130;) {
    reports += 1 + static_cast<int>(random() % (articles / 5));
    code = read_and_interrupt(in, parts, reports);
    ASSERT_TRUE(code == 130 || code == 0) << code;
    interrupts += code == 130;
    ASSERT_LT(interrupts, articles);
  }
  EXPECT_GE(interrupts, 3);
  const std::string expected = claims(whole);
  EXPECT_GT(count_lines(expected), static_cast<size_t>(articles));
  EXPECT_TRUE(claims(parts) == expected);
  EXPECT_EQ(run({"check", "--db", parts}).code, 0);
}

TEST_F(Intake, TheSameBytesForAnyNumberOfThreadsAndAnyOrder) {
  write_mixed();
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(folder_.path() / "in")) paths.push_back(entry.path().string());
  const auto read = [&](const std::string& threads, const std::vector<std::string>& in) {
    std::vector<std::string> arguments = {"read",  "--claims", "--threads",
                                          threads, "--db",     folder_.file(threads + ".db")};
    arguments.insert(arguments.end(), in.begin(), in.end());
    return run(arguments);
  };
  const Outcome one = read("1", {folder_.file("in")});
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_THAT(one.err, HasSubstr("250 articles (250 new)"));
  EXPECT_GT(count_lines(one.out), 250U);
  EXPECT_TRUE(read("2", {folder_.file("in")}).out == one.out);
  std::shuffle(paths.begin(), paths.end(), std::mt19937(7));
  const Outcome seven = read("7", paths);
  EXPECT_TRUE(seven.out == one.out);
  EXPECT_EQ(count_lines(seven.err), 1U) << seven.err;  // more threads than cores are no matter to speak of
  for (const char* threads : {"2", "7"}) {
    EXPECT_TRUE(claims(folder_.file(std::string(threads) + ".db")) == claims(folder_.file("1.db"))) << threads;
  }
}

TEST_F(Intake, BadRecordsAreNamedWithTheirLineAndTheOthersStored) {
  folder_.write("in/a.jsonl", lines(0, 3) + "{\"text\": \"France sent\n" + lines(3, 5));
  folder_.write("in/b.csv", "id,text\n1,\"" + text_of(5) + "\"\n2\n3,\"" + text_of(6) + "\"\n");
  folder_.write("in/c.rss", "<rss><channel><item><title>" + text_of(7) + "</title></item><item><title>France se");
  const std::string cut = write_gz("in/d.jsonl.gz", lines(8, 400));
  fs::resize_file(cut, fs::file_size(cut) / 2);
  const Outcome outcome = run({"read", folder_.file("in"), "--db", folder_.file("l.db")});
  EXPECT_EQ(outcome.code, 3);
  for (const char* expected :
       {"/in/a.jsonl:4: no valid JSON", "/in/b.csv:3: 1 fields", "/in/c.rss: the feed is cut off",
        "/in/d.jsonl.gz: the gzip data end too early", "; 4 inputs failed"}) {
    EXPECT_THAT(outcome.err, HasSubstr(expected));
  }
  EXPECT_EQ(count_lines(outcome.err), 5U) << outcome.err;
  const std::string stored = claims(folder_.file("l.db"));
  for (int i = 0; i < 30; ++i) EXPECT_THAT(stored, HasSubstr("sent " + std::to_string(i + 2) + " tanks")) << i;
}

/// Standard error of a run whose standard error is a terminal.
std::string on_terminal(const std::vector<std::string>& arguments) {
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  EXPECT_EQ(grantpt(terminal), 0);
  EXPECT_EQ(unlockpt(terminal), 0);
  const std::string name = ptsname(terminal);
  const pid_t child = fork();
  if (child == 0) {
    detail::redirect("/dev/null", O_WRONLY, STDOUT_FILENO);
    detail::redirect(name, O_RDWR | O_NOCTTY, STDERR_FILENO);
    close(terminal);
    detail::become_program(arguments, {});
  }
  // Ends with an error when the program has closed the other side; before it has opened it, there is an error as well.
  std::string all;
  std::array<char, 4096> buffer{};
  int status = 0;
  for (bool ended = false;;) {
    const ssize_t got = read(terminal, buffer.data(), buffer.size());
    if (got > 0) all.append(buffer.data(), static_cast<size_t>(got));
    if (got <= 0 && ended) break;
    if (got <= 0) ended = waitpid(child, &status, WNOHANG) == child;
    if (got <= 0 && !ended) usleep(1000);
  }
  close(terminal);
  EXPECT_EQ(detail::exit_code(status), 0);
  return all;
}

TEST_F(Intake, ProgressIsShownOnATerminalOnly) {
  const std::string in = write_gz("news.jsonl.gz", lines(0, 3000));
  const std::string shown = on_terminal({"read", "--dry-run", in});
  EXPECT_THAT(shown, ::testing::ContainsRegex("[0-9] articles, [0-9,]+ sentences, [0-9,]+/s, [0-9]+ %, [0-9]+ s left"));
  EXPECT_THAT(shown, HasSubstr("3000 articles"));
  EXPECT_THAT(on_terminal({"read", "-q", "--dry-run", in}), Not(HasSubstr("articles")));
  const Outcome elsewhere = run({"read", "--dry-run", in});
  EXPECT_THAT(elsewhere.err, Not(HasSubstr("\r")));
  EXPECT_EQ(count_lines(elsewhere.err), 1U) << elsewhere.err;
}

}  // namespace
}  // namespace entente::faces
