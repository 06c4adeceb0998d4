// Plain text to articles: paragraphs, heads, and what a copied page leaves behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/hash.h"
#include "sources/sources.h"

namespace entente {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

Article plain_article(std::string_view text) {
  auto article = make_article(text, "test.txt");
  EXPECT_TRUE(article.ok()) << (article.ok() ? "" : article.error().message);
  return article.ok() ? *article : Article{};
}

std::string reason_of(const Article& article, std::string_view text) {
  for (const Dropped& dropped : article.dropped) {
    if (dropped.text == text) return dropped.reason;
  }
  return "";
}

TEST(PlainText, KeepsTheTitleAsFirstParagraph) {
  const Article article = plain_article("Norway Lends Ships to Chile\n\nNorway will lend Chile two patrol ships.\n");
  EXPECT_EQ(article.title, "Norway Lends Ships to Chile");
  EXPECT_EQ(article.text, "Norway Lends Ships to Chile\n\nNorway will lend Chile two patrol ships.");
  EXPECT_EQ(article.id.str(), content_hash(article.text));
}

TEST(PlainText, TakesNoSentenceForATitle) {
  const Article article = plain_article("Norway will lend Chile two patrol ships.\n\nChile said it was grateful.\n");
  EXPECT_EQ(article.title, "");
}

TEST(PlainText, JoinsWrappedLines) {
  const Article article = plain_article(
      "The foreign ministers of Peru and Ecuador met in Quito on Monday to\n"
      "speak about the river that forms part of their common border and about\n"
      "the dams that Peru has begun to build upstream. Officials expect the\n"
      "talks to last a week.\n"
      "\n"
      "A second round will follow in Lima, said the ministry in a statement\n"
      "that it sent to reporters.\n");
  EXPECT_EQ(
      article.text,
      "The foreign ministers of Peru and Ecuador met in Quito on Monday to speak about the river that forms part "
      "of their common border and about the dams that Peru has begun to build upstream. Officials expect the "
      "talks to last a week.\n\nA second round will follow in Lima, said the ministry in a statement that it sent "
      "to reporters.");
}

TEST(PlainText, IndentedLinesBeginParagraphs) {
  const Article article = plain_article(
      "    Ghana and Togo have signed an agreement on fishing in their common\n"
      "waters, the two governments said on Tuesday evening in the capital.\n"
      "    The agreement ends a quarrel that had lasted for more than a decade\n"
      "and that had cost both countries a good deal of money.\n");
  EXPECT_THAT(article.text, HasSubstr("in the capital.\n\nThe agreement ends"));
  EXPECT_THAT(article.text, HasSubstr("in their common waters"));
}

TEST(PlainText, LinesThatAreParagraphsStayApart) {
  const Article article = plain_article(
      "Ghana and Togo have signed an agreement.\nThe agreement ends a quarrel.\nBoth sides praised it.\n");
  EXPECT_EQ(article.text,
            "Ghana and Togo have signed an agreement.\n\nThe agreement ends a quarrel.\n\nBoth sides praised it.");
}

TEST(PlainText, ReadsBylineAndDateFromTheHead) {
  const Article article = plain_article(
      "Norway Lends Ships to Chile\n\nBy Jane van Doe and Ana Ruiz\n\nPublished: 3 May 2022\n\n"
      "Norway will lend Chile two patrol ships.\n");
  EXPECT_EQ(article.byline, "Jane van Doe and Ana Ruiz");
  EXPECT_EQ(to_iso(article.published), "2022-05-03");
  EXPECT_EQ(article.text, "Norway Lends Ships to Chile\n\nNorway will lend Chile two patrol ships.");
  EXPECT_EQ(reason_of(article, "Published: 3 May 2022"), "date line");
}

TEST(PlainText, ReadsTheDateOfADatelineAndLeavesItInItsSentence) {
  const Article article = plain_article("OSLO, May 3, 2022 (Wire) - Norway will lend Chile two patrol ships.\n");
  EXPECT_EQ(to_iso(article.published), "2022-05-03");
  EXPECT_THAT(article.text, HasSubstr("OSLO, May 3, 2022"));
}

TEST(PlainText, ADateInTheStoryIsNotTheDateOfTheStory) {
  const Article article =
      plain_article("Norway and Chile\n\nNorway lent Chile two ships on May 3, 2022, and more later.\n");
  EXPECT_FALSE(article.published.known());
}

constexpr std::string_view copied_page =
    "Two Neighbours and a River\n\n"
    "The river has parted the two countries for longer than either of them has existed as a state.\n\n"
    "Table of Contents\n\nThe Dam\nThe Court\n\n"
    "The Dam\n\nThe upper country built its first dam in 1974, and the lower one protested at once in the capital.\n\n"
    "The Court\n\nThe court has heard the case twice. What are your thoughts? Its ruling is expected in the spring.\n\n"
    "We hope this guide has helped you. Leave a comment below, or subscribe to our newsletter.\n\n"
    "Map of the river - Atlas\n\nMap of the river - Atlas\n\nRivers of the world\n\n"
    "About the Author:\n\n  • Name : Pat Example\n  • Username : pat77\n  • Email : pat@example.org\n"
    "  • Bio : Lorem ipsum dolor sit amet et consectetur. Quia autem est qui ut laboriosam.\n\n"
    "Socials\n\nfacebook:\n\ntwitter:\n\n  • url : https://example.org/pat77\n  • username : pat77\n  • followers : "
    "12\n";

TEST(PlainText, LeavesOutWhatACopiedPageBrings) {
  const Article article = plain_article(copied_page);
  EXPECT_EQ(article.text,
            "Two Neighbours and a River\n\n"
            "The river has parted the two countries for longer than either of them has existed as a state.\n\n"
            "The Dam\n\nThe upper country built its first dam in 1974, and the lower one protested at once in the "
            "capital.\n\nThe Court\n\nThe court has heard the case twice. Its ruling is expected in the spring.");
  EXPECT_EQ(reason_of(article, "Table of Contents"), "table of contents");
  EXPECT_EQ(reason_of(article, "Map of the river - Atlas"), "caption");
  EXPECT_EQ(reason_of(article, "• Name : Pat Example"), "author box");
  EXPECT_EQ(reason_of(article, "Socials"), "social links");
  EXPECT_EQ(reason_of(article, "What are your thoughts?"), "prompt to the reader");
}

TEST(PlainText, ListsAndQuestionsOfTheArticleStay) {
  const std::string text =
      "Who Voted How\n\nThree members of the council abstained from the vote on the peace plan:\n\n"
      "- Brazil\n\n- India\n\n- Kenya\n\nWill they vote for the plan next time? The chair thinks so.";
  EXPECT_EQ(plain_article(text).text, text);
}

TEST(PlainText, RepeatedEntriesOfATableStay) {
  const std::string text = "Dividends of Two Funds\n\nFund A\n\nPayable April 15\n\nFund B\n\nPayable April 15";
  EXPECT_EQ(plain_article(text).text, text);
}

TEST(PlainText, NoSentenceOfTheMissionArticleIsLost) {
  std::ifstream file(ENTENTE_SHARED_DATA "/mission/article.txt");
  if (!file) GTEST_SKIP() << "the shared data are not here";
  std::stringstream bytes;
  bytes << file.rdbuf();
  const Article article = plain_article(bytes.str());
  EXPECT_EQ(article.text.substr(0, article.title.size()), article.title);
  EXPECT_FALSE(article.published.known());
  EXPECT_EQ(article.language, "en");
  EXPECT_THAT(article.text,
              Not(AnyOf(HasSubstr("Map of"), HasSubstr("•"), HasSubstr("Table of"), HasSubstr("Socials"))));
  for (const Dropped& dropped : article.dropped) {
    const bool prose = dropped.text.size() > 200 && dropped.reason != "author box";
    EXPECT_TRUE(!prose || dropped.reason == "prompt to the reader") << dropped.text;
  }
}

}  // namespace
}  // namespace entente
