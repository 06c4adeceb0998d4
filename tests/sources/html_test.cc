// HTML pages of our own writing to articles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/page_title.h"
#include "sources/sources.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string first =
    "The government of Malta has offered its ports to the grain ships, the ministry said on Tuesday.";
const std::string second =
    "Ships from three countries are expected, and insurers have already said that they will cover them.";
const std::string third = "Tunisia, which had made a similar offer, welcomed the decision and promised to send pilots.";

std::string paragraph(const std::string& text) {
  return "<p>" + text + "</p>\n";
}

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en\"><head>" + head + "</head><body>" + body + "</body></html>";
}

const std::string story = paragraph(first) + paragraph(second) + paragraph(third);

Article article_of(const std::string& html) {
  auto article = make_article(html, "page.html");
  EXPECT_TRUE(article.ok()) << (article.ok() ? "" : article.error().message);
  return article.ok() ? *article : Article{};
}

bool dropped_as(const Article& article, std::string_view text, std::string_view reason) {
  for (const Dropped& dropped : article.dropped) {
    if (dropped.text.find(text) != std::string::npos) return dropped.reason == reason;
  }
  return false;
}

TEST(Html, MainTextIsTheParagraphsOfTheStory) {
  const Article article = article_of(page(
      "<title>Malta offers its ports - The Daily</title>",
      "<nav><a href=/>Home</a> <a href=/w>World</a></nav><div class=\"main-nav\"><ul><li><a "
      "href=/s>Sports</a></ul></div>"
      "<div id=wrap><h1>Malta offers its ports</h1><div class=byline>By Jane Doe</div>"
      "<figure><img src=a.jpg><figcaption>A ship in the harbour of Valletta on a sunny day</figcaption></figure>" +
          story +
          "<div class=\"share-buttons\">Share on Facebook</div>"
          "<div class=related-posts><p>Read how Cyprus opened its own ports to the ships in the last "
          "war.</p></div></div>"
          "<div class=newsletter><p>Subscribe to our newsletter and never miss a story about the sea.</p></div>"
          "<section id=comments><p>I live in Malta and I think that this is a very good decision indeed, thank "
          "you.</p></section>"
          "<div class=cookie-banner><p>This website uses cookies to improve your experience while you read.</p></div>"
          "<footer>Copyright The Daily</footer>"));
  EXPECT_EQ(article.text, first + "\n\n" + second + "\n\n" + third);
  EXPECT_EQ(article.title, "Malta offers its ports");
  EXPECT_EQ(article.byline, "Jane Doe");
  EXPECT_EQ(article.language, "en");
  EXPECT_TRUE(dropped_as(article, "Sports", "navigation"));
  EXPECT_TRUE(dropped_as(article, "harbour of Valletta", "caption"));
  EXPECT_TRUE(dropped_as(article, "Cyprus", "related links"));
  EXPECT_TRUE(dropped_as(article, "Subscribe", "newsletter prompt"));
  EXPECT_TRUE(dropped_as(article, "I live in Malta", "comments"));
  EXPECT_TRUE(dropped_as(article, "cookies", "cookie notice"));
}

TEST(Html, ScriptsAndHiddenPartsAreNoText) {
  const Article article =
      article_of(page("", "<article>" + paragraph(first) + "<script>var a = 1;</script><style>p{}</style>" +
                              "<p style=\"display: none\">" + third + "</p>" + paragraph(second) + "</article>"));
  EXPECT_EQ(article.text, first + "\n\n" + second);
}

TEST(Html, PopupsInALineAreNoText) {
  const Article article =
      article_of(page("", paragraph(first + " <span class=\"tooltip-box\">A small island state</span>") +
                              paragraph(second + "<span class=sr-only>opens in a new window</span>")));
  EXPECT_EQ(article.text, first + "\n\n" + second);
}

TEST(Html, ClassNamesDoNotOutweighTheProse) {
  const Article article = article_of(page("", "<div class=\"sidebar comments related\">" + story + "</div>"));
  EXPECT_EQ(article.text, first + "\n\n" + second + "\n\n" + third);
}

TEST(Html, LineBreaksPartParagraphs) {
  const Article article = article_of(page("", "<div>" + first + "<br><br>" + second + "<br>" + third + "</div>"));
  EXPECT_EQ(article.text, first + "\n\n" + second + "\n\n" + third);
}

TEST(Html, JsonLdNamesTheArticle) {
  const Article article = article_of(page(
      "<title>x</title><script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"Organization\",\"name\":\"The "
      "Daily\"},"
      "{\"@type\":[\"NewsArticle\"],\"headline\":\"Malta &amp; the "
      "ships\",\"datePublished\":\"2023-07-19T23:10:00+02:00\","
      "\"author\":[{\"name\":\"Jane Doe\"},{\"name\":\"Ana Ruiz\"}],\"url\":\"https://example.org/malta\"}]}</script>",
      story));
  EXPECT_EQ(article.title, "Malta & the ships");
  EXPECT_EQ(to_iso(article.published), "2023-07-19");
  EXPECT_EQ(article.byline, "Jane Doe, Ana Ruiz");
  EXPECT_EQ(article.address, "https://example.org/malta");
}

TEST(Html, BrokenJsonLdIsPassedOver) {
  const Article article =
      article_of(page("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\", oops</script>"
                      "<meta property=\"article:published_time\" content=\"2023-07-19\">",
                      story));
  EXPECT_EQ(to_iso(article.published), "2023-07-19");
}

TEST(Html, TheBodyInJsonLdDecidesWhatIsTheArticle) {
  const std::string teaser =
      "Elsewhere, a long story about gardens begins here, with roses, tulips, lilies, and many more.";
  std::string body = first + ' ' + second + ' ' + third;
  std::string teasers;
  for (int i = 0; i < 9; ++i) teasers += paragraph(teaser + " Part " + std::to_string(i) + '.');
  const Article article = article_of(
      page("<script type=\"application/ld+json\">{\"@type\":\"Article\",\"articleBody\":\"" + body + "\"}</script>",
           "<div><div>" + story + "</div><div>" + teasers + "</div></div>"));
  EXPECT_THAT(article.text, HasSubstr(third));
  EXPECT_THAT(article.text, Not(HasSubstr("gardens")));
}

TEST(Html, DateIsLookedForInOrder) {
  const auto date = [](const std::string& head, const std::string& body) {
    return to_iso(article_of(page(head, body + story)).published);
  };
  const std::string time = "<time datetime=\"2020-02-02\">2 Feb</time>";
  EXPECT_EQ(date("<meta name=date content=2020-01-01>", time), "2020-01-01");
  EXPECT_EQ(date("", time), "2020-02-02");
  EXPECT_EQ(date("<link rel=canonical href=\"https://example.org/2020/03/03/x\">", ""), "2020-03-03");
  EXPECT_EQ(date("", "<span class=post-date>4 April 2020</span>"), "2020-04-04");
  EXPECT_EQ(date("", "<h1>Malta</h1><div>5 May 2020, 10:00</div>"), "2020-05-05");
  EXPECT_EQ(date("", ""), "");
}

TEST(Html, TitlesLoseTheSite) {
  EXPECT_EQ(without_site("Malta offers its ports | The Daily", ""), "Malta offers its ports");
  EXPECT_EQ(without_site("Malta offers its ports - The Very Long Name Of A Site", ""),
            "Malta offers its ports - The Very Long Name Of A Site");
  EXPECT_EQ(without_site("Malta offers its ports - A Site Of Many Words", "a site of many words"),
            "Malta offers its ports");
  EXPECT_EQ(without_site("Malta - Tunisia", ""), "Malta - Tunisia");
}

TEST(Html, TenThousandNestedTagsAreRead) {
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "<div>";
  EXPECT_EQ(article_of(page("", deep + paragraph(first))).text, first);
}

TEST(Html, HostileTagsAreRefusedWithAReason) {
  std::string deep = "<html>";
  for (int i = 0; i < 100'000; ++i) deep += "<b>";
  std::string attributes = "<html><p ";
  for (int i = 0; i < 100'000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  for (const std::string& html : {deep + first, attributes + ">" + first}) {
    const auto article = make_article(html, "page.html");
    ASSERT_FALSE(article.ok());
    EXPECT_EQ(article.error().code, ErrorCode::too_large);
    EXPECT_THAT(article.error().message, HasSubstr("page.html"));
  }
}

TEST(Html, SameBytesSameArticle) {
  const std::string html = page("", story);
  EXPECT_EQ(article_of(html).id, article_of(html).id);
  EXPECT_EQ(article_of(html).text, article_of(html).text);
}

}  // namespace
}  // namespace entente
