// The command line's contract: help, exit codes, where output goes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "faces/program.h"

namespace entente::faces {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const std::vector<std::string> commands = {"read",  "brief",      "claims", "explain",   "code",   "parse",
                                           "check", "completion", "man",    "balancing", "ladder", "redlines"};

std::vector<json> json_lines(const std::string& text) {
  std::vector<json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

constexpr const char* article_text =
    "Paris sent arms to Chad\n\n"
    "France sent twelve armoured vehicles to Chad on 11 February 1987, the defence ministry said. Libya condemned the "
    "delivery. Chad refused to meet Libyan officials.\n\n"
    "Egypt and Sudan supported Chad. The United States said that it would send anti-aircraft missiles to Chad.\n";

TEST(Help, OfTheProgramNamesEveryCommand) {
  const Outcome help = run({"--help"});
  EXPECT_EQ(help.code, 0);
  for (const std::string& command : commands) EXPECT_THAT(help.out, HasSubstr("\n  " + command + " "));
  EXPECT_THAT(help.err, IsEmpty());
}

TEST(Help, OfEveryCommandBeginsWithExamples) {
  for (const std::string& command : commands) {
    const Outcome help = run({command, "--help"});
    EXPECT_EQ(help.code, 0) << command;
    const size_t examples = help.out.find("Examples:");
    ASSERT_NE(examples, std::string::npos) << command;
    EXPECT_LT(examples, help.out.find("Usage:")) << command;
    EXPECT_THAT(help.out, HasSubstr("--db")) << command;
  }
}

TEST(Help, VersionIsOneLine) {
  const Outcome version = run({"--version"});
  EXPECT_EQ(version.code, 0);
  EXPECT_THAT(version.out, StartsWith("entente "));
  EXPECT_EQ(count_lines(version.out), 1U);
}

TEST(Usage, MistakesGiveTwoAndOneLineThatTellsWhereToLook) {
  const std::vector<std::vector<std::string>> mistakes = {
      {},
      {"bogus"},
      {"--bogus"},
      {"read"},
      {"read", "--bogus", "x"},
      {"read", "--text", "--claims", "x"},
      {"claims", "--kind", "deed"},
      {"claims", "--type", "bogus"},
      {"claims", "--domain", "bogus"},
      {"claims", "--since", "yesterday"},
      {"claims", "--format", "xml"},
      {"claims", "--as-of", "never"},
      {"brief", "RUS", "IRN", "CHN"},
      {"brief", "RUS", "--format", "doc"},
      {"explain"},
      {"parse", "--threads", "0"},
      {"completion", "tcsh"},
  };
  for (const auto& arguments : mistakes) {
    const Outcome outcome = run(arguments);
    const std::string shown = arguments.empty() ? "(nothing)" : arguments.front() + " " + arguments.back();
    EXPECT_EQ(outcome.code, 2) << shown << ": " << outcome.err;
    EXPECT_EQ(count_lines(outcome.err), 1U) << shown << ": " << outcome.err;
    EXPECT_THAT(outcome.out, IsEmpty()) << shown;
  }
}

TEST(Usage, AMisspeltCommandIsNamed) {
  EXPECT_THAT(run({"raed", "x"}).err, HasSubstr("raed"));
}

TEST(Read, PrintsClaimsWithEveryKeyInTheFixedOrder) {
  const Folder folder;
  const std::string file = folder.write("a.txt", article_text);
  const Outcome outcome = run({"read", "--claims", file, "--db", folder.file("l.db")});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const std::vector<std::string> keys = {"id",         "kind",        "source",      "target",    "type", "domain",
                                         "modality",   "about",       "when",        "sentence",  "span", "article",
                                         "confidence", "attribution", "cameo",       "intensity", "sign", "good",
                                         "amount",     "unit",        "consequence", "why"};
  const auto claims = json_lines(outcome.out);
  ASSERT_FALSE(claims.empty());
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> found;
    const auto object = nlohmann::ordered_json::parse(line);
    for (const auto& [key, value] : object.items()) found.push_back(key);
    EXPECT_EQ(found, keys);
  }
}

TEST(Read, SpansCountBytesOfTheTextThatTextPrints) {
  const Folder folder;
  const std::string file = folder.write("a.txt", article_text);
  const auto texts = json_lines(run({"read", "--text", file}).out);
  ASSERT_EQ(texts.size(), 1U);
  const std::string text = texts[0]["text"];
  for (const json& claim : json_lines(run({"read", "--claims", "--dry-run", file}).out)) {
    const size_t begin = claim["span"][0];
    const size_t end = claim["span"][1];
    EXPECT_EQ(text.substr(begin, end - begin), claim["sentence"]);
  }
}

TEST(Read, TextTouchesNeitherLedgerNorLexicon) {
  const Folder folder;
  const std::string file = folder.write("a.txt", article_text);
  const Setting setting{.env = {{"XDG_DATA_HOME", folder.file("home")}, {"ENTENTE_DATA", folder.file("none")}}};
  const Outcome outcome = run({"read", "--text", file}, setting);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_FALSE(fs::exists(folder.file("home")));
  const json line = json::parse(outcome.out);
  for (const char* key : {"path", "title", "published", "byline", "language", "text"}) EXPECT_TRUE(line.contains(key));
}

TEST(Read, MakesTheLedgerUnderTheDataHome) {
  const Folder folder;
  const std::string file = folder.write("a.txt", article_text);
  const Setting setting{.env = {{"XDG_DATA_HOME", folder.file("home")}}};
  const Outcome outcome = run({"read", file}, setting);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_TRUE(fs::exists(folder.file("home/entente/ledger.db")));
  EXPECT_GT(count_lines(run({"claims"}, setting).out), 0U);
}

TEST(Read, StandardInputIsAFileCalledMinus) {
  const Outcome outcome = run({"read", "--text", "-"}, {.input = article_text});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(json::parse(outcome.out)["path"], "-");
}

TEST(Read, TheSecondReadingPrintsTheSameAndAddsNothing) {
  const Folder folder;
  const std::string file = folder.write("a.txt", article_text);
  const Outcome first = run({"read", "--claims", file, "--db", folder.file("l.db")});
  const Outcome second = run({"read", "--claims", file, "--db", folder.file("l.db")});
  EXPECT_EQ(first.out, second.out);
  EXPECT_THAT(second.err, HasSubstr("0 new"));
  EXPECT_EQ(count_lines(run({"claims", "--db", folder.file("l.db")}).out), count_lines(first.out));
}

TEST(Read, AGoneReaderIsNoCrash) {
  const Folder folder;
  std::string many;
  for (int i = 0; i < 200; ++i)
    many += folder.write("t" + std::to_string(i) + ".txt", article_text + std::to_string(i));
  const std::string program = std::string(ENTENTE_BINARY) + "/entente";
  const std::string command =
      program + " read --text " + folder.path().string() + " | head -c 100 >/dev/null; exit ${PIPESTATUS[0]}";
  const int status = std::system(("bash -c '" + command + "'").c_str());
  EXPECT_EQ(detail::exit_code(status), 0);
}

TEST(Read, AFullStandardOutputIsAnError) {
  const Folder folder;
  const std::string file = folder.write("a.txt", article_text);
  const Outcome outcome = run({"read", "--text", file}, {.out_path = "/dev/full"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("standard output"));
}

TEST(Claims, FiltersAndFormats) {
  const Folder folder;
  const std::string db = folder.file("l.db");
  ASSERT_EQ(run({"read", folder.write("a.txt", article_text), "--db", db}).code, 0);
  const auto all = json_lines(run({"claims", "--db", db}).out);
  const auto events = json_lines(run({"claims", "--db", db, "--kind", "event"}).out);
  EXPECT_LT(events.size(), all.size() + 1);
  for (const json& claim : events) EXPECT_EQ(claim["kind"], "event");
  for (const json& claim : json_lines(run({"claims", "--db", db, "--actor", "LBY"}).out)) {
    EXPECT_THAT(claim.dump(), HasSubstr("LBY"));
  }
  EXPECT_THAT(run({"claims", "--db", db, "--format", "csv"}).out, StartsWith("id,kind,type,source,target,"));
  EXPECT_EQ(count_lines(run({"claims", "--db", db, "--format", "table"}).out), all.size() + 1);
  EXPECT_EQ(run({"claims", "--db", db, "--format", "table", "--json"}).out, run({"claims", "--db", db}).out);
  EXPECT_THAT(run({"claims", "--db", db, "--as-of", "0"}).out, IsEmpty());
}

TEST(Claims, WithoutALedgerItSaysHowToFillOne) {
  const Folder folder;
  const Outcome outcome = run({"claims", "--db", folder.file("none.db")});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("entente read"));
}

TEST(Explain, TellsTheStepsOfAClaim) {
  const Folder folder;
  const std::string db = folder.file("l.db");
  const Outcome read = run({"read", "--claims", folder.write("a.txt", article_text), "--db", db});
  const auto claims = json_lines(read.out);
  ASSERT_FALSE(claims.empty());
  const std::string id = claims[0]["id"];
  const Outcome text = run({"explain", id.substr(0, 12), "--db", db});
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr(id));
  const json told = json::parse(run({"explain", id, "--json", "--db", db}).out);
  EXPECT_EQ(told["claim"]["id"], id);
  EXPECT_FALSE(told["steps"].empty());
  EXPECT_FALSE(told["tokens"].empty());
  EXPECT_THAT(text.out, HasSubstr("\u2514\u2500 "));
  EXPECT_THAT(told["considered"][0].get<std::string>(), HasSubstr("claim"));
  EXPECT_EQ(run({"explain", "ffffffffffffffff", "--db", db}).code, 1);
}

TEST(Code, GivesTheIdBackAsItCame) {
  const std::string input =
      "{\"id\": 7, \"text\": \"France condemned the raid by Libya.\"}\n"
      "{\"id\": \"x\\u00e9\", \"text\": \"Libya attacked Chad.\", \"date\": \"1987-02-11\"}\n"
      "{\"id\": [1], \"text\": \"Nobody did anything.\"}\n";
  const Outcome outcome = run({"code"}, {.input = input});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  std::vector<std::string> ids;
  for (const json& event : json_lines(outcome.out)) {
    EXPECT_EQ(event["kind"], "event");
    ids.push_back(event["id"].dump());
  }
  EXPECT_THAT(ids, ::testing::Contains("7"));
  EXPECT_THAT(ids, ::testing::Contains("\"xé\""));
}

TEST(Code, BadLinesAreNamedAndTheOthersGoOn) {
  const std::string input =
      "{\"id\": 1, \"text\": \"Libya attacked Chad.\"}\nno json\n{\"id\": 2}\n"
      "{\"id\": 3, \"text\": \"x\", \"date\": \"soon\"}\n";
  const Outcome outcome = run({"code"}, {.input = input});
  EXPECT_EQ(outcome.code, 3);
  for (const char* place : {"standard input:2", "standard input:3", "standard input:4"}) {
    EXPECT_THAT(outcome.err, HasSubstr(place));
  }
  EXPECT_THAT(outcome.out, HasSubstr("\"id\":1,"));
}

TEST(Parse, OverwritesAllButWords) {
  const std::string words = "# sent_id = 1\n1\tLibya\t_\t_\t_\t_\t_\t_\t_\t_\n2\tattacked\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
  const std::string scrambled =
      "# sent_id = 1\n1\tLibya\tx\tVERB\tVB\tA=b\t2\tconj\t1:x\tM=n\n2\tattacked\ty\tNOUN\tNN\t_\t1\tdep\t_\t_\n\n";
  const Outcome plain = run({"parse", "--conllu"}, {.input = words});
  EXPECT_EQ(plain.code, 0) << plain.err;
  EXPECT_EQ(plain.out, run({"parse", "--conllu"}, {.input = scrambled}).out);
  EXPECT_THAT(plain.out, HasSubstr("# sent_id = 1"));
}

TEST(Parse, RawTextToTenColumns) {
  const Outcome outcome = run({"parse"}, {.input = "Libya attacked Chad. France protested.\n"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  std::istringstream lines(outcome.out);
  int words = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 9) << line;
    ++words;
  }
  EXPECT_EQ(words, 7);
}

TEST(Brief, GoesToAFileInTheFormatThatItsNameTells) {
  const Folder folder;
  const std::string file = folder.write("a.txt", article_text);
  const std::string page = folder.file("brief.html");
  const Outcome outcome = run({"brief", file, "-o", page, "--db", folder.file("l.db")});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(slurp(page), HasSubstr("<html"));
  EXPECT_FALSE(fs::exists(page + ".part"));
  EXPECT_TRUE(json::accept(run({"brief", "FRA", "TCD", "--json", "--db", folder.file("l.db")}).out));
  EXPECT_EQ(run({"brief", "france", "--format", "md", "--db", folder.file("l.db")}).code, 0);
}

TEST(Brief, OfSomebodyUnknownSaysSo) {
  const Folder folder;
  const std::string db = folder.file("l.db");
  ASSERT_EQ(run({"read", folder.write("a.txt", article_text), "--db", db}).code, 0);
  const Outcome outcome = run({"brief", "Atlantis", "--db", db});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("Atlantis"));
}

TEST(Brief, HasNoColourWhereNobodySeesIt) {
  const Folder folder;
  const Outcome outcome = run({"brief", folder.write("a.txt", article_text), "--db", folder.file("l.db")});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, Not(HasSubstr("\033[")));
}

TEST(Completion, OffersEveryCommandInEveryShell) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Outcome script = run({"completion", shell});
    EXPECT_EQ(script.code, 0);
    for (const std::string& command : commands) EXPECT_THAT(script.out, HasSubstr(command)) << shell;
    EXPECT_THAT(script.out, HasSubstr("claims")) << shell;
  }
  const Folder folder;
  const std::string script = folder.write("c.bash", run({"completion", "bash"}).out);
  const std::string ask = ". " + script +
                          "; COMP_WORDS=(entente claims --dom); COMP_CWORD=2; _entente; "
                          "[[ \"${COMPREPLY[*]}\" == --domain ]]";
  EXPECT_EQ(std::system(("bash -c '" + ask + "'").c_str()), 0);
}

TEST(Manual, TellsOfEveryOptionThatHelpTellsOf) {
  const std::string page = run({"man"}).out;
  for (const std::string& command : commands) {
    std::istringstream help(run({command, "--help"}).out);
    for (std::string word; help >> word;) {
      if (!word.starts_with("--") || word.size() < 4 || word == "--help") continue;
      std::string escaped;
      for (const char c : word.substr(0, word.find_first_of(",.;"))) escaped += c == '-' ? "\\-" : std::string(1, c);
      EXPECT_THAT(page, HasSubstr(escaped)) << command;
    }
  }
}

}  // namespace
}  // namespace entente::faces
