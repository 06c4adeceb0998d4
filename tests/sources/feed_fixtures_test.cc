// The published test feeds of feed-rs with the parse that they come with; passed over where they are not beside us.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "base/date.h"
#include "base/text.h"
#include "sources/articles.h"
#include "sources/html_fragment.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing_sources::all_of;
using testing_sources::Found;

fs::path fixtures() {
  return fs::path(ENTENTE_SHARED_DATA) / "feeds/feed-rs/fixture";
}

/// Feeds with the file that holds their parse; empty for those that are to be refused.
std::vector<std::pair<fs::path, fs::path>> feeds() {
  std::vector<std::pair<fs::path, fs::path>> all;
  for (const auto& entry : fs::recursive_directory_iterator(fixtures())) {
    const fs::path path = entry.path();
    if (!entry.is_regular_file() || path.string().ends_with(".serde.json")) continue;
    fs::path parse = path;
    parse.replace_extension(".serde.json");
    all.emplace_back(path, fs::exists(parse) ? parse : fs::path());
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// Empty where there is nothing or null.
std::string text_at(const json& from, const char* pointer) {
  const json::json_pointer at(pointer);
  return from.contains(at) && from.at(at).is_string() ? from.at(at).get<std::string>() : "";
}

/// Letters and digits alone, so that markup and blanks make no difference.
std::string key_of(const std::string& text) {
  std::string key;
  for (const char c : text_of_fragment(text)) {
    if (is_ascii_alpha(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) key += c;
  }
  return to_lower(key);
}

/// Writers of URLs differ in how they write the same.
std::string plain_address(const std::string& address) {
  const std::string plain = to_lower(address);
  return plain.ends_with('/') ? plain.substr(0, plain.size() - 1) : plain;
}

/// The addresses of an entry that may be its page's.
std::set<std::string> links_of(const json& entry) {
  std::set<std::string> links;
  for (const json& link : entry.at("links")) {
    const std::string relation = text_at(link, "/rel");
    if (relation.empty() || relation == "alternate") links.insert(plain_address(text_at(link, "/href")));
  }
  return links;
}

std::string bytes_of(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

/// What differs between an article and the entry that is expected; empty if nothing does.
std::string difference(const Article& article, const json& entry, const std::string& feed) {
  const std::string id = text_at(entry, "/id");
  const std::string own_id = article.path.substr(article.path.find('#') + 1);
  const bool numbered = std::all_of(own_id.begin(), own_id.end(), is_ascii_digit);
  // Where the feed gives none the other parser makes one up, of 32 digits.
  const bool made_up = id.size() == 32 && id.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!numbered && !made_up && own_id != id) return "id: " + own_id + " | " + id;
  const std::string title = text_at(entry, "/title/content");
  if (key_of(article.title) != key_of(title)) return "title: " + article.title + " | " + title;
  const std::set<std::string> links = links_of(entry);
  // We take the page's address where the other parser takes that of a service which leads there.
  const bool origin = feed.find("origLink>" + article.address) != std::string::npos;
  if (!links.empty() && !origin && !links.contains(plain_address(article.address))) {
    return "link: " + article.address + " | " + *links.begin();
  }
  return "";
}

/// Days between the dates of both. Ours is the day as written, theirs that of Greenwich.
int64_t days_apart(const Article& article, const json& entry) {
  const std::string published = text_at(entry, "/published");
  const std::string stamp = published.empty() ? text_at(entry, "/updated") : published;
  const auto day = parse_iso_date(stamp.substr(0, 10));
  if (!day) return 0;  // we know more dialects of dates
  if (!article.published.known()) return 1000;
  return std::abs(first_day(article.published) - first_day(*day));
}

class FeedFixtures : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(fixtures())) GTEST_SKIP() << "no test feeds in " << fixtures();
  }
};

TEST_F(FeedFixtures, AreReadAsTheirParseSays) {
  size_t compared = 0;
  size_t shifted = 0;
  for (const auto& [feed, parse] : feeds()) {
    if (parse.empty()) continue;
    SCOPED_TRACE(feed.filename().string());
    const Found found = all_of(open_articles(feed.string()));
    const std::string bytes = bytes_of(feed);
    for (const std::string& error : found.errors) ADD_FAILURE() << error;
    const json entries = json::parse(std::ifstream(parse)).at("entries");
    ASSERT_EQ(found.articles.size(), entries.size());
    for (size_t i = 0; i < found.articles.size(); ++i) {
      EXPECT_EQ(difference(found.articles[i], entries.at(i), bytes), "");
      const int64_t apart = days_apart(found.articles[i], entries.at(i));
      EXPECT_LE(apart, 1) << to_iso(found.articles[i].published);
      shifted += apart == 1;
      ++compared;
    }
  }
  EXPECT_GT(compared, 80U);
  EXPECT_LE(shifted, 1U);
}

TEST_F(FeedFixtures, WhatIsNoFeedIsRefusedInOneLine) {
  size_t refused = 0;
  for (const auto& [feed, parse] : feeds()) {
    if (!parse.empty()) continue;
    SCOPED_TRACE(feed.string());
    const Found found = all_of(open_articles(feed.string()));
    // Made to try an XML parser, but an <rdf> with an item is a feed for us.
    if (feed.filename() == "xml_iso8859.xml") {
      EXPECT_EQ(found.articles.size(), 1U);
      continue;
    }
    ASSERT_EQ(found.errors.size(), 1U);
    EXPECT_TRUE(found.errors.front().starts_with(feed.string() + ": ")) << found.errors.front();
    ++refused;
  }
  EXPECT_GT(refused, 2U);
}

}  // namespace
}  // namespace entente
