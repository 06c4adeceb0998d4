// The reliability diagram of a replay.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "report/brief_render.h"
#include "report/pair_backtest.h"
#include "report/svg_parts.h"

namespace entente {
namespace {

constexpr double side = 360;  // of the square
constexpr double lane = 22;   // below it, for what never happened
constexpr double edge_left = 64;
constexpr double edge_top = 44;
constexpr double edge_bottom = 52;
constexpr double edge_right = 24;
constexpr double label_size = 13;
constexpr int deepest = 6;  // decades below 1 that are ever drawn

/// ".001".
std::string tick_label(int decades) {
  return decades == 0 ? "1" : "." + std::string(static_cast<size_t>(decades) - 1, '0') + "1";
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

/// So many decades below 1 hold all forecasts of the method.
int decades_of(const PairMethodScores& method) {
  double least = .1;
  for (const ReliabilityBin& bin : method.reliability) least = std::min(least, bin.forecast);
  const double decades = least > 0 ? std::ceil(-std::log10(least)) : deepest;
  return static_cast<int>(std::clamp(decades, 1.0, static_cast<double>(deepest)));
}

/// Frequencies that chance gives a probability in nine of ten cases, by the normal approximation.
std::pair<double, double> chance_band(const ReliabilityBin& bin) {
  const double spread =
      1.645 * std::sqrt(bin.forecast * (1 - bin.forecast) / static_cast<double>(std::max<size_t>(bin.questions, 1)));
  return {std::max(0.0, bin.forecast - spread), bin.forecast + spread};
}

/// A square with both axes logarithmic over so many decades, and a lane below it for bins in which nothing happened.
class ReliabilityPlot {
 public:
  explicit ReliabilityPlot(int decades) : decades_(decades) {}

  [[nodiscard]] std::string grid() const {
    std::string out;
    const double bottom = edge_top + side;
    for (int decade = 0; decade <= decades_; ++decade) {
      const double tick = std::pow(10, -decade);
      out += stroke_between(across(tick), edge_top, across(tick), bottom, "hair");
      out += stroke_between(edge_left, up(tick), edge_left + side, up(tick), "hair");
      out += axis_words(across(tick), bottom + lane + 20, "middle", tick_label(decade));
      out += axis_words(edge_left - 8, up(tick) + 4, "end", tick_label(decade));
    }
    out += stroke_between(edge_left, up(0), edge_left + side, up(0), "hair");
    out += axis_words(edge_left - 8, up(0) + 4, "end", "none");
    return out + stroke_between(edge_left, bottom, edge_left + side, edge_top, "axis");
  }

  [[nodiscard]] std::string points(const PairMethodScores& method, const std::string& colour, bool with_bands) const {
    std::string out;
    for (const ReliabilityBin& bin : method.reliability) {
      const double x = across(bin.forecast);
      if (with_bands) {
        const auto [low, high] = chance_band(bin);
        out += stroke_between(x, up(low), x, up(high), "axis");
      }
      const std::string words = std::to_string(bin.happened) + " of " + std::to_string(bin.questions) + " happened";
      out += "<circle class=\"" + colour + "\" cx=\"" + svg_number(x) + "\" cy=\"" + svg_number(up(bin.frequency)) +
             "\" r=\"" + (with_bands ? "4" : "2.5") + "\"><title>" + html_escape(words) + "</title></circle>\n";
    }
    return out;
  }

 private:
  /// Along an axis, 0 to 1.
  [[nodiscard]] double along(double probability) const {
    return std::clamp(1 + std::log10(std::max(probability, 1e-12)) / decades_, 0.0, 1.0);
  }
  [[nodiscard]] double across(double probability) const { return edge_left + side * along(probability); }
  [[nodiscard]] double up(double frequency) const {
    return frequency > 0 ? edge_top + side * (1 - along(frequency)) : edge_top + side + lane;
  }

  int decades_;
};

std::string legend_line(double y, const std::string& colour, double radius, const std::string& text) {
  return "<circle class=\"" + colour + "\" cx=\"" + svg_number(edge_left + 14) + "\" cy=\"" + svg_number(y - 4) +
         "\" r=\"" + svg_number(radius) + "\"/>\n" + axis_words(edge_left + 26, y, "start", text);
}

}  // namespace

std::string reliability_svg(const PairActScores& scores) {
  const std::string days = std::to_string(scores.horizon_days), title = scores.act.name + " within " + days + " days";
  const PairMethodScores& hawkes = scores.methods[scores.methods.size() - 2];
  const PairMethodScores& model = scores.methods.back();
  const ReliabilityPlot plot(decades_of(model));
  const double bottom = edge_top + side + lane;
  std::string out = svg_open("reliability-" + svg_id(scores.act.name) + "-" + days, edge_left + side + edge_right,
                             bottom + edge_bottom, title,
                             "Fifteen bins of forecasts: what was said, and how often it happened; both axes "
                             "logarithmic; bins in which nothing happened lie on a line of their own");
  out += axis_words(edge_left, 24, "start", title, " font-weight=\"600\"");
  out += plot.grid() + plot.points(hawkes, "bad", false) + plot.points(model, "good", true);
  out += legend_line(edge_top + 20, "good", 4, "the model, with the reach of chance") +
         legend_line(edge_top + 40, "bad", 2.5, "Hawkes process");
  out += axis_words(edge_left + side / 2, bottom + 42, "middle", "forecast probability, mean of each bin");
  const double x = 16, y = edge_top + side / 2;
  out += axis_words(x, y, "middle", "share that happened",
                    " transform=\"rotate(-90 " + svg_number(x) + ' ' + svg_number(y) + ")\"");
  return out + "</svg>\n";
}

}  // namespace entente
