// The build compiles some standard headers once for all files; here every file is held to include those that it uses
// itself, or through headers of ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "architecture/source_text.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

/// The precompiled headers (cmake/precompiled.cmake) and the names that they are needed for.
const std::map<std::string, std::string>& names_of_headers() {
  static const std::map<std::string, std::string> names = {
      {"algorithm",
       "sort|stable_sort|find|find_if|any_of|all_of|none_of|max_element|min_element|clamp|count|count_if|fill|reverse|"
       "unique|lower_bound|upper_bound|binary_search|equal_range|copy_if|transform|set_intersection|nth_element|"
       "rotate"},
      {"array", "array"},
      {"cmath", "sqrt|log|log2|log10|exp|pow|round|lround|floor|ceil|isfinite|isnan|abs|hypot|erf|tgamma|lgamma"},
      {"cstdint", "u?int(8|16|32|64)_t"},
      {"filesystem", "filesystem"},
      {"functional", "function|hash|less|greater"},
      {"map", "map|multimap"},
      {"memory", "unique_ptr|shared_ptr|make_unique|make_shared|weak_ptr"},
      {"optional", "optional|nullopt"},
      {"set", "set|multiset"},
      {"span", "span"},
      {"string", "string|to_string|stoi|stod"},
      {"string_view", "string_view"},
      {"unordered_map", "unordered_map|unordered_multimap"},
      {"utility", "pair|move|exchange|swap|forward"},
      {"vector", "vector"},
  };
  return names;
}

/// Standard headers that others bring with them by what the standard says of their declarations.
const std::map<std::string, std::set<std::string>>& brought() {
  static const std::map<std::string, std::set<std::string>> by = {
      {"map", {"utility", "memory"}},
      {"unordered_map", {"utility", "memory"}},
      {"set", {"memory", "utility"}},
      {"optional", {"utility"}},
      {"memory", {"utility"}},
      {"array", {"utility"}},
      {"vector", {"utility"}},
      {"string", {"string_view", "utility"}},
      {"functional", {"utility", "memory"}},
      {"algorithm", {"utility"}},
      {"variant", {"utility"}},
      {"span", {"array", "utility"}},
      {"filesystem", {"string", "string_view", "utility", "memory"}},
      {"tuple", {"utility"}},
      {"thread", {"memory"}},
      {"sstream", {"string", "string_view", "utility"}},
      {"fstream", {"string", "string_view", "utility"}},
      {"iostream", {"string", "string_view", "utility"}},
      {"string_view", {"utility"}},
      {"deque", {"utility"}},
      {"queue", {"utility", "vector"}},
      {"chrono", {"cstdint"}},
      {"cinttypes", {"cstdint"}},
  };
  return by;
}

/// The standard headers that a text includes, itself or through headers of ours.
std::set<std::string> included(const std::string& text, std::set<fs::path>& seen) {
  static const std::regex include(R"re(#include\s+(<([^>]+)>|"([^"]+)"))re");
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), include), end; it != end; ++it) {
    if ((*it)[2].matched) {
      found.insert((*it)[2]);
      const auto with = brought().find((*it)[2]);
      if (with != brought().end()) found.insert(with->second.begin(), with->second.end());
      continue;
    }
    const fs::path header = source_tree / (*it)[3].str();
    if (fs::exists(header) && seen.insert(header).second) found.merge(included(contents_of(header), seen));
  }
  return found;
}

/// The precompiled headers whose names a text uses but which it does not include.
std::vector<std::string> leaned_on(const std::string& text) {
  std::set<fs::path> seen;
  const std::set<std::string> has = included(text, seen);
  const std::string code = without_comments(text);
  std::vector<std::string> missing;
  for (const auto& [header, names] : names_of_headers()) {
    if (has.contains(header)) continue;
    const std::regex used((header == "cstdint" ? "\\b(std::)?(" : "\\bstd::(") + names + ")\\b");
    if (std::regex_search(code, used)) missing.push_back(header);
  }
  return missing;
}

TEST(StandardHeaders, EveryFileIncludesWhatItUses) {
  std::vector<std::string> broken;
  for (const auto& entry : fs::recursive_directory_iterator(source_tree)) {
    if (entry.path().extension() != ".h") continue;
    for (const std::string& header : leaned_on(contents_of(entry.path())))
      broken.push_back(fs::relative(entry.path(), source_tree).string() + " lacks #include <" + header + ">");
  }
  EXPECT_THAT(broken, IsEmpty());
}

TEST(StandardHeaders, TheCheckSeesWhatIsMissing) {
  EXPECT_THAT(leaned_on("#include <vector>\nstd::vector<std::string> names(uint8_t);\n"),
              ElementsAre("cstdint", "string"));
  EXPECT_THAT(leaned_on("#include <string>\n// of std::map\nstd::string name();\n"), IsEmpty());
  EXPECT_THAT(leaned_on("#include \"base/result.h\"\nstd::string name();\n"), IsEmpty()) << "result.h includes it";
}

}  // namespace
}  // namespace entente
