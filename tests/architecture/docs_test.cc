// The documents keep their word: what they tell one to type works, what the program offers stands in the manual, and
// every file that they name exists.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "faces/program.h"

namespace {

namespace fs = std::filesystem;
using entente::faces::Folder;
using entente::faces::run;
using entente::faces::slurp;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const fs::path root = ENTENTE_SOURCE;
const std::vector<std::string> top_folders = {"bench",  "cases",     "cmake", "docs",  "examples", "fuzz", "lexicon",
                                              "models", "scenarios", "src",   "tests", "tools",    "world"};

std::string contents(const std::string& name) {
  return slurp((root / name).string());
}

/// What matches the pattern's first group, in order.
std::vector<std::string> all_matches(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern, std::regex::multiline);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) found.push_back((*it)[1]);
  return found;
}

/// Names of files in a text that the checkout does not have. `folder` is where the text itself lies; a name in which
/// NAME or LAYER stands for many is looked for up to there.
std::vector<std::string> missing_files(const std::string& text, const fs::path& folder) {
  static const std::string top =
      "(?:bench|cases|cmake|docs|examples|fuzz|lexicon|models|scenarios|src|tests|tools|world)";
  std::vector<std::string> named = all_matches(text, R"((?:^|[\s`(\[])()" + top + R"(/[A-Za-z0-9_./-]*))");
  for (const auto& link : all_matches(text, R"(\]\(([A-Za-z0-9_./-]+\.[a-z]+)\))")) named.push_back(link);
  std::vector<std::string> missing;
  for (std::string name : named) {
    while (!name.empty() && name.back() == '.') name.pop_back();
    name = std::regex_replace(name, std::regex(R"(/(NAME|LAYER).*)"), "/");
    if (!fs::exists(root / name) && !fs::exists(folder / name)) missing.push_back(name);
  }
  return missing;
}

/// Every text of the project that speaks of files: documents, sources, scripts.
std::vector<fs::path> files_that_name_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(root)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  for (const std::string& top : top_folders) {
    if (!fs::exists(root / top)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      const std::string ending = entry.path().extension().string();
      const bool text = ending == ".md" || ending == ".h" || ending == ".sh" || ending == ".py" || ending == ".cmake";
      if (entry.is_regular_file() && text) files.push_back(entry.path());
    }
  }
  return files;
}

/// The lines to type of a document: those in sh blocks and those set in by four blanks, without comments.
std::vector<std::string> command_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  bool in_block = false, in_shell = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      in_shell = !in_block && line == "```sh";
      in_block = !in_block;
    } else if (in_shell || (!in_block && line.starts_with("    "))) {
      line = std::regex_replace(line, std::regex(R"(^\s+|\s+#.*$)"), "");
      if (line.starts_with("entente ") || line.starts_with("make ")) lines.push_back(line);
    }
  }
  return lines;
}

std::set<std::string> options_in(const std::string& text) {
  const auto found = all_matches(text, R"((?:^|[\s,`])(--[a-z][a-z-]+))");
  return {found.begin(), found.end()};
}

/// The manual's part under a heading that begins so.
std::string section(const std::string& manual, const std::string& heading) {
  const size_t begin = manual.find("\n## " + heading);
  if (begin == std::string::npos) return {};
  return manual.substr(begin, manual.find("\n## ", begin + 1) - begin);
}

std::vector<std::string> untold_options(const std::string& help, const std::string& manual) {
  const auto told = options_in(manual);
  std::vector<std::string> untold;
  for (const std::string& option : options_in(help.substr(std::min(help.size(), help.find("\nOptions:"))))) {
    if (!told.contains(option)) untold.push_back(option);
  }
  return untold;
}

/// The words of every command: {"read"}, {"whatif", "trade"}.
std::vector<std::vector<std::string>> commands(const std::vector<std::string>& above = {}) {
  std::vector<std::string> words = above;
  words.emplace_back("--help");
  const std::string help = run(words).out;
  const size_t list = help.find("\nCommands:");
  if (list == std::string::npos) return {};
  std::vector<std::vector<std::string>> found;
  for (const std::string& name : all_matches(help.substr(list), R"(^  ([a-z]+) )")) {
    std::vector<std::string> command = above;
    command.push_back(name);
    found.push_back(command);
    for (auto& below : commands(command)) found.push_back(below);
  }
  return found;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// A folder with what the examples speak of, and a shell that runs their lines in it.
class Desk {
 public:
  Desk() {
    const std::string article = contents("examples/russia-iran.txt");
    folder_.write("article.txt", article);
    folder_.write("stories.jsonl", "{\"id\": \"1\", \"text\": \"France condemned Libya on Monday.\"}\n");
    folder_.write("news/other.txt", contents("examples/ethiopia-eritrea.txt"));
    folder_.write("article.html", "<html><body><article><p>" + article + "</p></article></body></html>");
    fs::copy(root / "scenarios", folder_.path() / "scenarios");
    fs::create_directories(folder_.path() / "examples");
    fs::copy(root / "examples", folder_.path() / "examples", fs::copy_options::recursive);
  }

  /// The exit code. An id of a claim that a document made up becomes the first that the ledger holds.
  [[nodiscard]] int type(std::string line) const {
    line = std::regex_replace(line, std::regex("explain [0-9a-f]+"),
                              "explain $(entente claims | cut -c 8-17 | head -n 1)");
    const std::string there =
        "cd '" + folder_.path().string() + "' && PATH=\"" ENTENTE_BINARY ":$PATH\" XDG_DATA_HOME=\"$PWD\"";
    return std::system((there + " sh -c '" + line + "' > /dev/null 2> last-error").c_str());
  }
  [[nodiscard]] std::string last_error() const { return slurp(folder_.file("last-error")); }

 private:
  Folder folder_;
};

void expect_lines_work(const std::string& document) {
  const Desk desk;
  const std::string makefile = contents("Makefile");
  for (const std::string& line : command_lines(contents(document))) {
    if (line.starts_with("make ")) {
      EXPECT_THAT(all_matches(makefile, R"(^([a-z]+):)"), Contains(line.substr(5))) << document;
    } else {
      EXPECT_EQ(desk.type(line), 0) << document << ": " << line << "\n" << desk.last_error();
    }
  }
}

TEST(Docs, WhatTheReadmeTellsToTypeWorks) {
  expect_lines_work("README.md");
}
TEST(Docs, WhatTheExamplesTellToTypeWorks) {
  expect_lines_work("examples/README.md");
}

TEST(Docs, NamedFilesExist) {
  std::vector<std::string> missing;
  for (const fs::path& file : files_that_name_files()) {
    for (const std::string& name : missing_files(slurp(file.string()), file.parent_path())) {
      missing.push_back(file.lexically_relative(root).string() + " names " + name);
    }
  }
  EXPECT_THAT(missing, IsEmpty());
}

TEST(Manual, HasEveryCommandAndOption) {
  const std::string manual = contents("docs/manual.md"), page = run({"man"}).out;
  const std::string plain_page = std::regex_replace(page, std::regex(R"(\\([-&]))"), "$1");
  const std::string shared = section(manual, "Of every command");
  EXPECT_THAT(untold_options(run({"--help"}).out, shared), IsEmpty());
  for (const std::vector<std::string>& words : commands()) {
    const std::string command = joined(words);
    std::vector<std::string> asking = words;
    asking.emplace_back("--help");
    const std::string help = run(asking).out;
    const std::string part = section(manual, "entente " + command);
    EXPECT_FALSE(part.empty()) << "no section on " << command;
    EXPECT_THAT(untold_options(help, shared + part), IsEmpty()) << command;
    EXPECT_THAT(untold_options(help, std::regex_replace(plain_page, std::regex(R"(\\fB)"), " ")), IsEmpty()) << command;
    EXPECT_THAT(untold_options("\nOptions:" + part, help), IsEmpty()) << command << ": the program has no such option";
  }
}

TEST(Manual, HasEveryKeyOfTheJson) {
  const std::string article = (root / "examples/russia-iran.txt").string();
  const std::string manual = section(contents("docs/manual.md"), "JSON");
  for (const char* option : {"--claims", "--text", "--dropped"}) {
    const std::string out = run({"read", option, "--dry-run", article}).out;
    const auto first = nlohmann::json::parse(out.substr(0, out.find('\n')));
    for (const auto& [key, value] : first.items()) EXPECT_THAT(manual, testing::HasSubstr("`" + key + "`"));
  }
}

TEST(Manual, HasEveryKeyOfAPair) {
  const std::string line = R"({"id": 1, "text": "Iran armed Syria.", "source": [0, 4], "target": [11, 16]})";
  const std::string out = run({"code", "--pairs"}, {.input = line + "\n"}).out;
  const std::string manual = contents("docs/manual.md");
  const std::string part =
      manual.substr(manual.find("### A pair"), manual.find("### Others") - manual.find("### A pair"));
  const auto answer = nlohmann::json::parse(out, nullptr, false);
  ASSERT_TRUE(answer.is_object()) << out;
  for (const auto& [key, value] : answer.items()) EXPECT_THAT(part, testing::HasSubstr("`" + key + "`"));
}

TEST(Manual, HasEveryVariableOfTheEnvironment) {
  const std::string manual = section(contents("docs/manual.md"), "Environment"), page = run({"man"}).out;
  for (const auto& entry : fs::recursive_directory_iterator(root / "src")) {
    if (entry.path().extension() != ".cc") continue;
    for (const auto& name :
         all_matches(slurp(entry.path().string()), R"re((?:getenv|environment|set)\("([A-Z_]+)"\))re")) {
      if (name == "HOME" || name == "COLUMNS" || name == "TERM") continue;
      EXPECT_THAT(manual, testing::HasSubstr("`" + name + "`"));
      EXPECT_THAT(page, testing::HasSubstr("\n" + name + "\n"));
    }
  }
}

TEST(Licences, AreThere) {
  EXPECT_THAT(contents("LICENSE"), testing::HasSubstr("Apache License"));
  EXPECT_THAT(contents("models/LICENSE-english.model.txt"), testing::HasSubstr("Attribution-ShareAlike 4.0"));
}

TEST(Docs, TheChecksSeeWhatIsWrong) {
  EXPECT_THAT(missing_files("see `docs/nowhere.md` and src/README.md.", root), ElementsAre("docs/nowhere.md"));
  EXPECT_THAT(missing_files("![a picture](picture.png)", root), ElementsAre("picture.png"));
  EXPECT_THAT(command_lines("Try\n\n    make demo\n\n```sh\nentente read x  # why\n```\n```json\nentente no\n```\n"),
              ElementsAre("make demo", "entente read x"));
  EXPECT_THAT(untold_options("\nOptions:\n  -q,--quiet  no\n  --loud N  yes\n", "| `--quiet` | |"),
              ElementsAre("--loud"));
  EXPECT_NE(Desk().type("entente frobnicate"), 0);
  EXPECT_NE(Desk().type("entente brief nobody.txt"), 0);
  EXPECT_THAT(section("\n## entente read\na\n## entente parse\nb\n", "entente parse"), Not(testing::HasSubstr("a\n")));
}

}  // namespace
