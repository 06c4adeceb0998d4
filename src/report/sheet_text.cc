// Sheets on a terminal and in Markdown, and how numbers are written on them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "report/sheet.h"
#include "report/wrap.h"

namespace entente {

namespace {

constexpr std::array<const char*, 8> levels = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

std::string grouped(const std::string& digits) {
  std::string out = digits;
  const size_t point = std::min(out.find('.'), out.size());
  for (size_t place = point; place > 3 + (out[0] == '-' ? 1u : 0u);) out.insert(place -= 3, ",");
  return out;
}

/// Decimals so that three digits of the value show, two at least, six at most.
int decimals_of(double value) {
  const double size = std::abs(value);
  if (size == 0 || size >= 1) return 2;
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(size))), 2, 6);
}

std::string curve_line(const SheetCurve& curve) {
  std::string out;
  for (const double value : curve.values) {
    const double part = curve.most > 0 ? std::clamp(value / curve.most, 0.0, 1.0) : 0;
    out += levels[std::min<size_t>(static_cast<size_t>(part * 8), 7)];
  }
  return out;
}

class SheetTerminal {
 public:
  explicit SheetTerminal(const RenderOptions& options)
      : width_(static_cast<size_t>(std::max(options.width, 40))), colour_(options.colour) {}

  std::string write(const Sheet& sheet) {
    out_ += styled(without_controls(sheet.title), "1", colour_) + "\n";
    paragraph(join(sheet.origin, " · "), "2");
    for (const SheetSection& section : sheet.sections) write(section);
    out_ += "\n";
    paragraph(sheet.footer, "2");
    return std::move(out_);
  }

 private:
  void write(const SheetSection& section) {
    out_ += "\n";
    if (!section.title.empty()) out_ += styled(section.title, "1", colour_) + "\n";
    for (const std::string& text : section.paragraphs) paragraph(text, "");
    for (const std::string& item : section.items) out_ += wrap({{item, ""}}, width_, "- ", "  ", colour_);
    if (section.chart) chart(*section.chart);
    if (section.curve) {
      out_ += "\n";
      paragraph(section.curve->title + "  " + curve_line(*section.curve), "");
    }
    if (section.table) table(*section.table);
    for (const std::string& note : section.notes) paragraph(note, "2");
  }

  void paragraph(const std::string& text, const char* style) {
    if (!text.empty()) out_ += wrap({{without_controls(text), style}}, width_, "", "", colour_);
  }

  void chart(const SheetChart& chart) {
    size_t labels = 4;
    double most = 0;
    for (const SheetBar& bar : chart.bars) {
      labels = std::max(labels, display_width(bar.label));
      most = std::max(most, std::abs(bar.value));
    }
    labels = std::min(labels, width_ / 3);
    out_ += "\n" + chart.title + "\n";
    const size_t room = std::min<size_t>(30, width_ > labels + 34 ? width_ - labels - 32 : 4);
    for (const SheetBar& bar : chart.bars) {
      const double part = most > 0 ? std::abs(bar.value) / most : 0;
      std::string blocks;
      const auto count = static_cast<size_t>(std::lround(part * static_cast<double>(room)));
      for (size_t i = 0; i < count; ++i) blocks += "▇";
      std::string band;
      if (bar.low != bar.high) band = "  " + percent_text(bar.low) + " to " + percent_text(bar.high);
      out_ += padded(cut_to(bar.label, labels), labels) + " " +
              styled(padded(blocks, room), bar.value < 0 ? "31" : "36", colour_) + " " +
              padded(percent_text(bar.value), 10) + band + "\n";
    }
  }

  /// Columns that do not fit go to a second table below the first.
  void table(const SheetTable& table) {
    std::vector<size_t> widths(table.head.size(), 0);
    for (size_t c = 0; c < table.head.size(); ++c) {
      widths[c] = display_width(table.head[c]);
      for (const auto& row : table.rows) widths[c] = std::max(widths[c], display_width(row[c]));
    }
    widths[0] = std::min(widths[0], width_ / 2);
    for (size_t first = 1; first < std::max<size_t>(table.head.size(), 2);) {
      size_t used = widths[0], end = first;
      while (end < table.head.size() && (end == first || used + 2 + widths[end] <= width_)) used += 2 + widths[end++];
      out_ += "\n" + styled(line(table.head, widths, first, end), "2", colour_) + "\n";
      for (const auto& row : table.rows) out_ += line(row, widths, first, end) + "\n";
      first = std::max(end, first + 1);
    }
  }

  static std::string line(const std::vector<std::string>& cells, const std::vector<size_t>& widths, size_t first,
                          size_t end) {
    std::string out = padded(cut_to(without_controls(cells[0]), widths[0]), widths[0]);
    for (size_t c = first; c < end; ++c) {
      const std::string cell = cut_to(without_controls(cells[c]), widths[c]);
      out += "  " + std::string(widths[c] - display_width(cell), ' ') + cell;
    }
    return out;
  }

  size_t width_;
  bool colour_;
  std::string out_;
};

std::string markdown_safe(const std::string& text) {
  std::string out;
  for (const char c : without_controls(text)) {
    if (c == '|' || c == '<' || c == '*' || c == '_' || c == '`' || c == '[') out += '\\';
    out += c;
  }
  return out;
}

std::string bar_words(const SheetBar& bar) {
  std::string out = bar.label + " " + percent_text(bar.value);
  if (bar.low != bar.high) out += " (" + percent_text(bar.low) + " to " + percent_text(bar.high) + ")";
  return out;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += " " + markdown_safe(cell) + " |";
  return out + "\n";
}

}  // namespace

std::string percent_text(double fraction) {
  const double percent = 100 * fraction;
  if (std::abs(percent) < 5e-7) return "0 %";
  return grouped(fmt::format("{:.{}f}", percent, decimals_of(percent))).insert(0, percent > 0 ? "+" : "") + " %";
}

std::string share_text(double fraction) {
  return fmt::format("{:.1f} %", 100 * fraction);
}

std::string amount_text(double amount) {
  const double size = std::abs(amount);
  return grouped(fmt::format("{:.{}f}", amount, size >= 100 ? 0 : size >= 10 ? 1 : 2));
}

std::string sheet_terminal(const Sheet& sheet, const RenderOptions& options) {
  return SheetTerminal(options).write(sheet);
}

std::string sheet_markdown(const Sheet& sheet) {
  std::string out = "# " + markdown_safe(sheet.title) + "\n\n" + markdown_safe(join(sheet.origin, " · ")) + "\n";
  for (const SheetSection& section : sheet.sections) {
    if (!section.title.empty()) out += "\n## " + markdown_safe(section.title) + "\n";
    for (const std::string& text : section.paragraphs) out += "\n" + markdown_safe(text) + "\n";
    if (!section.items.empty()) out += "\n";
    for (const std::string& item : section.items) out += "- " + markdown_safe(item) + "\n";
    if (section.chart && !section.table) {
      out += "\n" + markdown_safe(section.chart->title) + ":\n\n";
      for (const SheetBar& bar : section.chart->bars) out += "- " + markdown_safe(bar_words(bar)) + "\n";
    }
    if (section.curve) out += "\n" + markdown_safe(section.curve->title) + ": " + curve_line(*section.curve) + "\n";
    if (section.table) {
      out += "\n" + markdown_row(section.table->head) + "|---|";
      for (size_t c = 1; c < section.table->head.size(); ++c) out += "---:|";
      out += "\n";
      for (const auto& row : section.table->rows) out += markdown_row(row);
    }
    for (const std::string& note : section.notes) out += "\n" + markdown_safe(note) + "\n";
  }
  return out + "\n" + markdown_safe(sheet.footer) + "\n";
}

}  // namespace entente
