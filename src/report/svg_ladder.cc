// The ladder of support as a drawing: nine rungs between two rails, what is said of each beside it.
#include "base/text.h"
#include "report/brief_render.h"
#include "report/page.h"
#include "report/report.h"
#include "report/svg_parts.h"

namespace entente {

namespace {

constexpr double ladder_width = 600;
constexpr double step = 42;
constexpr double top = 26;
constexpr double left_rail = 222;
constexpr double right_rail = 312;

double height_of(const Ladder& ladder) {
  return top + step * static_cast<double>(ladder.rungs.size()) + 6;
}

double y_of(const Ladder& ladder, Rung rung) {
  return top + step * (static_cast<double>(ladder.rungs.size()) - 0.5 - static_cast<double>(rung));
}

std::string words_of(const RungRecord& record) {
  std::vector<std::string> out;
  for (const RungWord& word : rung_words(record)) out.push_back(word.word);
  return join(out, ", ");
}

std::string description(const Ladder& ladder) {
  std::string out;
  for (const RungRecord& record : ladder.rungs) {
    const std::string words = words_of(record);
    if (!words.empty()) out += (out.empty() ? "" : " ") + std::string(name_of(record.rung)) + ": " + words + '.';
  }
  return out.empty() ? "Nothing is said of any rung." : out;
}

std::string line(double x1, double y1, double x2, double y2, const std::string& look) {
  return "<path d=\"M" + svg_number(x1) + ' ' + svg_number(y1) + " L" + svg_number(x2) + ' ' + svg_number(y2) + "\" " +
         look + "/>\n";
}

/// Reached is solid, offered or expected dashed, nothing said a hairline.
std::string rung_look(const RungRecord& r) {
  if (!r.reached.empty()) return "class=\"positive\" stroke-width=\"7\" stroke-linecap=\"round\"";
  if (!r.offered.empty()) return "class=\"positive\" stroke-width=\"4\" stroke-dasharray=\"9 6\"";
  return "class=\"rail\" stroke-width=\"2\"";
}

std::string cross(double x, double y) {
  const std::string look = "class=\"negative\" stroke-width=\"4\" stroke-linecap=\"round\"";
  return line(x - 8, y - 8, x + 8, y + 8, look) + line(x - 8, y + 8, x + 8, y - 8, look);
}

std::string text(double x, double y, const std::string& look, const std::string& words) {
  return "<text x=\"" + svg_number(x) + "\" y=\"" + svg_number(y) + "\" " + look + '>' + html_escape(words) +
         "</text>\n";
}

/// What is said of a rung, each word in the colour of its state, broken into two lines where it is long.
std::string said(const RungRecord& record, double y) {
  const std::vector<RungWord> words = rung_words(record);
  double at = words.size() > 2 ? y - 4 : y + 5;
  std::string out;
  std::string spans;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string look =
        words[i].state == 'r' || words[i].state == 'o' ? "good" : (words[i].state == 'x' ? "bad" : "soft");
    spans += "<tspan class=\"" + look + "\">" + words[i].word + (i + 1 < words.size() ? ", " : "") + "</tspan>";
    if (i % 2 == 0 && i + 1 < words.size()) continue;
    out += "<text x=\"" + svg_number(right_rail + 26) + "\" y=\"" + svg_number(at) + "\" font-size=\"14\">" + spans +
           "</text>\n";
    spans.clear();
    at += 17;
  }
  return out;
}

std::string rung(const Ladder& ladder, const RungRecord& record) {
  const double y = y_of(ladder, record.rung);
  const bool silent = rung_words(record).empty();
  const std::string look = std::string("text-anchor=\"end\" font-size=\"14.5\"") + (silent ? " class=\"soft\"" : "");
  std::string out = text(left_rail - 18, y + 5, look, std::string(name_of(record.rung)));
  out += line(left_rail + 4, y, right_rail - 4, y, rung_look(record));
  if (record.stopped()) out += cross((left_rail + right_rail) / 2, y);
  return out + said(record, y);
}

}  // namespace

std::string ladder_svg(const Brief& brief, const Ladder& ladder) {
  const std::string name = brief.name(ladder.from) + " → " + brief.name(ladder.to);
  const std::string id = svg_id("ladder-" + ladder.from.str() + '-' + ladder.to.str());
  const double height = height_of(ladder);
  std::string out = svg_open(id, ladder_width, height, "Ladder of support: " + name, description(ladder));
  const std::string rail = "class=\"rail\" stroke-width=\"5\" stroke-linecap=\"round\"";
  out +=
      line(left_rail, top - 8, left_rail, height - 4, rail) + line(right_rail, top - 8, right_rail, height - 4, rail);
  for (const RungRecord& record : ladder.rungs) out += rung(ladder, record);
  return out + "</svg>\n";
}

}  // namespace entente
