// The times that questions give, as they are read on a day.
#include "coding/questions/window_words.h"

#include <gtest/gtest.h>

#include "base/date.h"

namespace entente {
namespace {

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// "2026-09-01 2027-03-31", "... open", or "none".
std::string window(const std::string& text, const std::string& asked = "2026-09-01") {
  const auto split = split_window(words(text), first_day(*parse_iso_date(asked)));
  if (!split.window) return "none";
  const DayRange& days = split.window->days;
  const bool open = days.last > first_day(Date::of_day(9999, 12, 31));
  return to_iso(day_from_number(days.first)) + " " + (open ? "open" : to_iso(day_from_number(days.last)));
}

TEST(WindowWords, OneWindowHasManyWords) {
  for (const char* text :
       {"by 31 March 2027", "by March 31 , 2027", "by March 31st 2027", "by the 31st of March 2027", "by 2027-03-31",
        "before April 2027", "before 1 April 2027", "until the end of March 2027", "no later than 31 March 2027",
        "by the end of March", "by 31 Mar 2027", "by the end of the first quarter of 2027", "by March 2027",
        "between 1 September 2026 and 31 March 2027", "from September to March"}) {
    EXPECT_EQ(window(text), "2026-09-01 2027-03-31") << text;
  }
}

TEST(WindowWords, CountsFromTheDayOfAsking) {
  EXPECT_EQ(window("within 30 days"), "2026-09-01 2026-09-30");
  EXPECT_EQ(window("in the next two weeks"), "2026-09-01 2026-09-14");
  EXPECT_EQ(window("within six months"), "2026-09-01 2027-02-28");
  EXPECT_EQ(window("within a month", "2027-01-31"), "2027-01-31 2027-02-28");
  EXPECT_EQ(window("in the next year"), "2026-09-01 2027-08-31");
  EXPECT_EQ(window("this year"), "2026-09-01 2026-12-31");
  EXPECT_EQ(window("by year's end"), "2026-09-01 2026-12-31");
  EXPECT_EQ(window("by the end of the year"), "2026-09-01 2026-12-31");
  EXPECT_EQ(window("next month"), "2026-10-01 2026-10-31");
  EXPECT_EQ(window("this week"), "2026-09-01 2026-09-06");
  EXPECT_EQ(window("tomorrow"), "2026-09-02 2026-09-02");
  EXPECT_EQ(window("by Friday"), "2026-09-01 2026-09-04");
  EXPECT_EQ(window("by Christmas"), "2026-09-01 2026-12-25");
}

TEST(WindowWords, MonthsWithoutAYearLieAhead) {
  EXPECT_EQ(window("in October"), "2026-10-01 2026-10-31");
  EXPECT_EQ(window("in March"), "2027-03-01 2027-03-31");
  EXPECT_EQ(window("in September"), "2026-09-01 2026-09-30");
  EXPECT_EQ(window("in the second half of 2027"), "2027-07-01 2027-12-31");
  EXPECT_EQ(window("in Q1 2027"), "2027-01-01 2027-03-31");
  EXPECT_EQ(window("in 2027"), "2027-01-01 2027-12-31");
}

TEST(WindowWords, SeveralTimesBoundEachOther) {
  EXPECT_EQ(window("after 1 October and before December"), "2026-10-02 2026-11-30");
  EXPECT_EQ(window("after October"), "2026-11-01 open");
}

TEST(WindowWords, VagueTimesSayThatTheyAre) {
  const int64_t asked = first_day(Date::of_day(2026, 9, 1));
  EXPECT_TRUE(split_window(words("over the coming weeks"), asked).window->vague);
  EXPECT_TRUE(split_window(words("soon"), asked).window->vague);
  EXPECT_FALSE(split_window(words("within 30 days"), asked).window->vague);
}

TEST(WindowWords, OtherWordsStay) {
  const auto split = split_window(words("Will Iran be helped by Russia in Syria by May 2027 ?"), 20000);
  EXPECT_EQ(split.rest, words("Will Iran be helped by Russia in Syria ?"));
  EXPECT_EQ(window("may Iran march in force"), "none");
  EXPECT_EQ(window("by 31 February 2027"), "none");
}

}  // namespace
}  // namespace entente
