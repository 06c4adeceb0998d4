// The house rules, checked on the files themselves: a layer includes only what the build declares for it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "architecture/source_text.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

/// Layer name to the layers that it may include, as CMake wrote them down while configuring.
std::map<std::string, std::set<std::string>> declared_layers() {
  std::map<std::string, std::set<std::string>> layers;
  std::ifstream table(fs::path(ENTENTE_BINARY) / "layers.txt");
  for (std::string line; std::getline(table, line);) {
    std::istringstream words(line);
    std::string name;
    words >> name;
    name.pop_back();
    std::set<std::string>& needs = layers[name];
    for (std::string need; words >> need;) needs.insert(need);
    needs.insert(name);
  }
  return layers;
}

/// What a file includes that its layer may not, one message each.
std::vector<std::string> forbidden_includes(const std::string& layer, const std::string& text,
                                            const std::string& file) {
  static const auto layers = declared_layers();
  static const std::regex include(R"re(#include\s+"([a-z_]+)/[^"]*")re");
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), include), end; it != end; ++it) {
    const std::string other = (*it)[1];
    if (layers.contains(other) && !layers.at(layer).contains(other))
      found.push_back(file + " includes " + (*it)[0].str());
  }
  return found;
}

std::string layer_of(const fs::path& file) {
  return fs::relative(file, source_tree).begin()->string();
}

TEST(Includes, FollowTheDeclaredLayers) {
  ASSERT_FALSE(declared_layers().empty()) << "layers.txt is missing from the build folder";
  std::vector<std::string> broken;
  for (const fs::path& file : source_files()) {
    for (auto& message : forbidden_includes(layer_of(file), contents_of(file), file.string()))
      broken.push_back(message);
  }
  EXPECT_THAT(broken, IsEmpty());
}

TEST(Includes, TheCheckSeesAForbiddenOne) {
  EXPECT_EQ(forbidden_includes("domain", "#include \"ledger/ledger.h\"\n", "x.h").size(), 1u);
  EXPECT_EQ(forbidden_includes("relations", "#include \"sources/sources.h\"\n", "x.h").size(), 1u);
  EXPECT_THAT(forbidden_includes("coding", "#include \"reading/reading.h\"\n#include <vector>\n", "x.h"), IsEmpty());
}

TEST(Includes, EveryFolderIsADeclaredLayer) {
  const auto layers = declared_layers();
  for (const auto& entry : fs::directory_iterator(source_tree)) {
    if (!entry.is_directory()) continue;
    EXPECT_TRUE(layers.contains(entry.path().filename().string())) << entry.path();
  }
}

TEST(Doors, OtherLayersComeInByTheFrontDoorOnly) {
  // base, domain and report are rooms without inner parts: all their headers are doors. Engine's results are read by
  // report.
  static const std::regex include(
      R"re(#include\s+"((sources|reading|coding|ledger|relations|reasoning|foresight)/[^"]*)")re");
  std::vector<std::string> broken;
  for (const fs::path& file : source_files()) {
    const std::string text = contents_of(file);
    for (std::sregex_iterator it(text.begin(), text.end(), include), end; it != end; ++it) {
      const std::string layer = (*it)[2];
      const std::string door = layer + "/" + layer + ".h";
      if (layer_of(file) != layer && (*it)[1] != door) broken.push_back(file.string() + " includes " + (*it)[1].str());
    }
  }
  EXPECT_THAT(broken, IsEmpty());
}

}  // namespace
}  // namespace entente
