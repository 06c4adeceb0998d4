// Tables: separators, quotes, line ends, and rows that are none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/articles.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing_sources::Found;
using testing_sources::read_bytes;

struct Row {
  const char* what;
  std::string table;
  std::vector<std::string> texts;
};

std::vector<Row> tables() {
  return {
      {"commas", "id,text\n1,Peru met Chile.\n2,Cuba met Haiti.\n", {"Peru met Chile.", "Cuba met Haiti."}},
      {"semicolons", "id;text\n1;Peru met Chile, twice.\n", {"Peru met Chile, twice."}},
      {"tabs", "id\ttext\n1\tPeru met Chile; twice.\n", {"Peru met Chile; twice."}},
      {"carriage returns", "id,text\r\n1,Peru met Chile.\r\n2,Cuba met Haiti.", {"Peru met Chile.", "Cuba met Haiti."}},
      {"a byte order mark", "\xEF\xBB\xBFtext,id\nPeru met Chile.,1\n", {"Peru met Chile."}},
      {"a byte order mark and quotes", "\xEF\xBB\xBF\"text\",\"id\"\nPeru met Chile.,1\n", {"Peru met Chile."}},
      {"quotes", "id,text\n1,\"Peru, \"\"the\"\" host, met Chile.\"\n", {"Peru, \"the\" host, met Chile."}},
      {"lines in quotes",
       "id,text\n1,\"Peru met Chile.\nThey agreed.\"\n2,Cuba met Haiti.\n",
       {"Peru met Chile.\n\nThey agreed.", "Cuba met Haiti."}},
      {"carriage returns in quotes",
       "id,text\r\n1,\"Peru met Chile.\r\n\r\nThey agreed.\"\r\n",
       {"Peru met Chile.\n\nThey agreed."}},
      {"a quote within", "id,text\n1,The 6\" gun of Peru.\n", {"The 6\" gun of Peru."}},
      {"a quote closed too early", "id,text\n1,\"Peru\" met Chile.\n", {"Peru met Chile."}},
      {"an empty field", "id,text,date\n,Peru met Chile.,\n", {"Peru met Chile."}},
      {"empty lines", "id,text\n\n1,Peru met Chile.\n\n\n", {"Peru met Chile."}},
      {"blanks around names", " ID , Text \n1,Peru met Chile.\n", {"Peru met Chile."}},
      {"unknown columns", "colour,text,weight\nred,Peru met Chile.,7\n", {"Peru met Chile."}},
      {"a title beside", "title,text\nTalks,Peru met Chile.\n", {"Talks\n\nPeru met Chile."}},
      {"the last field empty to the end of the file", "text,id\nPeru met Chile.,", {"Peru met Chile."}},
      {"Windows-1252", "id,text\n1,The caf\xE9 of Lima met.\n", {"The café of Lima met."}},
      {"a page in a field", "id,text\n1,<p>Peru met <b>Chile</b>.</p>\n", {"Peru met Chile."}},
  };
}

TEST(Table, Texts) {
  for (const Row& row : tables()) {
    const Found found = read_bytes(row.table, "f.csv");
    EXPECT_THAT(found.errors, IsEmpty()) << row.what;
    EXPECT_EQ(found.texts(), row.texts) << row.what;
  }
}

TEST(Table, ColumnsByTheirNames) {
  const Found found = read_bytes(
      "url,date,title,id,source,text\nhttps://desk.example/1,15 March 2021,Talks,n1,Ren\xE9 Desk,Peru met Chile.\n",
      "f");
  ASSERT_THAT(found.articles, SizeIs(1));
  const Article& article = found.articles[0];
  EXPECT_EQ(article.path, "f#n1");
  EXPECT_EQ(article.address, "https://desk.example/1");
  EXPECT_EQ(to_iso(article.published), "2021-03-15");
  EXPECT_EQ(article.title, "Talks");
  EXPECT_EQ(article.byline, "René Desk");
}

TEST(Table, LanguagesByTheirCodes) {
  const auto language = [](const std::string& code) {
    return read_bytes("text,lang\n12 34 56," + code + "\n", "f").articles.at(0).language;
  };
  EXPECT_EQ(language("fr"), "fr");
  EXPECT_EQ(language("PT-br"), "pt");
  EXPECT_EQ(language("English"), "un");
  EXPECT_EQ(language("e\x92"), "un");
}

struct Refused {
  const char* what;
  std::string table;
  std::vector<std::string> texts;
  std::vector<const char*> errors;
};

std::vector<Refused> refused() {
  return {
      {"too few fields", "id,text\n1\n2,Cuba met Haiti.\n", {"Cuba met Haiti."}, {"f.csv:2: 1 fields where"}},
      {"too many fields",
       "id,text\n1,Peru, with Chile\n2,Cuba met Haiti.\n",
       {"Cuba met Haiti."},
       {"f.csv:2: 3 fields where the first line names 2"}},
      {"lines count in quotes",
       "id,text\n1,\"Peru\nmet\nChile.\"\n2\n",
       {"Peru\n\nmet\n\nChile."},
       {"f.csv:5: 1 fields"}},
      {"no text", "id,text\n1,\n", {}, {"f.csv:2: no text (nor title)"}},
      {"a quote that nothing closes",
       "id,text\n1,\"Peru met Chile.\n2,Cuba met Haiti.\n",
       {"Cuba met Haiti."},
       {"f.csv:2: a quote that nothing closes"}},
      {"no column for texts", "id,colour\n1,red\n", {}, {"f.csv:1: no column named text (columns: id, colour)"}},
      {"names that are no text",
       "id,\"a\nb\",\x01\xff\n1,2,3\n",
       {},
       {"f.csv:1: no column named text (columns: id, a b, "}},
      {"no rows", "id,text\n", {}, {"f.csv: a table without rows"}},
      {"nothing", "", {}, {"f.csv: empty file"}},
      {"UTF-16", "\xFF\xFEi", {}, {"f.csv: UTF-16; save it as UTF-8"}},
  };
}

TEST(Table, BadRowsAreNamedAndTheOthersRead) {
  for (const Refused& row : refused()) {
    const Found found = read_bytes(row.table, "f.csv");
    EXPECT_EQ(found.texts(), row.texts) << row.what;
    ASSERT_EQ(found.errors.size(), row.errors.size()) << row.what;
    for (size_t i = 0; i < row.errors.size(); ++i) EXPECT_THAT(found.errors[i], HasSubstr(row.errors[i])) << row.what;
    for (const std::string& error : found.errors) EXPECT_EQ(error.find('\n'), std::string::npos) << row.what;
  }
}

TEST(Table, QuotesThatNothingClosesSpoilTheirRowsAlone) {
  std::string table = "id,text\n";
  for (int i = 0; i < 30; ++i) table += std::to_string(i) + ",\"Peru met Chile.\n";
  table += "31,\"Cuba\" met Haiti.\n";
  const Found found = read_bytes(table, "f.csv");
  EXPECT_THAT(found.texts(), ElementsAre("Cuba met Haiti."));
  EXPECT_THAT(found.errors, SizeIs(30));
}

TEST(Table, ARowOverFiftyMegabytesIsRefusedAndTheOthersRead) {
  const std::string table = "id,text\n1," + std::string(max_article_bytes + 9, 'x') + "\n2,Cuba met Haiti.\n";
  const Found found = read_bytes(table, "f.csv");
  ASSERT_THAT(found.articles, SizeIs(1));
  EXPECT_EQ(found.articles[0].path, "f.csv#2");
  EXPECT_THAT(found.errors, ElementsAre(HasSubstr("f.csv:2: a row longer than 50 MB")));
}

}  // namespace
}  // namespace entente
