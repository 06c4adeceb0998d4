// Coded events over time as a drawing: bars of cooperation above a line, of conflict below it.
#include <algorithm>

#include "base/text.h"
#include "report/brief_render.h"
#include "report/page.h"
#include "report/svg_parts.h"

namespace entente {

namespace {

constexpr double event_chart_width = 540;
constexpr double event_chart_left = 26;
constexpr double event_chart_right = 10;
constexpr double event_chart_half = 80;                     // height of either side
constexpr double event_chart_axis = event_chart_half + 26;  // above it a line of text
constexpr double event_label_size = 13;
constexpr size_t most_periods_named = 6;

std::string event_bar_svg(double x, double y, double w, double h, const std::string& look, const std::string& title) {
  if (h <= 0) return "";
  return "<rect " + look + " x=\"" + svg_number(x) + "\" y=\"" + svg_number(y) + "\" width=\"" + svg_number(w) +
         "\" height=\"" + svg_number(h) + "\"><title>" + html_escape(title) + "</title></rect>\n";
}

std::string event_label_svg(double x, double y, const std::string& look, const std::string& text) {
  return "<text x=\"" + svg_number(x) + "\" y=\"" + svg_number(y) + "\" font-size=\"" + svg_number(event_label_size) +
         "\" class=\"soft\" " + look + '>' + html_escape(text) + "</text>\n";
}

std::string counts_of(const EventBar& bar) {
  if (!bar.covered) return bar.period + ": not covered";
  return bar.period + ": cooperation " + std::to_string(bar.cooperation()) + " (deeds " +
         std::to_string(bar.material_cooperation) + "), conflict " + std::to_string(bar.conflict()) + " (deeds " +
         std::to_string(bar.material_conflict) + ")";
}

class EventChart {
 public:
  explicit EventChart(const Brief& brief) : bars_(event_bars(brief)) {
    for (const EventBar& bar : bars_) most_ = std::max({most_, bar.cooperation(), bar.conflict()});
    step_ = (event_chart_width - event_chart_left - event_chart_right) /
            static_cast<double>(std::max<size_t>(1, bars_.size()));
  }

  std::string write() {
    std::vector<std::string> told;
    for (const EventBar& bar : bars_) told.push_back(counts_of(bar));
    const double bottom = event_chart_axis + event_chart_half;
    out_ = svg_open("events-chart", event_chart_width, bottom + 52, "Coded events over time", join(told, "; ") + ".");
    out_ += "<path class=\"hair\" d=\"M" + svg_number(event_chart_left) + ' ' +
            svg_number(event_chart_axis - event_chart_half) + " V" + svg_number(bottom) + "\"/>\n";
    for (size_t i = 0; i < bars_.size(); ++i) write_bar(i);
    out_ += "<path class=\"axis\" d=\"M" + svg_number(event_chart_left) + ' ' + svg_number(event_chart_axis) + " H" +
            svg_number(event_chart_width - event_chart_right) + "\"/>\n";
    write_labels(bottom);
    write_key(bottom + 42);
    return out_ + "</svg>\n";
  }

 private:
  [[nodiscard]] double height(uint64_t n) const {
    return static_cast<double>(n) / static_cast<double>(most_) * event_chart_half;
  }

  void write_bar(size_t i) {
    const EventBar& bar = bars_[i];
    const double x = event_chart_left + step_ * static_cast<double>(i);
    const double w = std::max(0.8, step_ * (step_ > 4 ? 0.78 : 1));
    const std::string title = counts_of(bar);
    const double good = height(bar.material_cooperation), good_words = height(bar.verbal_cooperation);
    const double bad = height(bar.material_conflict), bad_words = height(bar.verbal_conflict);
    out_ += event_bar_svg(x, event_chart_axis - good, w, good, "class=\"good\"", title);
    out_ +=
        event_bar_svg(x, event_chart_axis - good - good_words, w, good_words, "class=\"good\" opacity=\".45\"", title);
    out_ += event_bar_svg(x, event_chart_axis, w, bad, "class=\"bad\"", title);
    out_ += event_bar_svg(x, event_chart_axis + bad, w, bad_words, "class=\"bad\" opacity=\".45\"", title);
  }

  void write_labels(double bottom) {
    for (const auto& [word, y] : {std::pair("cooperation", event_chart_axis - event_chart_half / 2),
                                  std::pair("conflict", event_chart_axis + event_chart_half / 2)}) {
      out_ += event_label_svg(event_chart_left - 10, y,
                              "text-anchor=\"middle\" transform=\"rotate(-90 " + svg_number(event_chart_left - 10) +
                                  ' ' + svg_number(y) + ")\"",
                              word);
    }
    out_ += event_label_svg(event_chart_left + 4, 12, "", "most in one period: " + std::to_string(most_) + " events");
    const size_t every = std::max<size_t>(1, (bars_.size() + most_periods_named - 1) / most_periods_named);
    for (size_t i = 0; i < bars_.size(); i += every) {
      const double x = event_chart_left + step_ * static_cast<double>(i);
      const bool last = x > event_chart_width - event_chart_right - 56;
      out_ += event_label_svg(last ? event_chart_width - event_chart_right : x, bottom + 16,
                              std::string("text-anchor=\"") + (last ? "end" : "start") + "\"", bars_[i].period);
    }
  }

  void write_key(double y) {
    constexpr double column = 250;
    const std::pair<const char*, const char*> keys[] = {{"good", "cooperation"}, {"bad", "conflict"}};
    double x = event_chart_left;
    for (const auto& [look, word] : keys) {
      const std::string shade = "class=\"" + std::string(look) + "\"";
      out_ += event_bar_svg(x, y - 10, 11, 11, shade, word) + event_label_svg(x + 16, y, "", "deeds");
      out_ += event_bar_svg(x + 66, y - 10, 11, 11, shade + " opacity=\".45\"", word) +
              event_label_svg(x + 82, y, "", std::string("words of ") + word);
      x += column;
    }
  }

  std::vector<EventBar> bars_;
  uint64_t most_ = 1;
  double step_ = 0;
  std::string out_;
};

}  // namespace

std::string events_svg(const Brief& brief) {
  return EventChart(brief).write();
}

}  // namespace entente
