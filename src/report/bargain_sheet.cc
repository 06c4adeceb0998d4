// The page of a bargain: where it ends, everybody's way, what the inputs are and where from, and how sure that is.
#include "report/bargain_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/bargaining.h"
#include "report/sheet.h"

namespace entente {

namespace {

constexpr size_t influences_on_page = 5;

std::string tenths_text(double value) {
  return fmt::format("{:.1f}", value);
}

class BargainSheet {
 public:
  explicit BargainSheet(const BargainAnswer& answer) : a_(answer), result_(answer.bargaining) {}

  Sheet make() {
    Sheet sheet;
    sheet.kicker = "What if: bargaining";
    sheet.title = a_.asked.title.empty() ? "Where the parties end up" : a_.asked.title;
    sheet.origin = {fmt::format("{} parties", result_.actors.size()), model(), a_.asked.path};
    sheet.sections.push_back(in_short());
    for (size_t k = 0; k < result_.dimensions.size(); ++k) sheet.sections.push_back(ways(k));
    sheet.sections.push_back(sureness());
    sheet.sections.push_back(inputs());
    sheet.sections.push_back(left_out());
    std::erase_if(sheet.sections, [](const SheetSection& s) {
      return s.paragraphs.empty() && s.items.empty() && !s.table && !s.moves;
    });
    sheet.footer =
        "Made by Entente from the table of inputs alone: where bargaining would lead if the model were true, not a "
        "forecast. docs/models.md has the equations.";
    return sheet;
  }

 private:
  [[nodiscard]] bool spatial() const { return a_.asked.options.model == BargainModel::spatial; }
  [[nodiscard]] std::string model() const {
    if (spatial()) return "spatial model of politics (KTAB)";
    return a_.asked.options.mode == BargainMode::faithful ? "Scholz, Calbert and Smith (2011), as published"
                                                          : "Scholz, Calbert and Smith (2011), corrected";
  }
  [[nodiscard]] std::string name_of(size_t k) const {
    if (result_.dimensions.size() == 1) return "";
    const std::string& name = result_.dimensions[k];
    return std::all_of(name.begin(), name.end(), is_ascii_digit) ? "dimension " + std::to_string(k + 1) : name;
  }
  [[nodiscard]] std::string on(size_t k) const { return name_of(k).empty() ? "" : " on " + name_of(k); }

  SheetSection in_short() const {
    SheetSection out;
    out.title = "In short";
    const BargainRound &first = result_.rounds.front(), &last = result_.rounds.back();
    const size_t rounds = result_.rounds.size() - 1;
    for (size_t k = 0; k < result_.dimensions.size(); ++k) {
      std::string text = fmt::format(
          "Weighted by capability and salience, the parties stand at {}{} to begin with and at {} "
          "in the end (the weighted median moves from {} to {}).",
          tenths_text(first.mean[k]), on(k), tenths_text(last.mean[k]), tenths_text(first.median[k]),
          tenths_text(last.median[k]));
      if (a_.sensitivity) {
        const Band& band = a_.sensitivity->mean[k];
        text += fmt::format(" With the inputs a little different, nine runs in ten end between {} and {}.",
                            tenths_text(band.p05), tenths_text(band.p95));
      }
      out.paragraphs.push_back(text);
    }
    out.paragraphs.push_back(fmt::format(
        "{} round{}; {}.", rounds, rounds == 1 ? "" : "s",
        result_.converged ? "then nobody moves much any more" : "not settled: more rounds would still move them"));
    return out;
  }

  SheetSection ways(size_t k) const {
    SheetSection out;
    out.title = "Who moves, and how far" + on(k);
    out.moves = SheetMoves{"From the start (open) to the end (full)", result_.scale.first, result_.scale.second, {}};
    const BargainRound &first = result_.rounds.front(), &last = result_.rounds.back();
    out.table = SheetTable{{"party", "capability", "salience", "start", "end", "risk"}, {}};
    if (a_.sensitivity) out.table->head.emplace_back("nine in ten end between");
    for (size_t i = 0; i < result_.actors.size(); ++i) {
      SheetMove move{result_.actors[i], first.positions[i][k], last.positions[i][k], 0, 0};
      const Bargainer& actor = a_.table.actors[i];
      std::vector<std::string> row = {actor.name,
                                      fmt::format("{:.4g}", actor.capability),
                                      fmt::format("{:.2f}", actor.salience[k]),
                                      tenths_text(move.start),
                                      tenths_text(move.end),
                                      fmt::format("{:.2f}", last.risk[i])};
      if (a_.sensitivity) {
        const Band& band = a_.sensitivity->positions[i][k];
        move.low = band.p05;
        move.high = band.p95;
        row.push_back(tenths_text(band.p05) + " and " + tenths_text(band.p95));
      }
      out.moves->moves.push_back(std::move(move));
      out.table->rows.push_back(std::move(row));
    }
    out.notes.emplace_back(spatial() ? "Risk from -0.5 (wary) to 1 (bold), as they stand at the end."
                                     : "Risk is the exponent from 0.5 (bold) to 2 (wary), as they stand at the end.");
    if (a_.sensitivity) out.notes.emplace_back("The broad line is where nine in ten of the runs end.");
    return out;
  }

  SheetSection sureness() const {
    SheetSection out;
    out.title = "How sure is it";
    if (!a_.sensitivity) {
      out.paragraphs.emplace_back("No runs with other inputs were asked for, so nothing is known of how sure this is.");
      return out;
    }
    const Sensitivity& found = *a_.sensitivity;
    out.paragraphs.push_back(fmt::format(
        "{} runs, every input moved by chance: capabilities and saliences by about {:g} %, positions by {:g} % of "
        "the scale. {:.0f} % of the runs settled. How large the errors of the inputs really are, nobody knows.",
        found.runs, found.spread, found.spread, 100 * found.converged));
    for (size_t i = 0; i < std::min(influences_on_page, found.influence.size()); ++i) {
      const Influence& one = found.influence[i];
      out.items.push_back(fmt::format("The {} of {}{} moves the end{} {} (rank correlation {:+.2f}).", one.input,
                                      one.actor, one.input == "capability" ? "" : on(one.dimension), on(one.of),
                                      i == 0 ? "most" : "too", one.correlation));
    }
    return out;
  }

  SheetSection inputs() const {
    SheetSection out;
    out.title = "Where the inputs come from";
    for (const Bargainer& actor : a_.table.actors) {
      if (!actor.basis.empty()) out.items.push_back(actor.name + ": " + actor.basis);
    }
    if (out.items.empty()) out.paragraphs.push_back("From " + a_.asked.path + ", which does not tell.");
    return out;
  }

  SheetSection left_out() const {
    SheetSection out;
    out.title = "What the model leaves out";
    out.items = {"plans, bluffs and learning: everybody looks one step ahead and believes the table",
                 "change from outside: capabilities and saliences stay as they are given"};
    if (!spatial()) out.items.emplace_back("more than one dimension");
    return out;
  }

  const BargainAnswer& a_;
  const Bargaining& result_;
};

}  // namespace

std::string render(const BargainAnswer& answer, Format format, const RenderOptions& options) {
  if (format == Format::json) return bargain_json(answer) + "\n";
  if (format == Format::terminal) return bargain_text(answer, options.width);
  const Sheet sheet = BargainSheet(answer).make();
  return format == Format::html ? sheet_html(sheet) : sheet_markdown(sheet);
}

}  // namespace entente
