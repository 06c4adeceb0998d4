// A brief as one HTML page that needs nothing beside itself: no script, no font, no picture from elsewhere.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"
#include "report/brief_render.h"
#include "report/page.h"

namespace entente {

namespace {

/// Links that can be followed; an address of any other kind is printed as text.
bool is_web_address(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

class Page {
 public:
  explicit Page(const Brief& brief) : brief_(brief) {}

  std::string write() {
    head();
    const std::vector<PageSection> sections = page_of(brief_);
    contents(sections);
    out_ += "<main>\n";
    for (const PageSection& section : sections) write(section);
    out_ += "</main>\n<footer><p>" + colophon() + "</p></footer>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  /// What the page rests on.
  [[nodiscard]] std::string colophon() const {
    const std::string texts =
        "Every statement leads to the sentence that it rests on; a percentage says how surely that sentence was read, "
        "not how true it is.";
    const std::string rows = "Figures of events are counted from rows of the data sets that are named.";
    if (!brief_.events) return "Made by Entente from the text alone. " + texts;
    if (brief_.appraisal.claims == 0) return "Made by Entente from coded events alone. " + rows;
    return "Made by Entente from texts and coded events. " + texts + " " + rows;
  }

  void head() {
    const std::string title = html_escape(brief_.title);
    out_ +=
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Entente\">\n<title>" +
        title + "</title>\n<style>\n" + std::string(page_style()) + "</style>\n</head>\n<body>\n<header>\n" +
        "<p class=\"kicker\">Brief on " + kind() + "</p>\n<h1>" + title + "</h1>\n<p class=\"origin\">";
    const std::vector<std::string> pieces = provenance(brief_);
    for (size_t i = 0; i < pieces.size(); ++i) out_ += (i > 0 ? " <span>·</span> " : "") + address(pieces[i]);
    out_ += "</p>\n</header>\n";
  }

  [[nodiscard]] std::string kind() const {
    switch (brief_.subject.kind) {
      case BriefSubject::Kind::article:
        return "an article";
      case BriefSubject::Kind::pair:
        return "a pair";
      default:
        return "an actor";
    }
  }

  static std::string address(const std::string& text) {
    const std::string safe = html_escape(text);
    return is_web_address(text) ? "<a href=\"" + safe + "\">" + safe + "</a>" : safe;
  }

  void contents(const std::vector<PageSection>& sections) {
    out_ += "<nav aria-label=\"Contents\"><ul>\n";
    for (const PageSection& s : sections) out_ += "<li><a href=\"#" + s.id + "\">" + s.title + "</a></li>\n";
    out_ += "</ul></nav>\n";
  }

  void write(const PageSection& section) {
    out_ += "<section id=\"" + section.id + "\">\n<h2>" + html_escape(section.title) + "</h2>\n";
    if (!section.legend.empty()) out_ += "<p class=\"legend\">" + html_escape(section.legend) + "</p>\n";
    body(section);
    out_ += "</section>\n";
  }

  void body(const PageSection& section) {
    if (section.figure == Figure::notes) return notes();
    switch (section.figure) {
      case Figure::history:
        return timeline(section);
      case Figure::events:
        out_ += "<figure>\n" + events_svg(brief_) + "</figure>\n";
        break;
      case Figure::actors:
        return actors();
      case Figure::standings:
        return standings();
      case Figure::ladders:
        return ladders(section);
      default:
        break;
    }
    for (const PageGroup& group : section.groups) write(group, section.id == "in-short");
  }

  void write(const PageGroup& group, bool prose) {
    if (group.lines.empty()) return;
    if (!group.title.empty()) out_ += "<h3>" + html_escape(group.title) + "</h3>\n";
    if (!prose) out_ += "<ul>\n";
    for (const BriefLine* line : group.lines) {
      out_ += prose ? "<div class=\"para\">" + told(*line) + "</div>\n" : "<li>" + told(*line) + "</li>\n";
    }
    if (!prose) out_ += "</ul>\n";
  }

  std::string told(const BriefLine& line) {
    const std::string out = with_whole_days(html_escape(line.text));
    if (line.notes.empty()) return out;
    const std::string sure = " <small class=\"sure\" title=\"how surely this was read\">" +
                             std::to_string(std::lround(line.confidence * 100)) + "&#8239;%</small>";
    return is_folded(line.notes) ? out + sure + folded_references(line.notes) : out + references(line.notes) + sure;
  }

  static bool is_folded(const std::vector<int>& notes) { return notes.size() > 6; }

  /// Each mark has an id of its own, so that its note can lead back to it.
  std::string references(const std::vector<int>& notes) {
    std::string out;
    for (const int note : notes) {
      const std::string n = std::to_string(note);
      const std::string again = std::to_string(++marks_[note]);
      if (!out.empty()) out += "<span class=\"comma\">,</span><wbr>";
      out += fmt::format("<a id=\"r{}-{}\" href=\"#n{}\">{}</a>", n, again, n, n);
    }
    return "<sup class=\"notes\">" + out + "</sup>";
  }

  /// The chart, and its marks as a list with the numbers that stand in it.
  void timeline(const PageSection& section) {
    out_ += "<figure>\n" + history_svg(brief_) + "</figure>\n";
    if (!brief_.timeline.marks.empty()) out_ += "<ol class=\"marks\">\n";
    for (const TimelineMark& mark : brief_.timeline.marks) out_ += "<li>" + told(mark.line) + "</li>\n";
    if (!brief_.timeline.marks.empty()) out_ += "</ol>\n";
    write(section.groups.back(), false);
  }

  void actors() {
    out_ +=
        "<div class=\"wide\"><table class=\"actors\">\n<thead><tr><th scope=\"col\">Actor</th><th scope=\"col\" "
        "class=\"n\">acts</th><th scope=\"col\" class=\"n\">target</th><th "
        "scope=\"col\">Mostly</th></tr></thead>\n<tbody>\n";
    for (const BriefActor& a : brief_.actors) {
      out_ += "<tr><th scope=\"row\">" + html_escape(a.actor.name) + "</th><td class=\"n\">" + std::to_string(a.acts) +
              "</td><td class=\"n\">" + std::to_string(a.acted_upon) + "</td><td>" + role(a) + "</td></tr>\n";
    }
    out_ += "</tbody>\n</table></div>\n";
  }

  std::string role(const BriefActor& actor) {
    return html_escape(after_colon(actor.role.text)) + folded_references(actor.role.notes);
  }

  /// Many marks in a row are folded away; following a link back to one unfolds them.
  std::string folded_references(const std::vector<int>& notes) {
    if (notes.empty()) return "";
    if (!is_folded(notes)) return references(notes);
    return " <details class=\"fold\"><summary>" + std::to_string(notes.size()) + " notes</summary>" +
           references(notes) + "</details>";
  }

  void standings() {
    out_ += "<figure>\n" + network_svg(brief_) + "</figure>\n";
    const std::vector<Domain> domains = table_domains(brief_);
    out_ +=
        "<div class=\"wide\"><table class=\"standing\">\n<thead><tr><th scope=\"col\">Pair</th><th "
        "scope=\"col\">all</th>";
    for (const Domain domain : domains) out_ += "<th scope=\"col\">" + std::string(name_of(domain)) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    for (const StandingRow& row : brief_.standings) standing(row, domains);
    out_ += "</tbody>\n</table></div>\n";
  }

  void standing(const StandingRow& row, const std::vector<Domain>& domains) {
    const PairStanding& s = row.overall;
    out_ += "<tr><th scope=\"row\">" + html_escape(pair_label(brief_, s.pair)) + "</th>" +
            cell({s.pair.from, s.pair.to, {}, s.sign, std::abs(s.balance), s.uncertainty, {}}, row.line.text);
    for (const Domain domain : domains) {
      const auto told = std::find_if(row.cells.begin(), row.cells.end(),
                                     [&](const Told<Relation>& cell) { return cell.fact.domain == domain; });
      out_ += told == row.cells.end() ? "<td></td>" : cell(told->fact, told->line.text);
    }
    out_ += "</tr>\n<tr class=\"under\"><td colspan=\"" + std::to_string(domains.size() + 2) + "\">" +
            html_escape(after_colon(row.line.text)) + folded_references(row.line.notes) + "</td></tr>\n";
  }

  static std::string cell(const Relation& relation, const std::string& says) {
    const std::string kind =
        relation.sign == Sign::mixed ? "mixed" : (relation.sign == Sign::positive ? "good" : "bad");
    const int depth = relation.sign == Sign::mixed ? 2 : std::clamp(static_cast<int>(relation.strength * 5) + 1, 1, 4);
    return "<td class=\"" + kind + " d" + std::to_string(depth) + "\" title=\"" + html_escape(says) + "\">" +
           cell_text(relation) + "</td>";
  }

  void ladders(const PageSection& section) {
    for (const PageGroup& group : section.groups) {
      if (group.ladder == nullptr) {
        write(group, false);
        continue;
      }
      out_ +=
          "<h3>" + html_escape(group.title) + "</h3>\n<figure>\n" + ladder_svg(brief_, *group.ladder) + "</figure>\n";
      write({"", group.lines, nullptr}, false);
    }
  }

  void notes() {
    out_ += "<ol class=\"notes-list\">\n";
    for (const BriefNote& note : brief_.notes) {
      out_ += "<li id=\"n" + std::to_string(note.number) + "\"><q>" + html_escape(note.quote) + "</q> <cite>" +
              html_escape(note_origin(brief_, note)) + "</cite>" + back_links(note.number) + "</li>\n";
    }
    out_ += "</ol>\n";
  }

  std::string back_links(int note) {
    std::string out;
    for (int k = 1; k <= marks_[note]; ++k) {
      out += " <a class=\"back\" href=\"#r" + std::to_string(note) + '-' + std::to_string(k) +
             "\" aria-label=\"back to mention " + std::to_string(k) + "\">↩" + (k > 1 ? std::to_string(k) : "") +
             "</a>";
    }
    return out;
  }

  const Brief& brief_;
  std::map<int, int> marks_;  // footnote to how often it was referred to
  std::string out_;
};

}  // namespace

std::string brief_to_html(const Brief& brief) {
  return Page(brief).write();
}

}  // namespace entente
