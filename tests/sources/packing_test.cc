// gzip and zstd: many members, truncation, padding, bombs, and files that come byte by byte.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "sources/articles.h"
#include "sources/byte_stream.h"

namespace entente {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_sources::Found;
using testing_sources::gzip;
using testing_sources::read_bytes;
using testing_sources::zstd;

Result<std::string> unpacked(std::string_view bytes) {
  return take_all(*ByteStream::over(bytes, "file"));
}

/// Bytes that pack badly, so that packed files are long.
std::string noise(size_t size) {
  std::string out(size, '\0');
  uint32_t state = 12345;
  for (char& c : out) {
    state = state * 1664525 + 1013904223;
    c = static_cast<char>('a' + (state >> 24) % 26);
  }
  return out;
}

struct Packed {
  const char* what;
  std::string bytes;
  std::string plain;
};

std::vector<Packed> sound_files() {
  const std::string long_text = noise(300'000);
  // Outputs that fill a buffer of the unpacker to the last byte are where its ends are easily missed.
  const std::string buffer(1u << 16, 'x');
  const std::string skippable = "\x50\x2a\x4d\x18\x04\0\0\0abcd"s;
  return {
      {"no packing", "plain text", "plain text"},
      {"nothing", "", ""},
      {"gzip", gzip("one"), "one"},
      {"gzip of nothing", gzip(""), ""},
      {"two members", gzip("one ") + gzip("two"), "one two"},
      {"a member of nothing between two", gzip("one ") + gzip("") + gzip("two"), "one two"},
      {"a thousand members",
       [] {
         std::string all;
         for (int i = 0; i < 1000; ++i) all += gzip("ab");
         return all;
       }(),
       [] {
         std::string all;
         for (int i = 0; i < 1000; ++i) all += "ab";
         return all;
       }()},
      {"gzip, then zeros as tapes have them", gzip("one") + std::string(200'000, '\0'), "one"},
      {"gzip, padding, then what looks like a member", gzip("one") + std::string(70'000, ' ') + "\x1f\x8b\x08zz",
       "one"},
      {"long gzip", gzip(long_text), long_text},
      {"gzip that fills a buffer", gzip(buffer), buffer},
      {"two members that fill a buffer each", gzip(buffer) + gzip(buffer), buffer + buffer},
      {"zstd", zstd("one"), "one"},
      {"zstd of nothing", zstd(""), ""},
      {"two frames", zstd("one ") + zstd("two"), "one two"},
      {"a frame to be skipped first", skippable + zstd("one"), "one"},
      {"a frame to be skipped last", zstd("one") + skippable, "one"},
      {"long zstd", zstd(long_text), long_text},
      {"zstd that fills a buffer", zstd(buffer), buffer},
      {"two frames that fill a buffer each", zstd(buffer) + zstd(buffer), buffer + buffer},
      {"zstd within the limit that packs very well", zstd(std::string(40u << 20, 'x')), std::string(40u << 20, 'x')},
  };
}

TEST(Packing, IsUndone) {
  for (const Packed& row : sound_files()) {
    const auto plain = unpacked(row.bytes);
    ASSERT_TRUE(plain.ok()) << row.what << ": " << plain.error().message;
    EXPECT_EQ(plain->size(), row.plain.size()) << row.what;
    EXPECT_TRUE(*plain == row.plain) << row.what;
  }
}

struct Broken {
  const char* what;
  std::string bytes;
  const char* message;
};

std::vector<Broken> broken_files() {
  std::string wrong_sum = gzip(noise(1000));
  wrong_sum[wrong_sum.size() - 6] = static_cast<char>(~wrong_sum[wrong_sum.size() - 6]);
  std::string spoiled = zstd(noise(100'000));
  for (size_t i = 20; i < 60; ++i) spoiled[i] = '\xff';
  return {
      {"gzip cut in its head", gzip("one").substr(0, 5), "file: the gzip data end too early"},
      {"gzip cut in its data", gzip(noise(100'000)).substr(0, 40'000), "file: the gzip data end too early"},
      {"gzip without its last byte", gzip("one").substr(0, gzip("one").size() - 1),
       "file: the gzip data end too early"},
      {"a second member cut", gzip("one") + gzip("two").substr(0, 12), "file: the gzip data end too early"},
      {"gzip with a wrong sum", wrong_sum, "file: damaged gzip data (incorrect data check)"},
      {"zstd cut in its data", zstd(noise(100'000)).substr(0, 40'000), "file: the zstd data end too early"},
      {"a second frame cut", zstd("one") + zstd("two").substr(0, 6), "file: the zstd data end too early"},
      {"zstd spoiled within", spoiled, "file: damaged zstd data ("},
      {"zstd, then something else", zstd("one") + "something else", "file: damaged zstd data ("},
      {"a bomb of gzip", gzip(std::string(60u << 20, 'x')), "file: larger than 50 MB"},
      {"a bomb of zstd", zstd(std::string(60u << 20, 'x')), "file: larger than 50 MB"},
  };
}

TEST(Packing, DamageIsToldInOneLine) {
  for (const Broken& row : broken_files()) {
    const auto plain = unpacked(row.bytes);
    ASSERT_FALSE(plain.ok()) << row.what;
    EXPECT_THAT(plain.error().message, HasSubstr(row.message)) << row.what;
    EXPECT_EQ(plain.error().message.find('\n'), std::string::npos) << row.what;
  }
}

/// A few bytes that stand for very many must not fill the memory at once.
TEST(Packing, UnpacksLittleByLittle) {
  for (const std::string& bomb : {gzip(std::string(60u << 20, 'x')), zstd(std::string(60u << 20, 'x'))}) {
    const auto stream = ByteStream::over(bomb, "bomb");
    size_t all = 0;
    while (stream->more()) {
      ASSERT_LE(stream->ahead().size(), 2u << 20);
      all += stream->ahead().size();
      stream->take(stream->ahead().size());
    }
    EXPECT_FALSE(stream->failure().has_value());
    EXPECT_EQ(all, 60u << 20);
  }
}

TEST(Packing, ArticlesBeforeTheDamageAreReadAndNoneIsCut) {
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines += R"({"id": ")" + std::to_string(i) + R"(", "text": "Peru thanked Chile. )" + noise(60 + i % 30) + "\"}\n";
  }
  for (const std::string& packed : {gzip(lines), zstd(lines)}) {
    const Found found = read_bytes(std::string_view(packed).substr(0, packed.size() / 2), "news.jsonl");
    EXPECT_GT(found.articles.size(), 1000U);
    EXPECT_LT(found.articles.size(), 2000U);
    ASSERT_EQ(found.errors.size(), 1U) << found.errors.front();
    EXPECT_THAT(found.errors.front(), HasSubstr("end too early"));
    EXPECT_EQ(found.articles.back().path, "news.jsonl#" + std::to_string(found.articles.size() - 1));
  }
  std::string rows = "id,text\n";
  for (int i = 0; i < 3000; ++i) rows += std::to_string(i) + ",Peru thanked Chile for " + noise(80) + "\n";
  const Found found = read_bytes(std::string_view(gzip(rows)).substr(0, 2000), "news.csv");
  ASSERT_EQ(found.errors.size(), 1U);
  for (const Article& article : found.articles) EXPECT_TRUE(article.text.ends_with(noise(80))) << article.text;
}

/// A pipe whose writer is slow: the first bytes tell the packing all the same.
TEST(Packing, IsFoundWhereTheFirstBytesComeOneByOne) {
  for (const std::string& bytes : {gzip("one"), zstd("one"), "o"s + "ne"}) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    std::thread writer([&] {
      for (const char c : bytes) {
        if (write(ends[1], &c, 1) != 1) break;
        std::this_thread::yield();
      }
      close(ends[1]);
    });
    auto stream = ByteStream::open("/proc/self/fd/" + std::to_string(ends[0]));
    ASSERT_TRUE(stream.ok());
    const auto plain = take_all(**stream);
    writer.join();
    close(ends[0]);
    ASSERT_TRUE(plain.ok()) << plain.error().message;
    EXPECT_EQ(*plain, "one");
  }
}

struct LineCase {
  const char* what;
  std::string bytes;
  std::vector<std::string> lines;  // "!" for one that is too long
};

TEST(Lines, AreTakenOneByOne) {
  const std::vector<LineCase> rows = {
      {"none", "", {}},
      {"the last without its end", "a\nb", {"a", "b"}},
      {"with its end", "a\nb\n", {"a", "b"}},
      {"carriage returns", "a\r\nb\r\n", {"a", "b"}},
      {"empty ones", "\n\na\n\n", {"", "", "a", ""}},
      {"one too long", "a\n" + std::string(11, 'x') + "\nb\n", {"a", "!", "b"}},
      {"the last too long", "a\n" + std::string(200'000, 'x'), {"a", "!"}},
      {"just short enough", std::string(10, 'x') + "\nb\n", {std::string(10, 'x'), "b"}},
  };
  for (const LineCase& row : rows) {
    const auto stream = ByteStream::over(row.bytes, "file");
    std::vector<std::string> lines;
    while (const auto line = take_line(*stream, 10)) lines.push_back(line->too_long ? "!" : line->text);
    EXPECT_EQ(lines, row.lines) << row.what;
  }
}

}  // namespace
}  // namespace entente
