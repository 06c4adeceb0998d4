// Files, folders, compression, encodings and bad input.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sources/sources.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class Inputs : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("entente-sources-" + std::to_string(::getpid()));
    fs::create_directories(folder_ / "sub");
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, std::string_view bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }

  fs::path folder_;
};

ErrorCode code_of(const Result<Article>& result) {
  return result.ok() ? ErrorCode::usage : result.error().code;
}

TEST_F(Inputs, ListsTextsAndPagesSortedAndPassesOverOthers) {
  const std::string b = write("sub/b.txt", "B");
  const std::string a = write("a.html", "A");
  write(".hidden.txt", "H");
  write("picture.png", "P");
  const std::string bare = write("sub/bare", "C");
  const auto files = list_inputs({folder_.string(), "-", a});
  ASSERT_TRUE(files.ok());
  EXPECT_THAT(*files, ElementsAre("-", a, b, bare));
}

TEST_F(Inputs, NamesWhatIsMissingOrWithoutTexts) {
  const auto missing = list_inputs({(folder_ / "none").string()});
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code, ErrorCode::missing);
  EXPECT_THAT(missing.error().message, HasSubstr("none"));
  const auto nothing = list_inputs({(folder_ / "sub").string()});
  ASSERT_FALSE(nothing.ok());
  EXPECT_EQ(nothing.error().code, ErrorCode::input);
}

TEST_F(Inputs, RefusesWhatItMayNotRead) {
  const std::string file = write("secret.txt", "secret");
  ::chmod(file.c_str(), 0);
  if (::access(file.c_str(), R_OK) == 0) GTEST_SKIP() << "this user may read everything";
  EXPECT_EQ(code_of(read_article(file)), ErrorCode::io);
  const auto files = list_inputs({file});
  ASSERT_FALSE(files.ok());
  EXPECT_EQ(files.error().code, ErrorCode::io);
}

TEST_F(Inputs, RefusesBadFilesWithOneLineThatNamesThem) {
  using namespace std::string_literals;
  const std::vector<std::pair<std::string, std::string>> files = {{"empty.txt", ""},
                                                                  {"blank.txt", " \n\t\n"},
                                                                  {"binary.txt", "\x01\x00\x02\x00\x00\x07\x00\x00"s},
                                                                  {"a.pdf", "%PDF-1.4 "},
                                                                  {"cut.gz", "\x1f\x8b\x08\x00\x01"s},
                                                                  {"bare.html", "<html><body></body></html>"}};
  for (const auto& [name, bytes] : files) {
    const auto result = read_article(write(name, bytes));
    ASSERT_FALSE(result.ok()) << name;
    EXPECT_EQ(result.error().code, ErrorCode::input) << name;
    EXPECT_THAT(result.error().message, HasSubstr(name));
    EXPECT_EQ(result.error().message.find('\n'), std::string::npos);
  }
  EXPECT_EQ(code_of(read_article((folder_ / "none.txt").string())), ErrorCode::missing);
  EXPECT_EQ(code_of(read_article(folder_.string())), ErrorCode::input);
}

TEST_F(Inputs, RefusesMoreThanFiftyMegabytes) {
  const std::string file = write("large.txt", "");
  fs::resize_file(file, max_article_bytes + 1);
  EXPECT_EQ(code_of(read_article(file)), ErrorCode::too_large);
}

/// "Peru thanked Chile." packed by gzip.
constexpr unsigned char packed[] = {0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x0b, 0x48, 0x2d,
                                    0x2a, 0x55, 0x28, 0xc9, 0x48, 0xcc, 0xcb, 0x4e, 0x4d, 0x51, 0x70, 0xce, 0xc8,
                                    0xcc, 0x49, 0xd5, 0x03, 0x00, 0xf4, 0xe1, 0xb9, 0x4b, 0x13, 0x00, 0x00, 0x00};

TEST(Encoding, UnpacksGzip) {
  const auto article = make_article({reinterpret_cast<const char*>(packed), sizeof packed}, "a.gz");
  ASSERT_TRUE(article.ok()) << article.error().message;
  EXPECT_EQ(article->text, "Peru thanked Chile.");
}

struct EncodedText {
  const char* what;
  std::string bytes;
  std::string text;
  size_t broken;
};

std::vector<EncodedText> encoded_texts() {
  using namespace std::string_literals;
  return {
      {"UTF-8", "The caf\xC3\xA9 talks", "The café talks", 0},
      {"UTF-8 with mark", "\xEF\xBB\xBFThe talks", "The talks", 0},
      {"UTF-16 LE", "\xFF\xFET\0h\0e\0 \0\xE9\0t\0\xE9\0"s, "The été", 0},
      {"UTF-16 BE", "\xFE\xFF\0T\0h\0e\0 \0\xE9"s, "The é", 0},
      {"UTF-16 LE without mark", "T\0a\0l\0k\0s\0 \0e\0n\0d\0"s, "Talks end", 0},
      {"UTF-16 LE with a pair of surrogates", "\xFF\xFE\x3D\xD8\x4A\xDC!\0"s, "👊!", 0},
      {"Windows-1252", "The caf\xE9 \x93talks\x94", "The café “talks”", 0},
      {"broken UTF-8", "The caf\xC3\xA9 \xFFtalks \xFE", "The café �talks �", 2},
      {"declared",
       "<html><head><meta charset=\"windows-1251\"></head><body><p>\xCC\xEE\xF1\xEA\xE2\xE0</p></body></html>",
       "Москва", 0},
      {"line ends and blanks", "The\xC2\xA0talks \t end\r\n\r\nHere\rThere", "The talks end\n\nHere\n\nThere", 0},
  };
}

TEST(Encoding, IsFound) {
  for (const EncodedText& row : encoded_texts()) {
    const auto article = make_article(row.bytes, row.what);
    ASSERT_TRUE(article.ok()) << article.error().message;
    EXPECT_EQ(article->text, row.text) << row.what;
    EXPECT_EQ(article->broken_bytes, row.broken) << row.what;
  }
}

TEST(Language, IsTold) {
  const auto language = [](std::string_view text) { return make_article(text, "t")->language; };
  EXPECT_EQ(language("The two governments agreed on Monday to reopen the border between their countries."), "en");
  EXPECT_EQ(language("Die beiden Regierungen haben am Montag vereinbart, die gemeinsame Grenze wieder zu öffnen."),
            "de");
  EXPECT_EQ(language("12 34 56"), "un");
  EXPECT_EQ(
      language("Donaudampfschiffahrtsgesellschaft AG of Klosterneuburg said that Oesterreichische Nationalbank Wien "
               "and Bundesfinanzministerium bought the shares of Steiermaerkische Wasserkraft Aktiengesellschaft."),
      "en");
}

}  // namespace
}  // namespace entente
