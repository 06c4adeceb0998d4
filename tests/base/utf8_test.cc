// UTF-8 as the standard draws it: no overlong forms, no surrogates, nothing past U+10FFFF, no half characters.
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace entente {
namespace {

TEST(Utf8, WholeCharactersAreTaken) {
  const std::string text = "a\u00e9\u20ac\U0001F600";
  EXPECT_TRUE(is_utf8(text));
  EXPECT_EQ(with_broken_replaced(text), text);
  std::string again;
  for (size_t at = 0; at < text.size(); at += codepoint_at(text, at).size)
    append_utf8(again, codepoint_at(text, at).value);
  EXPECT_EQ(again, text);
  EXPECT_EQ(codepoint_before(text, text.size()).value, 0x1F600U);
  EXPECT_EQ(codepoint_before(text, 1).value, uint32_t{'a'});
}

TEST(Utf8, AReplacementCharacterIsNoBrokenByte) {
  EXPECT_TRUE(is_utf8("\uFFFD"));
  EXPECT_TRUE(is_utf8(""));
}

TEST(Utf8, EachBrokenByteIsReplacedOnce) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"a\xff", "a\uFFFD"},
      {"\x80z", "\uFFFDz"},
      {"\xc0\xaf", "\uFFFD\uFFFD"},                      // overlong
      {"\xe0\x80\xaf", "\uFFFD\uFFFD\uFFFD"},            // overlong
      {"\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD"},            // a surrogate
      {"\xf4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // past the end
      {"\xe2\x82", "\uFFFD\uFFFD"},                      // cut short
      {"\xe2\x82(\xc3\xa9", "\uFFFD\uFFFD(\u00e9"},
  };
  for (const auto& [bytes, mended] : rows) {
    EXPECT_FALSE(is_utf8(bytes)) << mended;
    EXPECT_EQ(with_broken_replaced(bytes), mended);
    EXPECT_TRUE(is_utf8(with_broken_replaced(bytes)));
  }
}

}  // namespace
}  // namespace entente
