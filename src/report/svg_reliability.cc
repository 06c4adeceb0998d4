// The reliability diagram of a replay.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "report/brief_render.h"
#include "report/pair_backtest.h"
#include "report/svg_parts.h"

namespace entente {
namespace {

constexpr double side = 360;  // of the square
constexpr double edge_left = 64;
constexpr double edge_top = 44;
constexpr double edge_bottom = 52;
constexpr double edge_right = 24;
constexpr double label_size = 13;
constexpr std::array<double, 5> ticks = {.0001, .001, .01, .1, 1};
constexpr double least_shown = .0001;

std::string tick_label(double value) {
  if (value >= 1) return "1";
  std::string text = "." + std::string(static_cast<size_t>(std::lround(-std::log10(value))) - 1, '0') + "1";
  return text;
}

/// Along an axis, 0 to 1.
double along_axis(double probability) {
  const double span = std::log(1 / least_shown);
  return std::clamp(std::log(std::max(probability, least_shown) / least_shown) / span, 0.0, 1.0);
}
double across(double probability) {
  return edge_left + side * along_axis(probability);
}
double up(double frequency) {
  return edge_top + side * (1 - along_axis(frequency));
}

std::string stroke_between(double x1, double y1, double x2, double y2, const std::string& look) {
  return "<path class=\"" + look + "\" d=\"M" + svg_number(x1) + ' ' + svg_number(y1) + " L" + svg_number(x2) + ' ' +
         svg_number(y2) + "\"/>\n";
}

std::string axis_words(double x, double y, const std::string& anchor, const std::string& text,
                       const std::string& more = "") {
  return "<text x=\"" + svg_number(x) + "\" y=\"" + svg_number(y) + "\" font-size=\"" + svg_number(label_size) +
         "\" text-anchor=\"" + anchor + "\"" + more + ">" + html_escape(text) + "</text>\n";
}

std::string log_grid() {
  std::string out;
  for (const double tick : ticks) {
    out += stroke_between(across(tick), up(ticks.front()), across(tick), up(1), "hair");
    out += stroke_between(across(ticks.front()), up(tick), across(1), up(tick), "hair");
    out += axis_words(across(tick), edge_top + side + 18, "middle", tick_label(tick));
    out += axis_words(edge_left - 8, up(tick) + 4, "end", tick_label(tick));
  }
  return out + stroke_between(across(ticks.front()), up(ticks.front()), across(1), up(1), "axis");
}

/// Frequencies that chance gives a probability in nine of ten cases, by the normal approximation.
std::pair<double, double> chance_band(const ReliabilityBin& bin) {
  const double spread =
      1.645 * std::sqrt(bin.forecast * (1 - bin.forecast) / static_cast<double>(std::max<size_t>(bin.questions, 1)));
  return {std::max(0.0, bin.forecast - spread), bin.forecast + spread};
}

std::string forecast_points(const PairMethodScores& method, const std::string& colour, bool with_bands) {
  std::string out;
  for (const ReliabilityBin& bin : method.reliability) {
    if (with_bands) {
      const auto [low, high] = chance_band(bin);
      out += stroke_between(across(bin.forecast), up(low), across(bin.forecast), up(high), "axis");
    }
    const std::string words = std::to_string(bin.happened) + " of " + std::to_string(bin.questions) + " happened";
    out += "<circle class=\"" + colour + "\" cx=\"" + svg_number(across(bin.forecast)) + "\" cy=\"" +
           svg_number(up(bin.frequency)) + "\" r=\"" + (with_bands ? "4" : "2.5") + "\"><title>" + html_escape(words) +
           "</title></circle>\n";
  }
  return out;
}

std::string legend_line(double y, const std::string& colour, const std::string& text) {
  return "<circle class=\"" + colour + "\" cx=\"" + svg_number(edge_left + 14) + "\" cy=\"" + svg_number(y - 4) +
         "\" r=\"4\"/>\n" + axis_words(edge_left + 26, y, "start", text);
}

}  // namespace

std::string reliability_svg(const PairActScores& scores) {
  const std::string title = scores.act.name + " within " + std::to_string(scores.horizon_days) + " days";
  const PairMethodScores& hawkes = scores.methods[scores.methods.size() - 2];
  const PairMethodScores& model = scores.methods.back();
  std::string out =
      svg_open("reliability-" + svg_id(scores.act.name), edge_left + side + edge_right, edge_top + side + edge_bottom,
               title, "Fifteen bins of forecasts: what was said, and how often it happened; both axes logarithmic");
  out += axis_words(edge_left, 24, "start", title, " font-weight=\"600\"");
  out += log_grid() + forecast_points(hawkes, "bad", false) + forecast_points(model, "good", true);
  out += legend_line(edge_top + 20, "good", "the model, with the reach of chance") +
         legend_line(edge_top + 40, "bad", "Hawkes process");
  out += axis_words(edge_left + side / 2, edge_top + side + 40, "middle",
                    "forecast probability (nothing is drawn below .0001)");
  const double x = 18, y = edge_top + side / 2;
  out += axis_words(x, y, "middle", "share that happened",
                    " transform=\"rotate(-90 " + svg_number(x) + ' ' + svg_number(y) + ")\"");
  return out + "</svg>\n";
}

}  // namespace entente
