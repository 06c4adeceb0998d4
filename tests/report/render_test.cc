// Renderings of a brief: every section in every format, notes that resolve, escaping, widths, the same bytes each time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/brief_claims.h"
#include "report/report.h"
#include "report/wrap.h"

namespace entente {
namespace {

using test::full_story;
using test::ToldStory;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const char* const sections[] = {"In short",
                                "What kind of source this is",
                                "Who acts",
                                "How they stand to each other",
                                "Who gave what to whom",
                                "Words, deeds and sides",
                                "Red lines",
                                "How far support goes",
                                "Who balances, who mediates",
                                "Common adversaries",
                                "What is expected",
                                "Open questions",
                                "What the text does not tell",
                                "Notes"};

std::vector<std::string> all_between(const std::string& text, const std::string& before, const std::string& after) {
  std::vector<std::string> out;
  for (size_t at = text.find(before); at != std::string::npos; at = text.find(before, at + 1)) {
    const size_t begin = at + before.size();
    out.push_back(text.substr(begin, text.find(after, begin) - begin));
  }
  return out;
}

/// The first thing wrong with the nesting of tags; empty if all is well.
std::string nesting_error(const std::string& html) {
  const std::set<std::string> empty_elements = {"meta", "wbr", "br", "hr", "img", "link"};
  std::vector<std::string> open;
  for (size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const size_t end = html.find('>', at);
    if (end == std::string::npos) return "tag without end: " + html.substr(at, 40);
    const std::string tag = html.substr(at + 1, end - at - 1);
    if (tag[0] == '!' || tag.back() == '/') continue;
    const bool closing = tag[0] == '/';
    const std::string name = tag.substr(closing ? 1 : 0, tag.find_first_of(" \n", 1) - (closing ? 1 : 0));
    if (empty_elements.contains(name)) continue;
    if (!closing) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return "</" + name + "> closes " + (open.empty() ? "nothing" : open.back());
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : "<" + open.back() + "> is never closed";
}

TEST(Report, FormatsByName) {
  EXPECT_EQ(format_named("md"), Format::markdown);
  EXPECT_EQ(format_named("HTML"), Format::html);
  EXPECT_EQ(format_named("pdf"), std::nullopt);
}

TEST(Report, EveryFormatCarriesEverySection) {
  const Brief full = full_story().brief();
  for (const Format format : {Format::terminal, Format::markdown, Format::html}) {
    const std::string text = render(full, format);
    for (const char* section : sections) EXPECT_TRUE(text.find(section) != std::string::npos) << section;
  }
  for (const Brief& brief : {full, ToldStory("Empty").brief()}) {
    const std::string json = render(brief, Format::json);
    for (const char* key : {"lead", "appraisal", "actors", "standings", "flows", "red_lines", "ladders", "balancing",
                            "mediations", "adversaries", "outlook", "questions", "gaps", "notes"}) {
      EXPECT_THAT(json, HasSubstr("\n  \"" + std::string(key) + "\":"));
    }
  }
}

TEST(Report, SectionsWithNothingToTellAreNamedInOneLine) {
  for (const Format format : {Format::markdown, Format::html}) {
    const std::string text = render(ToldStory("Empty").brief(), format);
    EXPECT_TRUE(text.find("Nothing at all is told of: Who acts; ") != std::string::npos) << text.size();
    for (const char* heading :
         {"## Red lines", "<h2>Red lines", "## In short", "<h2>In short", "## Notes", "<h2>Notes"}) {
      EXPECT_TRUE(text.find(heading) == std::string::npos) << heading;
    }
  }
  EXPECT_TRUE(render(full_story().brief(), Format::markdown).find("## Red lines") != std::string::npos);
}

TEST(Report, TimeIsShownFromTwoPeriodsOn) {
  for (const Format format : {Format::terminal, Format::markdown, Format::html}) {
    ToldStory story = full_story();
    EXPECT_THAT(render(story.brief(), format), Not(HasSubstr("The relation over time"))) << "all is of one year";
    story.sentence("AAA accused BBB.").claim("AAA", ClaimType::accuse, "BBB");
    story.latest().when = Date::of_year(2019);
    EXPECT_THAT(render(story.brief(), format), HasSubstr("The relation over time"));
  }
}

TEST(Report, WhereEventsAloneTellNoSectionOfTextsStands) {
  ToldStory story("Nobody");
  story.article.id = ArticleId("story");
  BriefWishes wishes;
  wishes.events.emplace();
  wishes.events->actors = {ActorId("AAA"), ActorId("BBB")};
  wishes.events->events = 12;
  const ActorNamer namer = [](const ActorId& id) { return Actor{id, ActorKind::state, id.str(), {}, {}}; };
  const Brief brief =
      make_brief(BriefSubject::of_pair(ActorId("AAA"), ActorId("BBB")), {story.article}, {}, namer, wishes);
  for (const Format format : {Format::terminal, Format::markdown, Format::html}) {
    const std::string text = render(brief, format);
    EXPECT_THAT(text, HasSubstr("12 coded events"));
    EXPECT_THAT(text, HasSubstr("No text in the ledger tells of the two"));
    EXPECT_THAT(text, HasSubstr("What event data say"));
    EXPECT_THAT(text, Not(HasSubstr("Who acts")));
    EXPECT_THAT(text, Not(HasSubstr("Nothing at all is told of")));
  }
}

TEST(Report, TheSameBytesEachTime) {
  for (const Format format : {Format::terminal, Format::markdown, Format::html, Format::json}) {
    EXPECT_EQ(render(full_story().brief(), format), render(full_story().brief(), format));
  }
}

TEST(Html, IsWellFormed) {
  EXPECT_EQ(nesting_error(render(full_story().brief(), Format::html)), "");
  EXPECT_EQ(nesting_error(render(ToldStory("Empty").brief(), Format::html)), "");
}

TEST(Html, TheNestingCheckCanFail) {
  EXPECT_NE(nesting_error("<p><b></p></b>"), "");
  EXPECT_NE(nesting_error("<p>"), "");
  EXPECT_NE(nesting_error("</p>"), "");
}

TEST(Html, EveryLinkWithinThePageArrives) {
  const std::string html = render(full_story().brief(), Format::html);
  const std::vector<std::string> ids = all_between(html, " id=\"", "\"");
  const std::set<std::string> known(ids.begin(), ids.end());
  EXPECT_EQ(known.size(), ids.size()) << "an id stands twice";
  const std::vector<std::string> links = all_between(html, "href=\"#", "\"");
  EXPECT_THAT(links, Not(IsEmpty()));
  for (const std::string& link : links) EXPECT_TRUE(known.contains(link)) << link;
}

TEST(Html, NotesLeadBackToEveryMention) {
  const std::string html = render(full_story().brief(), Format::html);
  std::multiset<std::string> marks;
  for (const std::string& id : all_between(html, "<a id=\"", "\"")) marks.insert(id);
  std::multiset<std::string> back;
  for (const std::string& id : all_between(html, "class=\"back\" href=\"#", "\"")) back.insert(id);
  EXPECT_EQ(marks, back);
}

TEST(Html, NeedsNothingFromElsewhere) {
  const std::string html = render(full_story().brief(), Format::html);
  for (const char* outside : {"<script", "<link", "<img", "src=", "@import", "url("}) {
    EXPECT_THAT(html, Not(HasSubstr(outside)));
  }
}

TEST(Html, EscapesWhatItQuotes) {
  const std::string html = render(full_story().brief(), Format::html);
  EXPECT_THAT(html, Not(HasSubstr("<b>shells")));
  EXPECT_THAT(html, HasSubstr("&lt;b&gt;shells&lt;/b&gt;"));
  EXPECT_THAT(html, HasSubstr("Arms &amp; &lt;men&gt;: a &quot;test&quot;"));
}

TEST(Html, NoLineEndPartsADay) {
  ToldStory story("t");
  story.sentence("AAA gave BBB drones.").claim("AAA", ClaimType::aid, "BBB");
  story.latest().when = Date::of_day(2014, 3, 1);
  story.sentence("AAA gave BBB tanks.").claim("AAA", ClaimType::aid, "BBB");
  story.latest().when = Date::of_month(2014, 4);
  story.latest().good = "no-2014-day, 12014-03-011";
  const std::string html = render(story.brief(), Format::html);
  EXPECT_THAT(html, HasSubstr("(<time>2014-03-01</time>)"));
  EXPECT_THAT(html, HasSubstr("(<time>2014-04</time>)"));
  EXPECT_THAT(html, Not(HasSubstr("<time>12014")));
  EXPECT_THAT(html, Not(HasSubstr("<time>2014-03-01</time>1")));
}

TEST(Html, DangerousAddressesAreNoLinks) {
  ToldStory story("t");
  story.article.address = "javascript:alert(1)";
  EXPECT_THAT(render(story.brief(), Format::html), Not(HasSubstr("href=\"javascript")));
  story.article.address = "https://example.org/a?b=1&c=2";
  EXPECT_THAT(render(story.brief(), Format::html), HasSubstr("href=\"https://example.org/a?b=1&amp;c=2\""));
}

TEST(Svg, FiguresHaveTextAlternatives) {
  const Brief brief = full_story().brief();
  for (const std::string& svg : {network_svg(brief), ladder_svg(brief, brief.ladders.at(0).ladder)}) {
    EXPECT_EQ(nesting_error(svg), "");
    EXPECT_THAT(svg, HasSubstr("role=\"img\""));
    EXPECT_THAT(svg, HasSubstr("<title id="));
    EXPECT_THAT(svg, HasSubstr("<desc id="));
  }
}

TEST(Svg, HostileEdgesAreDashedNotOnlyRed) {
  const std::string svg = network_svg(full_story().brief());
  for (const std::string& edge : all_between(svg, "<path class=\"negative\"", ">")) {
    EXPECT_THAT(edge, HasSubstr("stroke-dasharray"));
  }
}

struct Label {
  double left, right, y;
};

/// The boxes of the names in a network, from the numbers written into it.
std::vector<Label> labels_of(const std::string& svg) {
  std::vector<Label> out;
  for (const std::string& tag : all_between(svg, "<text x=\"", "</text>")) {
    if (tag.find("text-anchor") == std::string::npos) continue;
    const double x = std::stod(tag);
    const double y = std::stod(tag.substr(tag.find("y=\"") + 3));
    const double width = 9.0 * static_cast<double>(display_width(tag.substr(tag.find('>') + 1)));
    const bool end = tag.find("\"end\"") != std::string::npos;
    out.push_back({end ? x - width : x, end ? x : x + width, y});
  }
  return out;
}

TEST(Svg, NamesNeverTouchHoweverManyActors) {
  for (int actors = 2; actors <= 30; ++actors) {
    ToldStory story("t");
    for (int i = 1; i < actors; ++i) {
      story.sentence("S" + std::to_string(i) + ".");
      story.claim("LONGNAME" + std::to_string(i), i % 2 == 0 ? ClaimType::aid : ClaimType::assault,
                  "LONGNAME" + std::to_string(i / 3));
    }
    const std::vector<Label> labels = labels_of(network_svg(story.brief()));
    EXPECT_GE(labels.size(), 2U);
    for (size_t i = 0; i < labels.size(); ++i) {
      EXPECT_GE(labels[i].left, 0);
      for (size_t k = i + 1; k < labels.size(); ++k) {
        const bool apart = std::abs(labels[i].y - labels[k].y) >= 18 || labels[i].right <= labels[k].left ||
                           labels[k].right <= labels[i].left;
        EXPECT_TRUE(apart) << actors << " actors";
      }
    }
  }
}

TEST(Terminal, NeverWiderThanTheScreen) {
  ToldStory story = full_story();
  story.sentence(std::string(300, 'x') + " 中国和俄罗斯的关系 " + std::string(90, 'y'))
      .claim("GGG", ClaimType::aid, "AAA", Domain::humanitarian);
  story.article.path = "/a/very/long/path/" + std::string(150, 'p') + ".txt";
  for (const int width : {40, 57, 80, 132}) {
    for (const bool colour : {false, true}) {
      const std::string text = render(story.brief(), Format::terminal, {width, colour});
      for (const std::string_view line : split(text, '\n')) {
        EXPECT_LE(display_width(line), static_cast<size_t>(width)) << line;
      }
    }
  }
}

TEST(Terminal, ColoursOnlyIfAsked) {
  const Brief brief = full_story().brief();
  EXPECT_THAT(render(brief, Format::terminal, {80, false}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(render(brief, Format::terminal, {80, true}), HasSubstr("\x1b["));
}

TEST(Terminal, TextCannotSteerIt) {
  ToldStory story("A \x1b[31mred\x1b[0m title \x07");
  story.sentence("Hidden \x1b[2J screen.").claim("A", ClaimType::aid, "B");
  EXPECT_THAT(render(story.brief(), Format::terminal), Not(HasSubstr("\x1b")));
}

TEST(Markdown, NotesAreDefinedAndUsed) {
  const std::string text = render(full_story().brief(), Format::markdown);
  std::set<std::string> defined;
  for (const std::string& note : all_between(text, "\n[^", "]:")) defined.insert(note);
  std::set<std::string> used;
  for (const std::string& note : all_between(text.substr(0, text.find("## Notes")), "[^", "]")) used.insert(note);
  EXPECT_THAT(used, Not(IsEmpty()));
  EXPECT_EQ(used, defined);
}

TEST(Markdown, EscapesItsOwnMarks) {
  const std::string text = render(full_story().brief(), Format::markdown);
  EXPECT_THAT(text, HasSubstr("\\*everything\\*"));
  EXPECT_THAT(text, HasSubstr("\\<b\\>shells"));
  EXPECT_THAT(text, HasSubstr("\\| \\`now\\`"));
}

TEST(Json, BrokenBytesDoNotBreakIt) {
  ToldStory story("bad \xff\xfe title");
  story.sentence("bad \xc3 byte.").claim("A", ClaimType::aid, "B");
  EXPECT_THAT(render(story.brief(), Format::json), HasSubstr("\"format\": \"entente-brief/1\""));
}

TEST(Wrap, WidthsOfCharacters) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("é±–"), 3U);
  EXPECT_EQ(display_width("中国"), 4U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("\x1b[31mred\x1b[0m"), 3U);
  EXPECT_EQ(cut_to("abcdef", 4), "abc…");
}

}  // namespace
}  // namespace entente
