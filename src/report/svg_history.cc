// The relation over time as a drawing: bars of cooperation above a line, of conflict below it, coloured by domain, with
// numbered marks over them.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "report/brief_render.h"
#include "report/report.h"
#include "report/svg_parts.h"

namespace entente {

namespace {

constexpr double chart_width = 540;
constexpr double chart_left = 26;
constexpr double chart_right = 10;
constexpr double half = 96;      // height of either side
constexpr double mark_row = 19;  // between rows of marks
constexpr double mark_radius = 8.5;
constexpr double chart_font = 13;
constexpr size_t most_labels = 6;

struct Sums {
  double cooperation = 0;
  double conflict = 0;
};

Sums sums_of(const HistoryBin& bin) {
  Sums out;
  for (const HistoryCell& cell : bin.cells) {
    out.cooperation += cell.cooperation;
    out.conflict += cell.conflict;
  }
  return out;
}

std::string rectangle(double x, double y, double w, double h, std::string_view look, const std::string& title) {
  return "<rect class=\"" + std::string(look) + "\" x=\"" + svg_number(x) + "\" y=\"" + svg_number(y) + "\" width=\"" +
         svg_number(w) + "\" height=\"" + svg_number(h) + "\">" +
         (title.empty() ? "" : "<title>" + html_escape(title) + "</title>") + "</rect>\n";
}

std::string words(double x, double y, const std::string& look, const std::string& text) {
  return "<text x=\"" + svg_number(x) + "\" y=\"" + svg_number(y) + "\" font-size=\"" + svg_number(chart_font) + "\" " +
         look + '>' + html_escape(text) + "</text>\n";
}

std::string upright(double x, double from, double to, const std::string& look) {
  return "<path " + look + " d=\"M" + svg_number(x) + ' ' + svg_number(from) + " V" + svg_number(to) + "\"/>\n";
}

class Chart {
 public:
  explicit Chart(const Brief& brief) : timeline_(brief.timeline), bins_(brief.timeline.history.bins) {
    for (const HistoryBin& bin : bins_) {
      const Sums sums = sums_of(bin);
      most_ = std::max({most_, sums.cooperation, sums.conflict});
      for (const HistoryCell& cell : bin.cells) domains_.insert(cell.domain);
    }
    step_ = (chart_width - chart_left - chart_right) / static_cast<double>(bins_.size());
    place_marks();
  }

  std::string write() {
    const double legend = axis_ + half + 42;
    const double rows = std::ceil(static_cast<double>(domains_.size()) / 4);
    out_ = svg_open("timeline-chart", chart_width, legend + rows * 20 - 4, "The relation over time", description());
    out_ += upright(chart_left, axis_ - half, axis_ + half, "class=\"hair\"");
    for (size_t i = 0; i < marks_.size(); ++i) write_hair(i);
    for (size_t i = 0; i < bins_.size(); ++i) write_bars(i);
    out_ += "<path class=\"axis\" d=\"M" + svg_number(chart_left) + ' ' + svg_number(axis_) + " H" +
            svg_number(chart_width - chart_right) + "\"/>\n";
    write_labels();
    for (size_t i = 0; i < marks_.size(); ++i) write_mark(i);
    write_legend(legend);
    return out_ + "</svg>\n";
  }

 private:
  struct Mark {
    double x;
    size_t row;
  };

  [[nodiscard]] double x_of(const Date& day) const {
    const double first = static_cast<double>(first_day(bins_.front().period));
    const double span = static_cast<double>(last_day(bins_.back().period)) + 1 - first;
    const double middle = static_cast<double>(first_day(day) + last_day(day)) / 2 + 0.5;
    const double at = chart_left + (middle - first) / span * (chart_width - chart_left - chart_right);
    return std::clamp(at, chart_left + mark_radius, chart_width - chart_right - mark_radius);
  }

  /// Marks that would touch stand in rows above each other.
  void place_marks() {
    std::vector<double> row_ends;
    for (const TimelineMark& mark : timeline_.marks) {
      const double x = x_of(mark.day);
      size_t row = 0;
      while (row < row_ends.size() && x - row_ends[row] < 2 * mark_radius + 2) ++row;
      if (row == row_ends.size()) row_ends.push_back(0);
      row_ends[row] = x;
      marks_.push_back({x, row});
    }
    axis_ = 10 + static_cast<double>(row_ends.size()) * mark_row + 8 + half;
  }

  [[nodiscard]] double height(double weight) const { return most_ > 0 ? weight / most_ * half : 0; }

  void write_bars(size_t i) {
    const double x = chart_left + step_ * static_cast<double>(i);
    const double w = std::max(0.8, step_ * (step_ > 4 ? 0.78 : 1));
    double up = axis_;
    double down = axis_;
    for (const HistoryCell& cell : bins_[i].cells) {
      const std::string name(name_of(cell.domain));
      const std::string title = to_iso(bins_[i].period) + ", " + name;
      if (cell.cooperation > 0) {
        up -= height(cell.cooperation);
        out_ += rectangle(x, up, w, height(cell.cooperation), name, title + ", cooperation");
      }
      if (cell.conflict > 0) {
        out_ += rectangle(x, down, w, height(cell.conflict), name, title + ", conflict");
        down += height(cell.conflict);
      }
    }
  }

  void write_hair(size_t i) {
    const double from = 10 + static_cast<double>(marks_[i].row) * mark_row + mark_radius;
    out_ += upright(marks_[i].x, from, axis_ + half, "class=\"hair\" stroke-dasharray=\"2 3\"");
  }

  void write_mark(size_t i) {
    const double x = marks_[i].x;
    const double y = 10 + static_cast<double>(marks_[i].row) * mark_row;
    const TimelineMark& mark = timeline_.marks[i];
    const std::string title = "<title>" + html_escape(mark.line.text) + "</title>";
    const std::string place = svg_number(x - mark_radius) + "\" y=\"" + svg_number(y - mark_radius) + "\" width=\"" +
                              svg_number(2 * mark_radius) + "\" height=\"" + svg_number(2 * mark_radius);
    if (mark.kind == TimelineMark::Kind::leader) {
      out_ += "<rect class=\"soft\" rx=\"2\" x=\"" + place + "\">" + title + "</rect>\n";
    } else {
      const std::string look = mark.kind == TimelineMark::Kind::event ? "node" : "bad";
      out_ += "<circle class=\"" + look + "\" cx=\"" + svg_number(x) + "\" cy=\"" + svg_number(y) + "\" r=\"" +
              svg_number(mark_radius) + "\">" + title + "</circle>\n";
    }
    out_ +=
        "<text class=\"paper\" style=\"fill:var(--paper,#fbfaf6)\" font-size=\"11\" font-weight=\"600\" "
        "text-anchor=\"middle\" x=\"" +
        svg_number(x) + "\" y=\"" + svg_number(y + 3.9) + "\">" + std::to_string(i + 1) + "</text>\n";
  }

  void write_labels() {
    const std::string turned = "text-anchor=\"middle\" class=\"soft\" transform=\"rotate(-90 ";
    for (const auto& [word, y] :
         {std::pair("cooperation", axis_ - half / 2), std::pair("conflict", axis_ + half / 2)}) {
      out_ += words(chart_left - 10, y, turned + svg_number(chart_left - 10) + ' ' + svg_number(y) + ")\"", word);
    }
    const size_t every = std::max<size_t>(1, (bins_.size() + most_labels - 1) / most_labels);
    for (size_t i = 0; i < bins_.size(); i += every) {
      const double x = chart_left + step_ * static_cast<double>(i) + (bins_.size() <= most_labels ? step_ * 0.39 : 0);
      const bool last = x > chart_width - chart_right - 46;
      const std::string anchor = bins_.size() <= most_labels ? "middle" : (last ? "end" : "start");
      out_ += words(last && anchor == "end" ? chart_width - chart_right : x, axis_ + half + 16,
                    "class=\"soft\" text-anchor=\"" + anchor + "\"", to_iso(bins_[i].period));
    }
  }

  void write_legend(double y) {
    size_t place = 0;
    for (const Domain domain : domains_) {
      const double x = chart_left + static_cast<double>(place % 4) * 126;
      const double row = y + static_cast<double>(place / 4) * 20;
      out_ += rectangle(x, row - 10, 11, 11, name_of(domain), "") +
              words(x + 17, row, "class=\"soft\"", std::string(name_of(domain)));
      ++place;
    }
  }

  [[nodiscard]] std::string description() const {
    std::vector<std::string> parts;
    for (const HistoryBin& bin : bins_) {
      const Sums sums = sums_of(bin);
      if (bin.cells.empty()) continue;
      parts.push_back(to_iso(bin.period) + ": cooperation " + svg_number(sums.cooperation) + ", conflict " +
                      svg_number(sums.conflict));
    }
    return join(parts, "; ") + ".";
  }

  const Timeline& timeline_;
  const std::vector<HistoryBin>& bins_;
  std::set<Domain> domains_;
  std::vector<Mark> marks_;
  double most_ = 0;
  double step_ = 0;
  double axis_ = 0;
  std::string out_;
};

}  // namespace

std::string history_svg(const Brief& brief) {
  return Chart(brief).write();
}

}  // namespace entente
