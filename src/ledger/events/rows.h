// Events as the store holds them: numbers that point into lists of words. Internal to the ledger.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "domain/event.h"

namespace entente::ledger_detail {

/// One event; what is not a number of its own points into the lists of its segment (or of the import).
struct EventRow {
  uint32_t source = 0;
  uint32_t target = 0;
  int32_t day = 0;
  uint32_t kind = 0;
  uint32_t publisher = 0;
  uint32_t place = 0;
  uint32_t batch = 0;
  uint32_t mentions = 1;
  uint32_t deaths = 0;
  uint32_t digest = 0;  // of all that the row says but its id
  uint64_t row = 0;
  uint64_t id = 0;

  /// The order in which a segment keeps them.
  [[nodiscard]] auto key() const {
    return std::tie(source, target, day, kind, publisher, place, digest, batch, row, id);
  }
};

/// The words of a segment, each list sorted and without repeats, so that numbers sort as words do.
struct EventWords {
  std::vector<std::string> actors;
  std::vector<std::string> publishers;
  std::vector<EventPlace> places;
  std::vector<EventKind> kinds;
  std::vector<uint64_t> batches;  // keys of event_batch

  [[nodiscard]] std::string written() const;
  /// Errors: damaged (no name in it: the caller knows the file).
  static Result<EventWords> read(std::string_view bytes);
};

/// For each word of `from` its place in `to`, which holds them all.
struct WordMap {
  std::vector<uint32_t> actors, publishers, places, kinds, batches;
  [[nodiscard]] EventRow mapped(EventRow row) const;
};
WordMap map_words(const EventWords& from, const EventWords& to);
/// All words of both.
EventWords joined(const std::vector<const EventWords*>& all);

}  // namespace entente::ledger_detail
