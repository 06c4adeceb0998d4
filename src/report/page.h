// A brief laid out as sections, the same for every format that is read by people. Inside report: may change.
#pragma once

#include <string>
#include <vector>

#include "engine/brief.h"

namespace entente {

/// What a section shows beside its sentences.
enum class Figure { none, history, events, actors, standings, ladders, notes };

/// Sentences under a small heading of their own; the heading may be empty.
struct PageGroup {
  std::string title;
  std::vector<const BriefLine*> lines;
  const Ladder* ladder = nullptr;  // to be drawn above the lines
};

struct PageSection {
  std::string id;
  std::string title;
  std::string legend;  // one sentence that says how to read it; may be empty
  Figure figure = Figure::none;
  std::vector<PageGroup> groups;
  [[nodiscard]] bool empty() const;
};

/// Points into the brief, which must outlive it. Sections with nothing to tell fall away; that of the gaps names them.
std::vector<PageSection> page_of(const Brief& brief);

/// "undated", "English", "2,690 words", "82 claims", a path or address: the line under the title, piece by piece.
std::vector<std::string> provenance(const Brief& brief);
/// How many ladders are worth a drawing: those of the main pair, and those on which support was stopped; three at most.
std::vector<const BriefLadder*> drawn_ladders(const Brief& brief);
/// Cooperation and conflict of a period as the chart of events shows it: years, where there are many periods.
struct EventBar {
  std::string period;
  bool covered = true;
  uint64_t verbal_cooperation = 0;
  uint64_t material_cooperation = 0;
  uint64_t verbal_conflict = 0;
  uint64_t material_conflict = 0;
  [[nodiscard]] uint64_t cooperation() const { return verbal_cooperation + material_cooperation; }
  [[nodiscard]] uint64_t conflict() const { return verbal_conflict + material_conflict; }
};
std::vector<EventBar> event_bars(const Brief& brief);
/// True if there is enough over time to be drawn: two periods at least.
bool has_chart(const Brief& brief);
/// The domains of which the table has a column.
std::vector<Domain> table_domains(const Brief& brief);
/// "+", "−" or "±".
std::string sign_mark(Sign sign);
/// "+.62", "−.40", "±".
std::string cell_text(const Relation& relation);
/// "Russia – Iran".
std::string pair_label(const Brief& brief, const Dyad& pair);
/// What a line says after the name that it begins with.
std::string after_colon(const std::string& text);
/// What is said of a rung, piece by piece: "reached", "refused", ... with the claims behind each.
struct RungWord {
  std::string word;
  char state;  // r reached, o offered, x stopped, e expected, d doubted, q open
  const std::vector<ClaimId>* claims;
};
std::vector<RungWord> rung_words(const RungRecord& record);
/// The footnotes of some claims, ascending.
std::vector<int> notes_of(const Brief& brief, const std::vector<ClaimId>& claims);
/// "3, 5–7".
std::string note_ranges(const std::vector<int>& notes);
/// Where a note's quote stands: title and bytes, and who says so.
std::string note_origin(const Brief& brief, const BriefNote& note);

}  // namespace entente
