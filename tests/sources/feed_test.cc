// Feeds of all dialects, whole and damaged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/article_file.h"
#include "sources/articles.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_sources::Found;
using testing_sources::read_bytes;

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Desk</title>"
         "<link>https://desk.example/</link>" +
         items + "</channel></rss>";
}

std::string atom(const std::string& entries) {
  return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Desk</title>" + entries + "</feed>";
}

struct FeedRow {
  const char* what;
  std::string feed;
  std::string text;  // of the only article
};

std::vector<FeedRow> texts() {
  return {
      {"title and description", rss("<item><title>Talks</title><description>Peru met Chile.</description></item>"),
       "Talks\n\nPeru met Chile."},
      {"escaped HTML",
       rss("<item><description>&lt;p&gt;Peru met&lt;/p&gt;&lt;p&gt;Chile.&lt;/p&gt;</description></item>"),
       "Peru met\n\nChile."},
      {"CDATA", rss("<item><description><![CDATA[<p>Peru &amp; Chile met.</p>]]></description></item>"),
       "Peru & Chile met."},
      {"HTML that nobody escaped", rss("<item><description><p>Peru met <b>Chile</b>.</p></description></item>"),
       "Peru met Chile."},
      {"content before description",
       rss("<item><description>Short.</description>"
           "<content:encoded "
           "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">Long.</content:encoded></item>"),
       "Long."},
      {"a prefix that nobody declared",
       rss("<item><description>Short.</description><content:encoded>Long.</content:encoded></item>"), "Long."},
      {"characters by name",
       rss("<item><description>The caf&eacute; of S&atilde;o Tom&eacute;&nbsp;is "
           "open.</description></item>"),
       "The café of São Tomé is open."},
      {"characters by name, escaped once more", rss("<item><title>Peru &amp;amp; Chile</title></item>"),
       "Peru & Chile"},
      {"a bare ampersand", rss("<item><title>Peru & Chile met</title></item>"), "Peru & Chile met"},
      {"a bare ampersand before a word", rss("<item><title>The R&D of Peru; AT&T</title></item>"),
       "The R&D of Peru; AT&T"},
      {"a bare sign", rss("<item><description>Trade fell by < 5 percent.</description></item>"),
       "Trade fell by < 5 percent."},
      {"no tags in a sign", rss("<item><description>Trade fell by &lt; 5 percent.</description></item>"),
       "Trade fell by < 5 percent."},
      {"the title not twice",
       rss("<item><title>Peru met Chile</title><description>Peru met Chile</description></item>"), "Peru met Chile"},
      {"Atom's XHTML",
       atom("<entry><title>Talks</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
            "<p>Peru &lt;met&gt; <i>Chile</i>.</p><p>Bolivia stayed away.</p></div></content></entry>"),
       "Talks\n\nPeru <met> Chile.\n\nBolivia stayed away."},
      {"Atom's prefix",
       "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:entry><a:title>Peru met Chile"
       "</a:title></a:entry></a:feed>",
       "Peru met Chile"},
      {"a picture instead of a text",
       atom("<entry><title>Peru met Chile</title><content type=\"image/png\">iVBORw0KGgo</content></entry>"),
       "Peru met Chile"},
      {"an entry alone", "<entry xmlns=\"http://www.w3.org/2005/Atom\"><title>Peru met Chile</title></entry>",
       "Peru met Chile"},
      {"RSS 1.0, items beside the channel",
       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\">"
       "<channel><title>Desk</title></channel><item rdf:about=\"https://desk.example/1\"><title>Peru met Chile</title>"
       "</item></rdf:RDF>",
       "Peru met Chile"},
      {"entities of its own are not expanded",
       "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" +
           rss("<item><title>Peru &b; met Chile</title></item>"),
       "Peru b; met Chile"},
      {"JSON Feed",
       R"({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_text": "Peru met Chile."}]})",
       "Peru met Chile."},
      {"JSON Feed with escaped slashes",
       R"({"version":"https:\/\/jsonfeed.org\/version\/1","items":[{"id":"1","content_html":"<p>Peru met Chile.<\/p>"}]})",
       "Peru met Chile."},
      {"JSON Feed with its version last",
       R"({"home_page_url": "https://desk.example/", "items": [{"id": "1", "title": "Peru met Chile"}],
           "version": "https://jsonfeed.org/version/1"})",
       "Peru met Chile"},
  };
}

TEST(Feed, TextsOfEntries) {
  for (const FeedRow& row : texts()) {
    const Found found = read_bytes(row.feed, "feed");
    EXPECT_THAT(found.errors, IsEmpty()) << row.what;
    EXPECT_THAT(found.texts(), ElementsAre(row.text)) << row.what;
  }
}

TEST(Feed, WhatIsSaidBesideTheText) {
  const Found found = read_bytes(
      rss("<copyright>CC BY 4.0</copyright><language>en-gb</language>"
          "<item><guid isPermaLink=\"false\">n1</guid><title>Peru met Chile</title><link>/news/1</link>"
          "<pubDate>Mon, 15 Mar 2021 23:30:00 -0500</pubDate><author>desk@desk.example (Ann Lee)</author></item>"
          "<item><title>Bolivia met Brazil</title><guid>https://desk.example/2</guid></item>"),
      "feed");
  ASSERT_EQ(found.articles.size(), 2U);
  const Article& first = found.articles[0];
  EXPECT_EQ(first.path, "feed#n1");
  EXPECT_EQ(first.title, "Peru met Chile");
  EXPECT_EQ(first.address, "https://desk.example/news/1");
  EXPECT_EQ(to_iso(first.published), "2021-03-15");
  EXPECT_EQ(first.byline, "Ann Lee");
  EXPECT_EQ(first.licence, "CC BY 4.0");
  EXPECT_EQ(found.articles[1].address, "https://desk.example/2");
  EXPECT_EQ(found.articles[1].path, "feed#https://desk.example/2");
}

TEST(Feed, AddressesInFull) {
  const auto entry = [](const std::string& attributes) {
    return "<entry " + attributes + "><title>Peru met Chile</title><link href=\"c.html\"/></entry>";
  };
  const auto feed = [&](const std::string& base, const std::string& entry_base) {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\" " + base + ">" + entry(entry_base) + "</feed>";
  };
  const auto address = [](const std::string& xml) { return read_bytes(xml, "feed").articles.at(0).address; };
  EXPECT_EQ(address(feed("xml:base=\"https://desk.example/a/\"", "")), "https://desk.example/a/c.html");
  EXPECT_EQ(address(feed("xml:base=\"https://desk.example/a/\"", "xml:base=\"b/\"")),
            "https://desk.example/a/b/c.html");
  EXPECT_EQ(address(feed("xml:base=\"https://desk.example/a/\"", "xml:base=\"https://other.example/\"")),
            "https://other.example/c.html");
}

TEST(Feed, Encodings) {
  const std::string body = "<rss><channel><item><title>Caf\xE9</title></item></channel></rss>";
  EXPECT_THAT(read_bytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + body, "f").texts(), ElementsAre("Café"));
  EXPECT_THAT(read_bytes("<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>\xCC\xEE\xF1\xEA\xE2"
                         "\xE0 <![CDATA[<meta charset=\"utf-8\">]]></title></item></channel></rss>",
                         "f")
                  .texts(),
              ElementsAre("Москва"));
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<?xml version=\"1.0\" encoding=\"UTF-16\"?>") +
                          "<rss><channel><item><title>Peru met Chile</title></item></channel></rss>") {
    wide += c;
    wide += '\0';
  }
  EXPECT_THAT(read_bytes(wide, "f").texts(), ElementsAre("Peru met Chile"));
}

struct RefusedFeed {
  const char* what;
  std::string feed;
  size_t articles;  // that are read all the same
  const char* message;
};

std::vector<RefusedFeed> refused_feeds() {
  const std::string one = "<item><title>Peru met Chile</title></item>";
  const std::string whole = rss(one + "<item><title>Bolivia met Brazil</title></item>");
  return {
      {"no entries", rss(""), 0, "feed: a feed without entries"},
      {"an empty entry", rss(one + "<item><link>https://desk.example/1</link></item>"), 1,
       "feed#2: an entry with neither title nor text"},
      {"cut within an entry", whole.substr(0, whole.size() - 40), 1, "feed: the feed is cut off or damaged (line 2: "},
      {"cut between entries", whole.substr(0, whole.find("<item><title>Bolivia")), 1, "feed: the feed is cut off"},
      {"cut in the first entry", whole.substr(0, whole.find(" met Chile")), 0,
       "feed: a damaged feed without entries ("},
      {"XML of another kind", "<?xml version=\"1.0\"?><catalog><book/></catalog>", 0, "feed: XML, but no feed"},
      {"JSON Feed cut", R"({"version": "https://jsonfeed.org/version/1", "items": [{"id": 1, "conte)", 0,
       "feed: no valid JSON feed ("},
      {"JSON Feed without items", R"({"version": "https://jsonfeed.org/version/1", "title": "Desk"})", 0,
       "it has no list of \"items\""},
      {"JSON Feed with none", R"({"version": "https://jsonfeed.org/version/1", "items": []})", 0,
       "feed: a feed without entries"},
      {"JSON Feed with an odd item",
       R"({"version": "https://jsonfeed.org/version/1", "items": [7, {"id": 1, "title": "Peru met Chile"}]})", 1,
       "feed#1: an entry with neither title nor text"},
  };
}

TEST(Feed, WhatIsWrongIsToldInOneLine) {
  for (const RefusedFeed& row : refused_feeds()) {
    const Found found = read_bytes(row.feed, "feed");
    EXPECT_EQ(found.articles.size(), row.articles) << row.what;
    ASSERT_EQ(found.errors.size(), 1U) << row.what;
    EXPECT_THAT(found.errors.front(), HasSubstr(row.message)) << row.what;
    EXPECT_EQ(found.errors.front().find('\n'), std::string::npos) << row.what;
  }
}

TEST(Feed, TagsThatNobodyClosedLoseNothing) {
  const Found found = read_bytes(rss("<item><title>Peru met Chile</title>"
                                     "<item><title>Bolivia met Brazil</title><description>In <b>La Paz.</description>"
                                     "</item><item><title>Cuba met Haiti</title></item>"),
                                 "feed");
  EXPECT_THAT(found.errors, IsEmpty());
  EXPECT_THAT(found.texts(), ElementsAre("Peru met Chile", "Bolivia met Brazil\n\nIn La Paz.", "Cuba met Haiti"));
}

TEST(Feed, LongTextsAndDeepNestingAreRead) {
  std::string words;
  while (words.size() < (11u << 20)) words += "Peru met Chile in the capital. ";
  const Found found = read_bytes(
      rss("<item><description>" + words + "</description></item>" + "<item><title>Bolivia met Brazil</title></item>"),
      "feed");
  EXPECT_THAT(found.errors, IsEmpty());
  ASSERT_EQ(found.articles.size(), 2U);
  EXPECT_GT(found.articles[0].text.size(), 11u << 20);
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<b>";
  deep += "Peru met Chile.";
  for (int i = 0; i < 300; ++i) deep += "</b>";
  EXPECT_EQ(read_bytes(rss("<item><description>" + deep + "</description></item>"), "feed").articles.size(), 1U);
}

TEST(Feed, TheSameEntryTwiceIsTheSameArticle) {
  const std::string item = "<item><guid>1</guid><title>Peru met Chile</title></item>";
  const Found found = read_bytes(rss(item + item), "feed");
  ASSERT_EQ(found.articles.size(), 2U);
  EXPECT_EQ(found.articles[0].id, found.articles[1].id);
}

TEST(Feed, WordsOfTheFileInMessagesAreOneValidLine) {
  EXPECT_EQ(for_message("one\n\ttwo \xFF"), "one two \xEF\xBF\xBD");
  EXPECT_EQ(for_message(std::string(200, 'a')), std::string(120, 'a') + "...");
}

}  // namespace
}  // namespace entente
