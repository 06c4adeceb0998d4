// Coded events: who did what to whom on which day, as a row of a published data set says.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "domain/day_range.h"
#include "domain/vocabulary.h"

namespace entente {

/// A side of an event as a data set writes it. Empty where it says nothing.
struct EventParty {
  std::string_view name;     // "Foreign Affairs (Russia)", "Hezbollah"
  std::string_view country;  // its name or a code
  std::string_view code;     // a code of states or groups: ISO alpha-3, CAMEO, "cow=365", "gw=365"
  std::string_view sectors;  // roles, parted by commas
};

/// Where a row stands: the file by the hash of its (unpacked) bytes up to that row's batch end, and its number from 1.
struct RowPassage {
  std::string file;
  uint64_t row = 0;
  auto operator<=>(const RowPassage&) const = default;
};

/// What was done. Every kind is stored once, events point at it.
struct EventKind {
  std::string code;               // CAMEO, two to four digits; else the data set's own word ("state-based")
  std::optional<ClaimType> type;  // none: a mere statement or appeal (CAMEO 01, 02)
  Quad quad = Quad::none;
  Domain domain = Domain::political;
  double intensity = 0;  // Goldstein, -10..10
  auto operator<=>(const EventKind&) const = default;
};

struct EventPlace {
  std::string name;  // as the file has it, smallest unit first; empty if it says none
  bool located = false;
  double latitude = 0;  // degrees, four decimals kept
  double longitude = 0;
  auto operator<=>(const EventPlace&) const = default;
};

/// One event with all that is kept of it.
struct Event {
  ActorId source;
  ActorId target;
  int64_t day = 0;  // since 1970-01-01
  EventKind kind;
  std::string publisher;  // newspaper, agency or host of the address; empty if the file says none
  EventPlace place;
  uint32_t mentions = 1;  // reports that the data set counts for it
  uint32_t deaths = 0;
  uint64_t source_id = 0;  // the data set's number for it, or a hash of its word
  RowPassage passage;
  std::string data_set;
  std::string version;
  std::string licence;
  int64_t entry = 0;  // of the ledger: when it was recorded
};

}  // namespace entente
