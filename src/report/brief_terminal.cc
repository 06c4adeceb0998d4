// A brief for the terminal: fits the width, colours if asked.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ranges>

#include "base/text.h"
#include "report/brief_render.h"
#include "report/page.h"
#include "report/wrap.h"

namespace entente {

namespace {

constexpr std::string_view bold = "1";
constexpr std::string_view dim = "2";
constexpr std::string_view heading_style = "1;36";
constexpr size_t most_rows = 12;

std::string_view sign_style(Sign sign) {
  if (sign == Sign::mixed) return "33";
  return sign == Sign::positive ? "32" : "31";
}

std::string times(std::string_view text, size_t n) {
  std::string out;
  for (size_t i = 0; i < n; ++i) out += text;
  return out;
}

class BriefTerminal {
 public:
  BriefTerminal(const Brief& brief, const RenderOptions& options)
      : brief_(brief), width_(static_cast<size_t>(std::max(40, options.width))), colour_(options.colour) {}

  std::string write() {
    head();
    for (const PageSection& section : page_of(brief_)) write(section);
    return std::move(out_);
  }

 private:
  void head() {
    const std::string bar = times("─", width_ - 2);
    out_ += "╭" + bar + "╮\n";
    boxed({{brief_.title, std::string(bold)}});
    boxed({{join(provenance(brief_), " · "), std::string(dim)}});
    out_ += "╰" + bar + "╯\n";
    const std::string key = "[3] a note with the sentence itself · 80 % how surely it was read";
    out_ += wrap({{key, std::string(dim)}}, width_, "  ", "  ", colour_);
  }

  /// Wrapped text between the box's sides.
  void boxed(const std::vector<Styled>& pieces) {
    const std::string lines = wrap(pieces, width_ - 4, "", "", false);
    for (const std::string_view line : split(std::string_view(lines).substr(0, lines.size() - 1), '\n')) {
      const std::string text(line);
      out_ += "│ " + styled(text, pieces[0].style, colour_) +
              std::string(width_ - 4 - std::min(width_ - 4, display_width(text)), ' ') + " │\n";
    }
  }

  void heading(const std::string& title) {
    const size_t used = display_width(title) + 1;
    out_ += '\n' + styled(title, heading_style, colour_) + ' ' +
            styled(times("─", width_ > used ? width_ - used : 0), dim, colour_) + '\n';
  }

  void write(const PageSection& section) {
    heading(section.title);
    if (!section.legend.empty()) out_ += wrap({{section.legend, std::string(dim)}}, width_, "  ", "  ", colour_);
    switch (section.figure) {
      case Figure::history:
        return timeline(section);
      case Figure::events:
        events();
        break;
      case Figure::standings:
        return table();
      case Figure::actors:
        return actors();
      case Figure::ladders:
        return ladders(section);
      case Figure::notes:
        return notes();
      default:
        break;
    }
    for (const PageGroup& group : section.groups) write(group);
  }

  void write(const PageGroup& group) {
    if (group.lines.empty()) return;
    if (!group.title.empty()) out_ += wrap({{group.title, std::string(bold)}}, width_, "  ", "  ", colour_);
    for (const BriefLine* line : group.lines) write(*line);
  }

  void write(const BriefLine& line) {
    std::vector<Styled> pieces{{line.text, ""}};
    const std::string mark = marks(line.notes, line.confidence);
    if (!mark.empty()) pieces.push_back({mark, std::string(dim)});
    out_ += wrap(pieces, width_, "  • ", "    ", colour_);
  }

  /// Conflict to the left, cooperation to the right, a line for every period of which something is told.
  void timeline(const PageSection& section) {
    const std::vector<HistoryBin>& bins = brief_.timeline.history.bins;
    double most = 0;
    for (const HistoryBin& bin : bins) most = std::max({most, sum(bin, true), sum(bin, false)});
    size_t silent = 0;
    for (const HistoryBin& bin : bins) {
      silent += bin.cells.empty() ? 1 : 0;
      if (!bin.cells.empty()) period(bin, most);
    }
    if (silent > 0) more(silent, "periods of which nothing is told, between the first and the last", "");
    for (const PageGroup& group : section.groups) write(group);
  }

  static double sum(const HistoryBin& bin, bool cooperation) {
    double out = 0;
    for (const HistoryCell& cell : bin.cells) out += cooperation ? cell.cooperation : cell.conflict;
    return out;
  }

  void period(const HistoryBin& bin, double most) {
    bars(to_iso(bin.period), sum(bin, false) / most, sum(bin, true) / most);
  }

  void events() {
    const std::vector<EventBar> all = event_bars(brief_);
    uint64_t most = 1;
    for (const EventBar& bar : all) most = std::max({most, bar.cooperation(), bar.conflict()});
    const auto share = [&](uint64_t n) { return static_cast<double>(n) / static_cast<double>(most); };
    for (const EventBar& bar : all) {
      if (bar.cooperation() + bar.conflict() > 0) bars(bar.period, share(bar.conflict()), share(bar.cooperation()));
    }
  }

  /// Conflict to the left, cooperation to the right, as shares of the longest bar.
  void bars(const std::string& name, double conflict, double cooperation) {
    const size_t half = std::min<size_t>(30, (width_ - 16) / 2);
    const auto length = [&](double share) {
      return static_cast<size_t>(std::lround(share * static_cast<double>(half)));
    };
    const size_t bad = length(conflict), good = length(cooperation);
    out_ += "  " + padded(name, 10) + ' ' + std::string(half - bad, ' ') + styled(times("▆", bad), "31", colour_) +
            "│" + styled(times("▆", good), "32", colour_) + '\n';
  }

  static std::string marks(const std::vector<int>& notes, double confidence) {
    if (notes.empty()) return "";
    return '[' + note_ranges(notes) + "] " + std::to_string(std::lround(confidence * 100)) + "\u00a0%";
  }

  void actors() {
    const size_t shown = std::min(most_rows, brief_.actors.size());
    for (size_t i = 0; i < shown; ++i) {
      const BriefActor& a = brief_.actors[i];
      const std::string counts = "acts " + std::to_string(a.acts) + ", target " + std::to_string(a.acted_upon);
      out_ += wrap({{a.role.text, ""}, {counts, std::string(dim)}}, width_, "  • ", "    ", colour_);
    }
    more(brief_.actors.size() - shown, "actors");
  }

  void more(size_t n, const std::string& what, const std::string& where = ", in the other formats") {
    if (n == 0) return;
    out_ += wrap({{"and " + std::to_string(n) + " more " + what + where, std::string(dim)}}, width_, "    ", "    ",
                 colour_);
  }

  /// Pairs by domains where the width allows; else a sentence for every pair.
  void table() {
    const std::vector<Domain> domains = table_domains(brief_);
    constexpr size_t column = 5;
    const size_t cells = column * (domains.size() + 1);
    const size_t shown = std::min(most_rows, brief_.standings.size());
    if (width_ < cells + 20) {
      for (size_t i = 0; i < shown; ++i) write(brief_.standings[i].line);
    } else if (shown > 0) {
      table_rows(domains, std::min<size_t>(width_ - cells - 2, 36), shown);
    }
    more(brief_.standings.size() - shown, "pairs");
  }

  void table_rows(const std::vector<Domain>& domains, size_t label, size_t shown) {
    out_ += "  " + std::string(label, ' ');
    for (const Domain domain : domains) out_ += cell(std::string(name_of(domain)).substr(0, 3), dim);
    out_ += cell("all", bold) + '\n';
    for (size_t i = 0; i < shown; ++i) {
      const StandingRow& row = brief_.standings[i];
      const std::string name = without_controls(pair_label(brief_, row.overall.pair));
      out_ += "  " + padded(cut_to(name, label), label);
      for (const Domain domain : domains) out_ += domain_cell(row, domain);
      const Relation all{{}, {}, {}, row.overall.sign, std::abs(row.overall.balance), 0, {}};
      out_ += cell(cell_text(all), sign_style(row.overall.sign)) + '\n';
    }
  }

  [[nodiscard]] std::string domain_cell(const StandingRow& row, Domain domain) const {
    for (const auto& told : row.cells) {
      if (told.fact.domain == domain) return cell(cell_text(told.fact), sign_style(told.fact.sign));
    }
    return cell("·", dim);
  }

  [[nodiscard]] std::string cell(const std::string& text, std::string_view style) const {
    const size_t have = display_width(text);
    return std::string(5 - std::min<size_t>(5, have), ' ') + styled(text, style, colour_);
  }

  void ladders(const PageSection& section) {
    for (const PageGroup& group : section.groups) {
      if (group.ladder == nullptr) {
        write(group);
        continue;
      }
      out_ += '\n' + wrap({{group.title, std::string(bold)}}, width_, "  ", "  ", colour_);
      ladder(*group.ladder);
      for (const BriefLine* line : group.lines) {
        if (line->notes.empty()) write(*line);  // the drawing tells the rest
      }
      out_ += '\n';
    }
  }

  void ladder(const Ladder& ladder) {
    const auto reached = ladder.reached();
    for (const RungRecord& rung : std::views::reverse(ladder.rungs)) {
      const bool below = reached && rung.rung <= *reached;
      const std::string rail = below ? styled("┃", "32", colour_) : styled("│", dim, colour_);
      const bool stopped = rung.stopped();
      const bool held = !rung.reached.empty();
      const std::string mark = held ? styled("●", "32", colour_)
                                    : (stopped ? styled("✕", "31", colour_) : (rung.offered.empty() ? " " : "○"));
      const std::string label = padded(std::string(name_of(rung.rung)), 28);
      out_ += wrap(said_of(rung), width_, fmt::format("  {} {} {}", rail, mark, label), std::string(6, ' '), colour_);
    }
  }

  [[nodiscard]] std::vector<Styled> said_of(const RungRecord& rung) const {
    std::vector<Styled> out;
    for (const RungWord& word : rung_words(rung)) {
      const std::string style = word.state == 'r' ? "32" : (word.state == 'x' ? "31" : "");
      out.push_back({word.word, style});
      out.push_back({'[' + note_ranges(notes_of(brief_, *word.claims)) + ']', std::string(dim)});
    }
    return out;
  }

  void notes() {
    for (const BriefNote& note : brief_.notes) {
      const std::string number = std::to_string(note.number);
      const std::string indent = std::string(4 - std::min<size_t>(4, number.size()), ' ') + number + "  ";
      std::vector<Styled> pieces{{"“" + note.quote + "”", ""}};
      const bool many = brief_.sources.size() > 1 || !note.attribution.empty();
      if (many) pieces.push_back({note_origin(brief_, note), std::string(dim)});
      out_ += wrap(pieces, width_, indent, "      ", colour_);
    }
  }

  const Brief& brief_;
  size_t width_;
  bool colour_;
  std::string out_;
};

}  // namespace

std::string brief_to_terminal(const Brief& brief, const RenderOptions& options) {
  return BriefTerminal(brief, options).write();
}

}  // namespace entente
