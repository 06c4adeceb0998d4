// Times as sentences give them, resolved against a publication date or left open.
#include "coding/coder_fixture.h"

namespace entente {
namespace {

struct WhenRow {
  const char* text;
  const char* published;  // empty: unknown
  const char* when;       // empty: undated
};

class Times : public testing::TestWithParam<WhenRow> {};

TEST_P(Times, AreResolved) {
  const WhenRow& row = GetParam();
  const Date published = parse_iso_date(row.published).value_or(Date{});
  const auto claims = code_text(row.text, published).claims;
  ASSERT_FALSE(claims.empty()) << row.text;
  EXPECT_EQ(to_iso(claims.front().when), row.when) << row.text;
}

INSTANTIATE_TEST_SUITE_P(Rows, Times,
                         testing::Values(WhenRow{"Iran condemned Israel on 3 March 2021.", "", "2021-03-03"},
                                         WhenRow{"Iran condemned Israel on March 3, 2021.", "", "2021-03-03"},
                                         WhenRow{"Iran condemned Israel in June 2019.", "", "2019-06"},
                                         WhenRow{"Iran condemned Israel in 2013.", "", "2013"},
                                         WhenRow{"Iran condemned Israel on Wednesday.", "", ""},
                                         WhenRow{"Iran condemned Israel on Wednesday.", "2026-11-20", "2026-11-18"},
                                         WhenRow{"Iran condemned Israel on Friday.", "2026-11-20", "2026-11-20"},
                                         WhenRow{"Iran condemned Israel yesterday.", "2026-03-01", "2026-02-28"},
                                         WhenRow{"Iran condemned Israel last year.", "2026-03-01", "2025"},
                                         WhenRow{"Iran condemned Israel last month.", "2026-01-15", "2025-12"},
                                         WhenRow{"Iran condemned Israel two years ago.", "2026-01-15", "2024"},
                                         WhenRow{"Iran condemned Israel on 20 December.", "2026-01-15", "2025-12-20"},
                                         WhenRow{"Iran condemned Israel.", "2026-01-15", ""}));

// Times that no calendar has neither overflow nor wrap round to a year of our own.
INSTANTIATE_TEST_SUITE_P(Absurd, Times,
                         testing::Values(WhenRow{"Iran condemned Israel 2147483647 years ago.", "2026-01-15", ""},
                                         WhenRow{"Iran condemned Israel 2147483647 months ago.", "2026-01-15", ""},
                                         WhenRow{"Iran condemned Israel 2147483647 weeks ago.", "2026-01-15", ""},
                                         WhenRow{"Iran condemned Israel 2147483647 days ago.", "2026-01-15", ""},
                                         WhenRow{"Iran condemned Israel -2147483648 years ago.", "2026-01-15", ""},
                                         WhenRow{"Iran condemned Israel 70000 years ago.", "2026-01-15", ""},
                                         WhenRow{"Iran condemned Israel 2026 years ago.", "2026-01-15", ""},
                                         WhenRow{"Iran condemned Israel 90 years ago.", "2026-01-15", "1936"},
                                         WhenRow{"Iran condemned Israel 400 days ago.", "2026-01-15", "2024-12-11"}));

TEST(Times, AWeekdayWithoutADateOfPublicationSaysSo) {
  const auto claims = code_text("Iran condemned Israel on Wednesday.").claims;
  ASSERT_FALSE(claims.empty());
  EXPECT_NE(claims.front().why.find("'Wednesday' stays undated"), std::string::npos) << claims.front().why;
}

}  // namespace
}  // namespace entente
