// A result as text, tables, bars and curves, the same for every format that is read by people. Inside report.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/report.h"

namespace entente {

struct SheetTable {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;  // the first cell names the row, the others stand to the right
};

/// A value with the ends of its band; equal where there is none.
struct SheetBar {
  std::string label;
  double value = 0;
  double low = 0;
  double high = 0;
};

struct SheetChart {
  std::string title;
  std::string unit;  // "%"
  std::vector<SheetBar> bars;
};

/// Steps along a line, each with a value from 0 to `most`.
struct SheetCurve {
  std::string title;
  double most = 1;
  std::vector<std::string> steps;
  std::vector<double> values;
};

/// Somebody's way along a scale, and the band in which it may end; equal where there is none.
struct SheetMove {
  std::string label;
  double start = 0;
  double end = 0;
  double low = 0;
  double high = 0;
};

struct SheetMoves {
  std::string title;
  double low = 0;  // the ends of the scale
  double high = 100;
  std::vector<SheetMove> moves;
};

struct SheetSection {
  std::string title;
  std::vector<std::string> paragraphs;
  std::vector<std::string> items;
  std::optional<SheetChart> chart;
  std::optional<SheetCurve> curve;
  std::optional<SheetTable> table;
  std::vector<std::string> notes;  // small, behind the table
  std::optional<SheetMoves> moves = {};
};

struct Sheet {
  std::string kicker;
  std::string title;
  std::vector<std::string> origin;
  std::vector<SheetSection> sections;
  std::string footer;
};

std::string sheet_terminal(const Sheet& sheet, const RenderOptions& options);
std::string sheet_markdown(const Sheet& sheet);
/// One page with nothing outside it; charts as SVG.
std::string sheet_html(const Sheet& sheet);

/// "+1.23 %"; enough digits that a small change does not become 0.
std::string percent_text(double fraction);
/// The same without the sign of what is measured from 0: "12.3 %".
std::string share_text(double fraction);
/// "1,234" or "0.52": three digits at least.
std::string amount_text(double amount);

}  // namespace entente
