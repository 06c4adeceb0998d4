// The build compiles several files of a layer together; here every file is held to include the headers of the types
// that it names, itself or through others. (The dev preset compiles every file and every header alone.)
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "architecture/source_text.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

using Sources = std::map<std::string, std::string>;  // text by path below src

/// Where the comment, string or character that begins there ends, or the next place if none does.
size_t past_noise(const std::string& text, size_t at) {
  const auto behind = [&](const char* end, size_t from) { return std::min(text.find(end, from), text.size()); };
  if (text.compare(at, 2, "//") == 0) return behind("\n", at);
  if (text.compare(at, 2, "R\"") == 0) {
    const std::string mark = text.substr(at + 2, text.find('(', at) - at - 2);
    return behind((")" + mark + "\"").c_str(), at) + mark.size() + 2;
  }
  const char quote = text[at];
  const bool separator =
      quote == '\'' && at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0;  // 1'000
  if ((quote != '"' && quote != '\'') || separator) return at + 1;
  size_t end = at + 1;
  while (end < text.size() && text[end] != quote) end += text[end] == '\\' ? 2 : 1;
  return end + 1;
}

/// Code with a blank for every comment, string and character.
std::string bare(const std::string& text) {
  std::string code;
  for (size_t at = 0; at < text.size();) {
    const size_t next = past_noise(text, at);
    code += next == at + 1 ? text[at] : ' ';
    at = next;
  }
  return code;
}

/// A type, or a parameter of a template: its name, and whether it stands at the margin and is told in full.
struct Declared {
  std::string name;
  bool home = false;
};

std::vector<Declared> types_of(const std::string& code) {
  static const std::regex type(R"re((\s*)(?:(?:struct|class|enum class|enum) (\w+)(?: final)?(.*)|using (\w+) =.*))re");
  static const std::regex parameter(R"(class (\w+))");
  std::vector<Declared> found;
  std::istringstream lines(code);
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    const size_t word = line.find_first_not_of(' ');
    if (line.find("template <") == word) {
      for (std::sregex_iterator it(line.begin(), line.end(), parameter), end; it != end; ++it) {
        found.push_back({(*it)[1], false});
      }
      continue;
    }
    if (word == std::string::npos || std::string_view("sceu").find(line[word]) == std::string_view::npos) continue;
    if (!std::regex_match(line, match, type)) continue;
    const bool announced = match[2].matched && match[3] == ";";
    found.push_back({match[2].matched ? match[2] : match[4], match[1].length() == 0 && !announced});
  }
  return found;
}

/// Words that begin with a capital, but for those behind a scope or a dot: "Type", not "Scope::Type".
std::set<std::string> names_in(const std::string& code) {
  const auto of_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  std::set<std::string> found;
  for (size_t at = 0; at < code.size();) {
    if (!of_word(code[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < code.size() && of_word(code[end])) ++end;
    const char before = at == 0 ? ' ' : code[at - 1];
    if (std::isupper(static_cast<unsigned char>(code[at])) != 0 && before != ':' && before != '.') {
      found.insert(code.substr(at, end - at));
    }
    at = end;
  }
  return found;
}

std::vector<std::string> includes_of(const std::string& text) {
  static const std::regex include(R"re(#include "([^"]+)".*)re");
  std::vector<std::string> found;
  std::istringstream lines(text);
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#include \"") && std::regex_match(line, match, include)) found.push_back(match[1]);
  }
  return found;
}

using Includes = std::map<std::string, std::vector<std::string>>;  // by file

void add_included(const Includes& of, const std::string& file, std::set<std::string>& seen) {
  const auto direct = of.find(file);
  if (direct == of.end() || !seen.insert(file).second) return;
  for (const std::string& header : direct->second) add_included(of, header, seen);
}

/// "file lacks header of Type", for types that one header alone has.
std::vector<std::string> lacking(const Sources& sources) {
  std::map<std::string, std::string> code;
  std::map<std::string, std::set<std::string>> homes, declared;
  Includes direct;
  for (const auto& [file, text] : sources) {
    direct[file] = includes_of(text);
    code[file] = bare(text);
    for (const Declared& type : types_of(code[file])) {
      declared[file].insert(type.name);
      if (type.home) homes[type.name].insert(file);
    }
  }
  std::vector<std::string> broken;
  for (const auto& [file, text] : code) {
    std::set<std::string> includes;
    add_included(direct, file, includes);
    const auto at_hand = [&](const std::string& name) {
      return std::any_of(includes.begin(), includes.end(),
                         [&](const auto& from) { return declared[from].contains(name); });
    };
    for (const std::string& name : names_in(text)) {
      const auto home = homes.find(name);
      if (home == homes.end() || home->second.size() != 1 || at_hand(name)) continue;
      const std::string& header = *home->second.begin();
      if (header.ends_with(".h")) broken.push_back(file + " lacks " + header + " of " + name);
    }
  }
  return broken;
}

TEST(OwnHeaders, EveryFileIncludesTheTypesThatItNames) {
  Sources sources;
  for (const fs::path& file : source_files()) {
    sources[fs::relative(file, source_tree).string()] = contents_of(file);
  }
  ASSERT_GT(sources.size(), 300U);
  EXPECT_THAT(lacking(sources), IsEmpty());
}

TEST(OwnHeaders, TheCheckSeesWhatIsMissing) {
  const Sources sources = {{"a.h", "struct Apple {\n  int core = 0;\n};\n"},
                           {"b.h", "#include \"a.h\"\nclass Basket {\n  Apple one;\n};\n"},
                           {"c.cc", "#include \"b.h\"\nBasket b; Apple a; Scope::Cherry c; // Date\n"},
                           {"d.cc", "Basket* b; const char* text = \"Apple\";\n"},
                           {"e.cc", "class Basket;\nBasket* b; // 'tis\n"}};
  EXPECT_THAT(lacking(sources), ElementsAre("d.cc lacks b.h of Basket"));
}

}  // namespace
}  // namespace entente
