// Web archives: pages in responses, packed and chunked, and archives that are damaged.
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
using testing_sources::gzip;
using testing_sources::read_bytes;
using testing_sources::zstd;

std::string record(const std::string& type, const std::string& content) {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: <https://desk.example/1>\r\nContent-Length: " + std::to_string(content.size()) +
         "\r\n\r\n" + content + "\r\n\r\n";
}

std::string response(const std::string& headers, const std::string& body, const std::string& status = "200 OK") {
  return record("response", "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body);
}

std::string page(const std::string& text) {
  return "<!DOCTYPE html><html><head><title>Talks</title></head><body><p>" + text + "</p></body></html>";
}

std::string chunked(const std::string& body) {
  std::string out;
  for (size_t at = 0; at < body.size(); at += 16) {
    const std::string part = body.substr(at, 16);
    out += (part.size() == 16 ? "10;name=value" : std::string(1, "0123456789abcdef"[part.size()])) + "\r\n" + part +
           "\r\n";
  }
  return out + "0\r\n\r\n";
}

const std::string html = "Content-Type: text/html; charset=UTF-8\r\n";

struct WarcRow {
  const char* what;
  std::string archive;
};

std::vector<WarcRow> pages() {
  const std::string body = page("Peru met Chile in the capital on Monday.");
  return {
      {"plain", response(html, body)},
      {"after other records", record("warcinfo", "software: x") + record("request", "GET / HTTP/1.1\r\n\r\n") +
                                  response(html, body) + record("metadata", "a: b")},
      {"beside what is no page", response("Content-Type: image/png\r\n", "PNG") +
                                     response(html, body, "404 Not Found") + response(html, body) +
                                     response(html, "", "301 Moved")},
      {"XHTML", response("Content-Type: application/xhtml+xml\r\n", body)},
      {"names of headers in any case", response("CONTENT-TYPE:Text/HTML\r\n", body)},
      {"in chunks", response(html + "Transfer-Encoding: chunked\r\n", chunked(body))},
      {"in chunks that were joined already", response(html + "Transfer-Encoding: chunked\r\n", body)},
      {"packed by gzip", response(html + "Content-Encoding: gzip\r\n", gzip(body))},
      {"packed by zstd", response(html + "Content-Encoding: zstd\r\n", zstd(body))},
      {"unpacked already", response(html + "Content-Encoding: br\r\n", body)},
      {"packed, in chunks",
       response(html + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzip(body)))},
      {"line feeds alone", "WARC/1.0\nWARC-Type: response\nContent-Length: " + std::to_string(body.size() + 41) +
                               "\n\nHTTP/1.1 200 OK\nContent-Type: text/html\n\n" + body + "\n\n"},
      {"WARC 1.1", "WARC/1.1" + response(html, body).substr(8)},
      {"a member for each record",
       gzip(record("warcinfo", "x")) + gzip(response(html, body)) + gzip(record("metadata", ""))},
      {"one member for all", gzip(record("warcinfo", "x") + response(html, body))},
  };
}

TEST(Warc, PagesAreFound) {
  for (const WarcRow& row : pages()) {
    const Found found = read_bytes(row.archive, "a.warc");
    EXPECT_THAT(found.errors, IsEmpty()) << row.what;
    EXPECT_THAT(found.texts(), ElementsAre(HasSubstr("Peru met Chile in the capital on Monday."))) << row.what;
  }
}

TEST(Warc, AddressAndEncodingComeFromTheHeaders) {
  const Found found =
      read_bytes(record("warcinfo", "x") + response("Content-Type: text/html; charset=\"windows-1251\"\r\n",
                                                    page("\xCC\xEE\xF1\xEA\xE2\xE0")),
                 "a.warc");
  ASSERT_THAT(found.articles, SizeIs(1));
  EXPECT_EQ(found.articles[0].address, "https://desk.example/1");
  EXPECT_EQ(found.articles[0].path, "a.warc#2");
  EXPECT_THAT(found.articles[0].text, HasSubstr("Москва"));
}

TEST(Warc, AnAddressThatIsNoTextIsMended) {
  std::string archive = response(html, page("Peru met Chile."));
  archive.replace(archive.find("example"), 1, "\xE9");
  const Found found = read_bytes(archive, "a.warc");
  ASSERT_THAT(found.articles, SizeIs(1));
  EXPECT_EQ(found.articles[0].address, "https://desk.\xEF\xBF\xBDxample/1");
}

struct RefusedWarc {
  const char* what;
  std::string archive;
  size_t articles;
  const char* message;
};

std::vector<RefusedWarc> refused_warcs() {
  const std::string good = response(html, page("Peru met Chile."));
  const std::string no_length = "WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n";
  const std::string huge = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999\r\n\r\n";
  const std::string other = record("metadata", std::string(100, 'a'));
  const std::string wide = response(html, std::string(max_article_bytes, ' '));
  return {
      {"no pages", record("warcinfo", "x"), 0, "a.warc: no response with an HTML page"},
      {"a record without a length", no_length + good, 1, "a.warc: record 1: a record without a length"},
      {"cut within a page", good + good.substr(0, good.size() - 30), 1, "a.warc: record 2: the file ends within"},
      {"cut within something else", good + other.substr(0, other.size() - 30), 1,
       "a.warc: record 2: the file ends within"},
      {"a length beyond the end", good + huge, 1, "a.warc: record 2: the file ends within"},
      {"a page over 50 MB", wide + good, 1, "a.warc: record 1: a page larger than 50 MB"},
      {"an archive whose packing is cut", (gzip(good) + gzip(good)).substr(0, gzip(good).size() + 30), 1,
       "a.warc: the gzip data end too early"},
      {"a page whose packing is cut",
       response(html + "Content-Encoding: gzip\r\n", gzip(page("Peru met Chile.")).substr(0, 40)) + good, 1,
       "a.warc#1: the gzip data end too early"},
      {"an unknown packing",
       response(html + "Content-Encoding: br\r\n", std::string("\x0b\x01\x80\x00\x03\x00", 6)) + good, 1,
       "a.warc#1: packed by br"},
      {"a page without a text", response(html, page("")) + good, 1, "a.warc#1: "},
  };
}

TEST(Warc, WhatIsWrongIsToldAndTheOthersRead) {
  for (const RefusedWarc& row : refused_warcs()) {
    const Found found = read_bytes(row.archive, "a.warc");
    EXPECT_EQ(found.articles.size(), row.articles) << row.what;
    ASSERT_EQ(found.errors.size(), 1U) << row.what;
    EXPECT_THAT(found.errors[0], HasSubstr(row.message)) << row.what;
  }
}

}  // namespace
}  // namespace entente
