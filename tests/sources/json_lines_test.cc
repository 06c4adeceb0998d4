// JSON lines: the names of fields, and lines that are none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/articles.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_sources::Found;
using testing_sources::read_bytes;

struct LineRow {
  const char* line;
  const char* path;
  const char* published;
  const char* address;
  const char* byline;
  const char* text;
};

constexpr LineRow rows[] = {
    {R"({"id": "a1", "date": "2021-03-15", "title": "Talks", "text": "Peru met Chile.", "source": "Desk", "url": "https://desk.example/1"})",
     "f#a1", "2021-03-15", "https://desk.example/1", "Desk", "Talks\n\nPeru met Chile."},
    {R"({"text": "Peru met Chile."})", "f#1", "", "", "", "Peru met Chile."},
    {R"({"id": 17, "text": "Peru met Chile."})", "f#17", "", "", "", "Peru met Chile."},
    {R"({"id": "with a blank", "text": "Peru met Chile."})", "f#1", "", "", "", "Peru met Chile."},
    {R"({"headline": "Peru met Chile", "body": null})", "f#1", "", "", "", "Peru met Chile"},
    {R"({"title": "Peru met Chile", "text": "Peru met Chile in Lima."})", "f#1", "", "", "",
     "Peru met Chile\n\nPeru met Chile in Lima."},
    {R"({"title": "Peru met Chile", "text": "Peru met Chile\nThey agreed."})", "f#1", "", "", "",
     "Peru met Chile\n\nThey agreed."},
    {R"({"summary": "Short.", "text": "Peru met Chile."})", "f#1", "", "", "", "Peru met Chile."},
    {R"({"summary": "Peru met Chile.", "text": " "})", "f#1", "", "", "", "Peru met Chile."},
    {R"({"TEXT": "Peru met Chile.", "Authors": ["Ann Lee", "Bo Diaz"]})", "f#1", "", "", "Ann Lee, Bo Diaz",
     "Peru met Chile."},
    {R"({"text": "Peru met Chile.", "source": {"id": null, "name": "Desk"}})", "f#1", "", "", "Desk",
     "Peru met Chile."},
    {R"({"text": "Peru met Chile.", "author": "Ann Lee", "source": "Desk"})", "f#1", "", "", "Ann Lee",
     "Peru met Chile."},
    {R"({"html": "<p>Peru met <b>Chile</b>.</p>"})", "f#1", "", "", "", "Peru met Chile."},
    {R"({"text": "Peru met Chile.", "timestamp": 1615766400})", "f#1", "2021-03-15", "", "", "Peru met Chile."},
    {R"({"text": "Peru met Chile.", "published": "soon"})", "f#1", "", "", "", "Peru met Chile."},
    {R"({"text": "The caf\u00e9 \ud83d\udc4a"})", "f#1", "", "", "", "The café 👊"},
    {"{\"text\": \"The caf\xc3\xa9 \xff met\"}", "f#1", "", "", "", "The café \xEF\xBF\xBD met"},
    {"\xEF\xBB\xBF{\"text\": \"Peru met Chile.\"}", "f#1", "", "", "", "Peru met Chile."},
};

TEST(JsonLines, FieldsByTheirNames) {
  for (const LineRow& row : rows) {
    const Found found = read_bytes(row.line, "f");
    EXPECT_THAT(found.errors, IsEmpty()) << row.line;
    ASSERT_EQ(found.articles.size(), 1U) << row.line;
    const Article& article = found.articles[0];
    EXPECT_EQ(article.path, row.path) << row.line;
    EXPECT_EQ(to_iso(article.published), row.published) << row.line;
    EXPECT_EQ(article.address, row.address) << row.line;
    EXPECT_EQ(article.byline, row.byline) << row.line;
    EXPECT_EQ(article.text, row.text) << row.line;
  }
}

TEST(JsonLines, ADateThatCannotBeReadIsKeptAside) {
  const Found found = read_bytes(R"({"text": "Peru met Chile.", "date": "soon"})", "f");
  ASSERT_EQ(found.articles.at(0).dropped.size(), 1U);
  EXPECT_EQ(found.articles[0].dropped[0].text, "soon");
  EXPECT_EQ(found.articles[0].dropped[0].reason, "unreadable date");
}

TEST(JsonLines, BadLinesAreNamedAndTheOthersRead) {
  const Found found = read_bytes(
      "{\"text\": \"One met two.\"}\n"
      "\n"
      "{\"text\": \"Two met\n"
      "three.\"}\n"
      "[\"a\", \"list\"]\r\n"
      "{\"id\": \"5\"}\n"
      "{\"text\": 7, \"title\": {}}\n"
      "{\"text\": \"\"}\n"
      "{\"text\": \"Last met first.\"}",
      "news.jsonl");
  EXPECT_THAT(found.texts(), ElementsAre("One met two.", "7", "Last met first."));
  EXPECT_EQ(found.articles[2].path, "news.jsonl#9");
  EXPECT_THAT(
      found.errors,
      ElementsAre(HasSubstr("news.jsonl:3: no valid JSON ("), HasSubstr("news.jsonl:4: no valid JSON ("),
                  HasSubstr("news.jsonl:5: no JSON object"), HasSubstr("news.jsonl:6: no \"text\" (nor \"title\")"),
                  HasSubstr("news.jsonl:8: no \"text\" (nor \"title\")")));
}

TEST(JsonLines, FilesWithoutAnyLineSaySo) {
  EXPECT_THAT(read_bytes("", "a.jsonl").errors, ElementsAre(HasSubstr("a.jsonl: no line with an article")));
  EXPECT_THAT(read_bytes("\n \n", "a.jsonl").errors, ElementsAre(HasSubstr("a.jsonl: no line with an article")));
  EXPECT_THAT(read_bytes("[\n {\"text\": \"a\"}\n]\n", "a.json").errors, ElementsAre(HasSubstr("a.json: JSON, but")));
  EXPECT_THAT(read_bytes("\xFF\xFE{\0\"\0", "a.jsonl").errors, ElementsAre(HasSubstr("a.jsonl: UTF-16")));
}

TEST(JsonLines, ALineOverFiftyMegabytesIsRefusedAndTheOthersRead) {
  std::string lines = R"({"text": "One met two."})"
                      "\n{\"text\": \"";
  lines += std::string(max_article_bytes, 'x') + "\"}\n" + R"({"text": "Two met three."})";
  const Found found = read_bytes(lines, "f");
  ASSERT_EQ(found.articles.size(), 2U);
  EXPECT_EQ(found.articles[1].path, "f#3");
  EXPECT_THAT(found.errors, ElementsAre(HasSubstr("f:2: longer than 50 MB")));
}

}  // namespace
}  // namespace entente
