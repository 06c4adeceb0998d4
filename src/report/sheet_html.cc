// Sheets as one HTML page; bars with their bands and curves as SVG.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "report/brief_render.h"
#include "report/sheet.h"
#include "report/svg_parts.h"
#include "report/wrap.h"

namespace entente {

namespace {

// narrow, so that the words are still readable where a telephone shrinks it
constexpr double width = 460, left = 130, right = 366, row_height = 24;
constexpr size_t longest_label = 16;

std::string element_text(double x, double y, const std::string& look, const std::string& words) {
  return "<text x=\"" + svg_number(x) + "\" y=\"" + svg_number(y) + "\" " + look + ">" + html_escape(words) +
         "</text>\n";
}

std::string path(const std::string& d, const std::string& look) {
  return "<path d=\"" + d + "\" " + look + "/>\n";
}

std::string axis_tick_text(double value) {
  return std::abs(value - std::round(value)) < 1e-9 ? svg_number(value) : amount_text(value);
}

std::string circle_svg(const std::string& x, const std::string& y, const std::string& look) {
  return "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"4.5\" stroke-width=\"2\" class=\"" + look + "\"/>\n";
}

std::string described(const SheetChart& chart) {
  std::vector<std::string> parts;
  for (const SheetBar& bar : chart.bars) parts.push_back(bar.label + " " + percent_text(bar.value));
  return join(parts, ", ");
}

/// Bars from a common zero; the band as a thin line with ends.
std::string bars_svg(const SheetChart& chart, const std::string& id) {
  double low = 0, high = 0;
  for (const SheetBar& bar : chart.bars) {
    low = std::min({low, bar.value, bar.low});
    high = std::max({high, bar.value, bar.high});
  }
  const double range = high > low ? high - low : 1;
  const auto x_of = [&](double value) { return left + (value - low) / range * (right - left); };
  const double height = row_height * static_cast<double>(chart.bars.size()) + 10;
  std::string out = svg_open(id, width, height, chart.title, described(chart));
  double y = 16;
  for (const SheetBar& bar : chart.bars) {
    out += element_text(left - 10, y + 5, "text-anchor=\"end\" font-size=\"13\"", cut_to(bar.label, longest_label));
    const std::string to = svg_number(x_of(bar.value)) + " " + svg_number(y);
    out += path("M" + svg_number(x_of(0)) + " " + svg_number(y) + " L" + to,
                std::string("class=\"") + (bar.value < 0 ? "negative" : "positive") +
                    "\" stroke-width=\"11\" stroke-opacity=\".55\"");
    if (bar.low != bar.high) {
      out += path("M" + svg_number(x_of(bar.low)) + " " + svg_number(y) + " L" + svg_number(x_of(bar.high)) + " " +
                      svg_number(y),
                  "class=\"rail\" stroke-width=\"2\"");
    }
    out += element_text(right + 10, y + 5, "font-size=\"13\"", percent_text(bar.value));
    y += row_height;
  }
  out += path("M" + svg_number(x_of(0)) + " 4 L" + svg_number(x_of(0)) + " " + svg_number(height - 6),
              "class=\"rail\" stroke-width=\"1\"");
  return out + "</svg>\n";
}

std::string curve_svg(const SheetCurve& curve, const std::string& id) {
  constexpr double top = 18, bottom = 150, begin = 60, end = 440;
  std::vector<std::string> told;
  std::string line;
  const size_t count = std::max<size_t>(curve.values.size(), 2);
  for (size_t i = 0; i < curve.values.size(); ++i) {
    const double x = begin + (end - begin) * static_cast<double>(i) / static_cast<double>(count - 1);
    const double y = bottom - (bottom - top) * std::clamp(curve.values[i] / curve.most, 0.0, 1.0);
    line += (i == 0 ? "M" : " L") + svg_number(x) + " " + svg_number(y);
    told.push_back(curve.steps[i] + ": " + share_text(curve.values[i]));
  }
  std::string out = svg_open(id, width, bottom + 30, curve.title, join(told, "; "));
  out += path("M" + svg_number(begin) + " " + svg_number(bottom) + " L" + svg_number(end) + " " + svg_number(bottom),
              "class=\"rail\" stroke-width=\"1\"");
  out += element_text(begin - 8, top + 5, "text-anchor=\"end\" font-size=\"12\"", share_text(curve.most));
  out += element_text(begin - 8, bottom + 4, "text-anchor=\"end\" font-size=\"12\"", "0");
  out += path(line, "class=\"positive\" stroke-width=\"3\" fill=\"none\"");
  if (!curve.steps.empty()) {
    out += element_text(begin, bottom + 20, "font-size=\"12\"", curve.steps.front());
    out += element_text(end, bottom + 20, "text-anchor=\"end\" font-size=\"12\"", curve.steps.back());
  }
  return out + "</svg>\n";
}

/// An open ring where somebody starts, a full one where it ends, the band as a broad line behind.
std::string moves_svg(const SheetMoves& chart, const std::string& id) {
  const double range = chart.high > chart.low ? chart.high - chart.low : 1, end_x = 440;
  const auto x_of = [&](double value) {
    return left + (std::clamp(value, chart.low, chart.high) - chart.low) / range * (end_x - left);
  };
  const double height = row_height * static_cast<double>(chart.moves.size()) + 34;
  std::vector<std::string> told;
  for (const SheetMove& move : chart.moves) {
    told.push_back(move.label + " from " + amount_text(move.start) + " to " + amount_text(move.end));
  }
  std::string out = svg_open(id, width, height, chart.title, join(told, ", "));
  for (int tick = 0; tick <= 4; ++tick) {
    const double value = chart.low + range * tick / 4;
    const std::string x = svg_number(x_of(value));
    out += path("M" + x + " 4 L" + x + " " + svg_number(height - 26),
                "class=\"rail\" stroke-width=\"1\" stroke-opacity=\".35\"");
    out += element_text(x_of(value), height - 10, "text-anchor=\"middle\" font-size=\"12\"", axis_tick_text(value));
  }
  double y = 16;
  for (const SheetMove& move : chart.moves) {
    const std::string at = svg_number(y), from = svg_number(x_of(move.start)), to = svg_number(x_of(move.end));
    out += element_text(left - 14, y + 5, "text-anchor=\"end\" font-size=\"13\"", cut_to(move.label, longest_label));
    if (move.low != move.high) {
      out += path("M" + svg_number(x_of(move.low)) + " " + at + " L" + svg_number(x_of(move.high)) + " " + at,
                  "class=\"positive\" stroke-width=\"12\" stroke-opacity=\".22\"");
    }
    out += path("M" + from + " " + at + " L" + to + " " + at, "class=\"positive\" stroke-width=\"2\"");
    out += circle_svg(from, at, "paper") + circle_svg(from, at, "positive") + circle_svg(to, at, "good");
    y += row_height;
  }
  return out + "</svg>\n";
}

/// A number stays on the line of its unit.
std::string cell_html(const std::string& text) {
  std::string out = html_escape(text);
  for (size_t at = out.find(" %"); at != std::string::npos; at = out.find(" %", at)) out.replace(at, 1, "&#160;");
  return out;
}

std::string table_html(const SheetTable& table) {
  std::string out = "<div class=\"wide\"><table class=\"actors\">\n<thead><tr>";
  for (size_t c = 0; c < table.head.size(); ++c) {
    out +=
        std::string("<th scope=\"col\"") + (c > 0 ? " class=\"n\"" : "") + ">" + html_escape(table.head[c]) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out += "<tr><th scope=\"row\">" + html_escape(row[0]) + "</th>";
    for (size_t c = 1; c < row.size(); ++c) out += "<td class=\"n\">" + cell_html(row[c]) + "</td>";
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table></div>\n";
}

std::string section_html(const SheetSection& section, size_t number) {
  const std::string id = "s" + std::to_string(number);
  std::string out = "<section id=\"" + id + "\">\n";
  if (!section.title.empty()) out += "<h2>" + html_escape(section.title) + "</h2>\n";
  for (const std::string& text : section.paragraphs) out += "<p>" + html_escape(text) + "</p>\n";
  if (!section.items.empty()) {
    out += "<ul>\n";
    for (const std::string& item : section.items) out += "<li>" + html_escape(item) + "</li>\n";
    out += "</ul>\n";
  }
  if (section.chart && !section.chart->bars.empty()) {
    out += "<h3>" + html_escape(section.chart->title) + "</h3>\n<figure class=\"plain\">\n" +
           bars_svg(*section.chart, id + "-bars") + "</figure>\n";
  }
  if (section.curve && !section.curve->values.empty()) {
    out += "<h3>" + html_escape(section.curve->title) + "</h3>\n<figure class=\"plain\">\n" +
           curve_svg(*section.curve, id + "-curve") + "</figure>\n";
  }
  if (section.moves && !section.moves->moves.empty()) {
    out += "<h3>" + html_escape(section.moves->title) + "</h3>\n<figure class=\"plain\">\n" +
           moves_svg(*section.moves, id + "-moves") + "</figure>\n";
  }
  if (section.table) out += table_html(*section.table);
  for (const std::string& note : section.notes) out += "<p class=\"legend\">" + html_escape(note) + "</p>\n";
  return out + "</section>\n";
}

}  // namespace

std::string sheet_html(const Sheet& sheet) {
  const std::string title = html_escape(sheet.title);
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Entente\">\n<title>" +
      title + "</title>\n<style>\n" + std::string(page_style()) + "</style>\n</head>\n<body>\n<header>\n" +
      "<p class=\"kicker\">" + html_escape(sheet.kicker) + "</p>\n<h1>" + title + "</h1>\n<p class=\"origin\">";
  for (size_t i = 0; i < sheet.origin.size(); ++i) {
    out += (i > 0 ? " <span>·</span> " : "") + html_escape(sheet.origin[i]);
  }
  out += "</p>\n</header>\n<main>\n";
  for (size_t s = 0; s < sheet.sections.size(); ++s) out += section_html(sheet.sections[s], s + 1);
  return out + "</main>\n<footer><p>" + html_escape(sheet.footer) + "</p></footer>\n</body>\n</html>\n";
}

}  // namespace entente
