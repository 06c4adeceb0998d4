// A mistake in the lexicon is reported with its file and line, and nothing is loaded.
#include "coding/lexicon/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace entente {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A copy of the lexicon in which one file gets a further line.
class BrokenLexicon : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("entente-lexicon-" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::copy(ENTENTE_SOURCE "/lexicon", folder_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string message_after(const std::string& file, const std::string& line) {
    std::ofstream(folder_ / file, std::ios::app) << line << "\n";
    const auto loaded = Lexicon::load(folder_.string());
    return loaded ? "loaded" : loaded.error().message;
  }

  fs::path folder_;
};

TEST_F(BrokenLexicon, LoadsUnbroken) {
  EXPECT_EQ(message_after("cameo.txt", "# a comment"), "loaded");
}

TEST_F(BrokenLexicon, UnknownCode) {
  EXPECT_THAT(message_after("predicates/aid.txt", "v arm | 999 | subj > obj | Iran armed Syria."),
              testing::AllOf(HasSubstr("aid.txt:"), HasSubstr("unknown code '999'")));
}

TEST_F(BrokenLexicon, UnknownRole) {
  EXPECT_THAT(message_after("predicates/aid.txt", "v arm | 070 | Subject > obj | Iran armed Syria."),
              HasSubstr("unknown role 'Subject'"));
}

TEST_F(BrokenLexicon, UnknownActorKind) {
  EXPECT_THAT(message_after("actors/groups.txt", "XYZ planet Mars"),
              testing::AllOf(HasSubstr("groups.txt:"), HasSubstr("unknown kind")));
}

TEST_F(BrokenLexicon, BadDateOfOffice) {
  EXPECT_THAT(message_after("offices/europe.txt", "FRA | head of state | Nobody | | 2020-13-01 |"),
              HasSubstr("a date that is not ISO 8601"));
}

TEST_F(BrokenLexicon, UnknownEffect) {
  EXPECT_THAT(message_after("modality.txt", "v dither | maybe | x"), HasSubstr("unknown effect 'maybe'"));
}

TEST_F(BrokenLexicon, MissingFolder) {
  fs::remove_all(folder_ / "predicates");
  const auto loaded = Lexicon::load(folder_.string());
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::missing);
  EXPECT_THAT(loaded.error().message, HasSubstr("predicates"));
}

}  // namespace
}  // namespace entente
