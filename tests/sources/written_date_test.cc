// Dates in texts and addresses.
#include <gtest/gtest.h>

#include "sources/written_date.h"

namespace entente {
namespace {

struct WrittenRow {
  const char* text;
  const char* date;
};

class WrittenDate : public testing::TestWithParam<WrittenRow> {};

TEST_P(WrittenDate, IsFound) {
  const auto date = find_date(GetParam().text);
  EXPECT_EQ(date ? to_iso(*date) : "", GetParam().date) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Forms, WrittenDate,
    testing::Values(WrittenRow{"2021-03-01T10:00:00+01:00", "2021-03-01"}, WrittenRow{"20210301", "2021-03-01"},
                    WrittenRow{"March 3, 2021", "2021-03-03"}, WrittenRow{"Mar. 3 2021", "2021-03-03"},
                    WrittenRow{"the 3rd of March, 2021", "2021-03-03"},
                    WrittenRow{"Tue, 02 Mar 2021 10:00:00 GMT", "2021-03-02"},
                    WrittenRow{"Fri 6:45 PM, Feb 16, 2018", "2018-02-16"}, WrittenRow{"2021/3/1", "2021-03-01"},
                    WrittenRow{"25/12/2021", "2021-12-25"}, WrittenRow{"12/25/2021", "2021-12-25"},
                    WrittenRow{"1.3.2021", "2021-03-01"}, WrittenRow{"2021年3月1日", "2021-03-01"},
                    WrittenRow{"3 de março de 2021", "2021-03-03"}, WrittenRow{"25. Mai 2018", "2018-05-25"},
                    WrittenRow{"03/04/2021", ""}, WrittenRow{"30 February 2021", ""}, WrittenRow{"March 2021", ""},
                    WrittenRow{"call 555 2021 10", ""}, WrittenRow{"", ""}));

TEST(AddressDate, IsFound) {
  const auto iso = [](std::string_view address) {
    const auto date = find_address_date(address);
    return date ? to_iso(*date) : "";
  };
  EXPECT_EQ(iso("https://example.org/2019/11/18/talks-resume"), "2019-11-18");
  EXPECT_EQ(iso("https://example.org/world/2019-11-18-talks"), "2019-11-18");
  EXPECT_EQ(iso("https://example.org/world/20191118/talks"), "2019-11-18");
  EXPECT_EQ(iso("https://example.org/2019/11/talks-resume"), "2019-11");
  EXPECT_EQ(iso("https://example.org/2019/talks"), "");
  EXPECT_EQ(iso("https://2019.example.org/11/18"), "");
  EXPECT_EQ(iso("https://example.org/a?d=2019-11-18"), "");
}

}  // namespace
}  // namespace entente
