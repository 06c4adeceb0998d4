// A model that is absent, cut off or changed is refused by name; a good one says which it is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "reading/model_path.h"

namespace entente {
namespace {

using testing::HasSubstr;

std::string bytes_of_model() {
  std::ifstream in(model_path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

class Damage : public testing::Test {
 protected:
  void SetUp() override {
    path_ = (std::filesystem::path(testing::TempDir()) / ("entente-" + std::to_string(::getpid()) + ".model")).string();
  }
  void TearDown() override { std::filesystem::remove(path_); }

  Error error_for(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    const auto loaded = Reader::load(path_);
    return loaded.ok() ? Error{ErrorCode::usage, "loaded"} : loaded.error();
  }

  std::string path_;
};

TEST_F(Damage, IsNamedWhereverItIs) {
  const std::string good = bytes_of_model();
  for (const size_t at : {size_t{0}, size_t{16}, size_t{40}, size_t{200}, good.size() / 2, good.size() - 1}) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x10);
    const Error error = error_for(bad);
    EXPECT_EQ(error.code, ErrorCode::damaged) << at;
    EXPECT_THAT(error.message, HasSubstr(path_));
  }
}

TEST_F(Damage, IsSeenWhenTheFileIsShortOrLong) {
  const std::string good = bytes_of_model();
  for (const size_t size : {size_t{0}, size_t{7}, size_t{100}, good.size() / 2, good.size() - 1}) {
    EXPECT_EQ(error_for(good.substr(0, size)).code, ErrorCode::damaged) << size;
  }
  EXPECT_EQ(error_for(good + "x").code, ErrorCode::damaged);
  EXPECT_EQ(error_for(std::string(100000, 'z')).code, ErrorCode::damaged);
}

TEST_F(Damage, AnotherVersionIsSaidSo) {
  std::string other = bytes_of_model();
  other[8] = static_cast<char>(other[8] + 1);
  EXPECT_EQ(error_for(other).code, ErrorCode::version);
}

TEST(Model, MissingIsNamed) {
  const auto loaded = Reader::load("/nowhere/at/all.model");
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().code, ErrorCode::missing);
  EXPECT_THAT(loaded.error().message, HasSubstr("/nowhere/at/all.model"));
  EXPECT_EQ(Reader::load(ENTENTE_SOURCE).error().code, ErrorCode::damaged);
}

TEST(Model, IsSmallAndSaysItsHash) {
  EXPECT_LE(std::filesystem::file_size(model_path), 20U << 20);
  EXPECT_THAT(reader().version(), testing::MatchesRegex("ewt-[0-9]+/[0-9a-f]{32}"));
}

}  // namespace
}  // namespace entente
