// An article that gives no claims says why: an empty answer without a reason is what users of other coders complain of.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "engine/engine.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

class WhyNone : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("entente-why-none-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  /// Reads one text without keeping it: its number of claims, and the reason where there are none.
  std::pair<size_t, std::string> read(const std::string& text) {
    std::ofstream(folder_ / "article.txt") << text;
    EngineOptions options;
    options.data_folder = ENTENTE_SOURCE;
    Engine engine(options);
    std::pair<size_t, std::string> told;
    const auto summary =
        engine.read({(folder_ / "article.txt").string()}, ReadMode::dry_run, [&](const ReadArticle& article) {
          told = {article.claims.size(), article.why_none};
          return true;
        });
    EXPECT_TRUE(summary) << summary.error().message;
    return told;
  }

  fs::path folder_;
};

TEST_F(WhyNone, NobodyKnownIsNamed) {
  EXPECT_EQ(read("The old mill by the river was sold on Monday.").second, "nobody known is named");
}

TEST_F(WhyNone, NothingIsDone) {
  const auto [claims, reason] = read("The weather in France was mild in the spring.");
  EXPECT_EQ(claims, 0u);
  EXPECT_NE(reason.find("nothing said"), std::string::npos) << reason;
}

TEST_F(WhyNone, ClaimsNeedNoReason) {
  const auto [claims, reason] = read("France condemned the Libyan raid on Chad.");
  EXPECT_GT(claims, 0u);
  EXPECT_EQ(reason, "");
}

}  // namespace
}  // namespace entente
