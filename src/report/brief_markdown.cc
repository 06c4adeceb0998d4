// A brief as Markdown with footnotes (CommonMark, tables and footnotes as GitHub reads them).
#include <cmath>
#include <ranges>

#include "base/text.h"
#include "report/brief_render.h"
#include "report/page.h"
#include "report/wrap.h"

namespace entente {

namespace {

/// Marks that Markdown would read as its own are escaped; HTML cannot come in.
std::string safe(std::string_view text) {
  std::string out;
  for (const char c : without_controls(text)) {
    if (std::string_view("\\`*_{}[]<>|#~$").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

class Markdown {
 public:
  explicit Markdown(const Brief& brief) : brief_(brief) {}

  std::string write() {
    out_ = "# " + safe(brief_.title) + "\n\n*" + safe(join(provenance(brief_), " · ")) + "*\n";
    for (const PageSection& section : page_of(brief_)) write(section);
    return std::move(out_);
  }

 private:
  void write(const PageSection& section) {
    out_ += "\n## " + section.title + "\n\n";
    if (!section.legend.empty()) out_ += '*' + section.legend + "*\n\n";
    if (section.figure == Figure::notes) return notes();
    if (section.figure == Figure::actors) return actors();
    if (section.figure == Figure::standings) table();
    if (section.figure == Figure::ladders) ladders();
    for (const PageGroup& group : section.groups) write(group);
  }

  void write(const PageGroup& group) {
    if (group.lines.empty()) return;
    if (!group.title.empty()) out_ += "\n**" + safe(group.title) + "**\n\n";
    for (const BriefLine* line : group.lines) out_ += "- " + safe(line->text) + marks(*line) + '\n';
  }

  static std::string references(const std::vector<int>& notes) {
    std::string out;
    for (const int note : notes) out += "[^" + std::to_string(note) + ']';
    return out;
  }

  static std::string marks(const BriefLine& line) {
    if (line.notes.empty()) return "";
    return references(line.notes) + " *(" + std::to_string(std::lround(line.confidence * 100)) + "\u00a0%)*";
  }

  void actors() {
    out_ += "| actor | acts | target | spoken of | mostly |\n|---|---:|---:|---:|---|\n";
    for (const BriefActor& a : brief_.actors) {
      out_ += "| " + safe(a.actor.name) + " | " + std::to_string(a.acts) + " | " + std::to_string(a.acted_upon) +
              " | " + std::to_string(a.mentioned) + " | " + safe(after_colon(a.role.text)) + references(a.role.notes) +
              " |\n";
    }
  }

  void table() {
    const std::vector<Domain> domains = table_domains(brief_);
    out_ += "| pair |";
    for (const Domain domain : domains) out_ += ' ' + std::string(name_of(domain)) + " |";
    out_ += " all |\n|---|" + std::string();
    for (size_t i = 0; i <= domains.size(); ++i) out_ += "---:|";
    for (const StandingRow& row : brief_.standings) {
      out_ += "\n| " + safe(pair_label(brief_, row.overall.pair)) + " |";
      for (const Domain domain : domains) out_ += ' ' + cell(row, domain) + " |";
      const Relation all{{}, {}, {}, row.overall.sign, std::abs(row.overall.balance), 0, {}};
      out_ += " **" + cell_text(all) + "** |";
    }
    out_ += "\n\n";
  }

  static std::string cell(const StandingRow& row, Domain domain) {
    for (const auto& told : row.cells) {
      if (told.fact.domain == domain) return cell_text(told.fact);
    }
    return "";
  }

  void ladders() {
    for (const BriefLadder* told : drawn_ladders(brief_)) {
      const Ladder& ladder = told->ladder;
      out_ += "| rung | " + safe(brief_.name(ladder.from) + " → " + brief_.name(ladder.to)) + " |\n|---|---|\n";
      for (const RungRecord& rung : std::views::reverse(ladder.rungs)) {
        std::vector<std::string> said;
        for (const RungWord& word : rung_words(rung)) {
          said.push_back(word.word + references(notes_of(brief_, *word.claims)));
        }
        out_ += "| " + std::string(name_of(rung.rung)) + " | " + join(said, "; ") + " |\n";
      }
      out_ += '\n';
    }
  }

  void notes() {
    for (const BriefNote& note : brief_.notes) {
      out_ += "[^" + std::to_string(note.number) + "]: “" + safe(note.quote) + "” " + safe(note_origin(brief_, note)) +
              ".\n";
    }
  }

  const Brief& brief_;
  std::string out_;
};

}  // namespace

std::string brief_to_markdown(const Brief& brief) {
  return Markdown(brief).write();
}

}  // namespace entente
