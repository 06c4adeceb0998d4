// The seeds of the fuzzers stay what they are meant to be: readable where they should be, refused where they should be.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "../fuzz/small_lexicon.h"
#include "coding/coding.h"
#include "sources/sources.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

struct Seed {
  std::string path;
  std::string bytes;
};

std::vector<Seed> seeds_of(const std::string& target) {
  std::vector<Seed> seeds;
  for (const auto& entry : fs::directory_iterator(fs::path(ENTENTE_SOURCE) / "fuzz/corpus" / target)) {
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    seeds.push_back({entry.path().string(), bytes.str()});
  }
  std::sort(seeds.begin(), seeds.end(), [](const Seed& a, const Seed& b) { return a.path < b.path; });
  return seeds;
}

std::shared_ptr<const Reader> reader() {
  static const auto loaded = [] {
    auto model = Reader::load(std::string(ENTENTE_SOURCE) + "/models/english.model");
    return model ? std::make_shared<const Reader>(std::move(*model)) : nullptr;
  }();
  return loaded;
}

TEST(Seeds, PagesAndTextsAreArticles) {
  for (const std::string target : {"html", "text"}) {
    const auto seeds = seeds_of(target);
    EXPECT_GE(seeds.size(), 4U);
    for (const Seed& seed : seeds) {
      const auto article = make_article(seed.bytes, seed.path);
      EXPECT_TRUE(article.ok()) << (article.ok() ? "" : article.error().message);
    }
  }
}

TEST(Seeds, FilesOfManyArticlesHaveSome) {
  for (const std::string target : {"feed", "json_lines", "csv", "warc"}) {
    const auto seeds = seeds_of(target);
    EXPECT_GE(seeds.size(), 3U);
    for (const Seed& seed : seeds) {
      const auto file = open_articles_in(seed.bytes, seed.path);
      ASSERT_TRUE(file.ok()) << file.error().message;
      size_t articles = 0;
      while (const auto draft = (*file)->next()) articles += draft->ok() && (*draft)->make().ok();
      EXPECT_GE(articles, 1U) << seed.path;
    }
  }
}

TEST(Seeds, ConlluReadsBackToItself) {
  ASSERT_NE(reader(), nullptr);
  for (const Seed& seed : seeds_of("conllu")) {
    const auto once = annotate_conllu(*reader(), seed.bytes);
    ASSERT_TRUE(once.ok()) << seed.path << ": " << once.error().message;
    const auto twice = annotate_conllu(*reader(), *once);
    ASSERT_TRUE(twice.ok()) << seed.path << ": " << twice.error().message;
    EXPECT_EQ(*once, *twice) << seed.path;
  }
}

/// A seed's first line ends in "good", or in "bad" and the number of the line that the error names.
TEST(Seeds, LexiconsAreReadOrRefusedAtTheLineTheySay) {
  ASSERT_NE(reader(), nullptr);
  for (const Seed& seed : seeds_of("lexicon")) {
    SCOPED_TRACE(seed.path);
    const auto given = fuzz::take_apart(seed.bytes);
    ASSERT_TRUE(given.has_value());
    const fuzz::SmallLexicon lexicon;
    lexicon.write(*given->part, given->content);
    const auto coder = Coder::load(lexicon.folder(), reader());
    const std::string expected = seed.bytes.substr(3, seed.bytes.find('\n') - 3);
    if (expected == "good") {
      EXPECT_TRUE(coder.ok()) << coder.error().message;
      continue;
    }
    ASSERT_TRUE(expected.starts_with("bad ")) << expected;
    ASSERT_FALSE(coder.ok());
    const std::string place = lexicon.folder() + "/" + std::string(given->part->path) + ":" + expected.substr(4) + ": ";
    EXPECT_TRUE(coder.error().message.starts_with(place)) << coder.error().message;
  }
}

TEST(Seeds, TextsToCodeHaveClaims) {
  ASSERT_NE(reader(), nullptr);
  const auto coder = Coder::load(std::string(ENTENTE_SOURCE) + "/lexicon", reader());
  ASSERT_TRUE(coder.ok()) << coder.error().message;
  size_t claims = 0;
  for (const Seed& seed : seeds_of("code")) {
    Article article;
    article.language = "en";
    article.text = seed.bytes;
    claims += coder->code(article).claims.size();
  }
  EXPECT_GE(claims, 5U);
}

}  // namespace
}  // namespace entente
