// Records of data sets become events of the store. Inside engine: may change.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/numbered.h"
#include "base/stream_hash.h"
#include "coding/coding.h"
#include "ledger/ledger.h"
#include "sources/sources.h"

namespace entente {

/// Records to events, in the numbers of the import's lists. Codebook and import must outlive it.
class EventMaker {
 public:
  EventMaker(const EventCodebook& codebook, EventImport& import);

  /// What is wrong with the record, or nothing.
  std::optional<std::string> make(const EventRecord& record, NewEvent& event);
  /// Whether the event names one party only.
  [[nodiscard]] bool one_sided(const NewEvent& event) const;

 private:
  struct TextHash {
    uint64_t operator()(std::string_view text) const { return hash64(text); }
  };
  /// What the parties and acts of the records came to, so that each is asked after once.
  struct NumberCache {
    Numbered<std::string, TextHash> keys;
    std::vector<uint32_t> values;  // of the import's lists, by number of the key
  };

  int year_of(int64_t day);
  std::optional<uint32_t> kind_of(const EventRecord& record);
  uint32_t actor_of(const EventParty& party, int year);
  uint32_t place_of(const EventRecord& record);

  const EventCodebook& codebook_;
  EventImport& import_;
  uint32_t nobody_ = 0;
  NumberCache kinds_, actors_;
  std::string key_;
  EventPlace place_;
  int64_t last_day_ = std::numeric_limits<int64_t>::min();
  int last_year_ = 0;
};

}  // namespace entente
