// The lists of words as bytes, and from one segment's numbers to another's.
#include "ledger/events/rows.h"

#include <algorithm>

#include "ledger/events/bits.h"

namespace entente::ledger_detail {
namespace {

void put_text(std::string& out, const std::string& text) {
  put(out, static_cast<uint32_t>(text.size()));
  out += text;
}

/// Reads what was put; after a read past the end everything is empty and `broken`.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : left_(bytes) {}
  template <class T>
  T number() {
    if (left_.size() < sizeof(T)) return broken_ = true, T{};
    const T value = get<T>(left_.data());
    left_.remove_prefix(sizeof(T));
    return value;
  }
  std::string text() {
    const auto size = number<uint32_t>();
    if (left_.size() < size) return broken_ = true, std::string();
    std::string out(left_.substr(0, size));
    left_.remove_prefix(size);
    return out;
  }
  /// A list's length; every entry takes a byte at least.
  size_t count() {
    const auto size = number<uint32_t>();
    if (size > left_.size()) return broken_ = true, 0;
    return size;
  }
  [[nodiscard]] bool broken() const { return broken_; }
  [[nodiscard]] bool done() const { return left_.empty() && !broken_; }

 private:
  std::string_view left_;
  bool broken_ = false;
};

void put_kind(std::string& out, const EventKind& kind) {
  put_text(out, kind.code);
  put(out, static_cast<int8_t>(kind.type ? static_cast<int>(*kind.type) : -1));
  put(out, static_cast<uint8_t>(kind.quad));
  put(out, static_cast<uint8_t>(kind.domain));
  put(out, kind.intensity);
}

EventKind read_kind(Bytes& in, bool& wrong) {
  EventKind kind;
  kind.code = in.text();
  const auto type = in.number<int8_t>();
  const auto quad = in.number<uint8_t>();
  const auto domain = in.number<uint8_t>();
  kind.intensity = in.number<double>();
  wrong = wrong || type >= claim_type_count || quad > 4 || domain >= domain_count;
  if (wrong) return kind;
  if (type >= 0) kind.type = static_cast<ClaimType>(type);
  kind.quad = static_cast<Quad>(quad);
  kind.domain = static_cast<Domain>(domain);
  return kind;
}

void put_place(std::string& out, const EventPlace& place) {
  put_text(out, place.name);
  put(out, static_cast<uint8_t>(place.located));
  put(out, place.latitude);
  put(out, place.longitude);
}

EventPlace read_place(Bytes& in) {
  EventPlace place;
  place.name = in.text();
  place.located = in.number<uint8_t>() != 0;
  place.latitude = in.number<double>();
  place.longitude = in.number<double>();
  return place;
}

template <class T>
bool rises(const std::vector<T>& list) {
  return std::adjacent_find(list.begin(), list.end(), [](const T& a, const T& b) { return !(a < b); }) == list.end();
}

template <class T>
std::vector<uint32_t> map_list(const std::vector<T>& from, const std::vector<T>& to) {
  std::vector<uint32_t> map(from.size());
  size_t at = 0;
  for (size_t i = 0; i < from.size(); ++i) {
    while (to[at] < from[i]) ++at;
    map[i] = static_cast<uint32_t>(at);
  }
  return map;
}

template <class T>
void merge_list(std::vector<T>& into, const std::vector<T>& more) {
  std::vector<T> both;
  both.reserve(into.size() + more.size());
  std::set_union(into.begin(), into.end(), more.begin(), more.end(), std::back_inserter(both));
  into = std::move(both);
}

}  // namespace

std::string EventWords::written() const {
  std::string out;
  for (const auto* list : {&actors, &publishers}) {
    put(out, static_cast<uint32_t>(list->size()));
    for (const std::string& word : *list) put_text(out, word);
  }
  put(out, static_cast<uint32_t>(places.size()));
  for (const EventPlace& place : places) put_place(out, place);
  put(out, static_cast<uint32_t>(kinds.size()));
  for (const EventKind& kind : kinds) put_kind(out, kind);
  put(out, static_cast<uint32_t>(batches.size()));
  for (const uint64_t batch : batches) put(out, batch);
  return out;
}

Result<EventWords> EventWords::read(std::string_view bytes) {
  Bytes in(bytes);
  EventWords words;
  bool wrong = false;
  for (auto* list : {&words.actors, &words.publishers}) {
    list->resize(in.count());
    for (std::string& word : *list) word = in.text();
  }
  words.places.resize(in.count());
  for (EventPlace& place : words.places) place = read_place(in);
  words.kinds.resize(in.count());
  for (EventKind& kind : words.kinds) kind = read_kind(in, wrong);
  words.batches.resize(in.count());
  for (uint64_t& batch : words.batches) batch = in.number<uint64_t>();
  const bool sorted = rises(words.actors) && rises(words.publishers) && rises(words.places) && rises(words.kinds) &&
                      rises(words.batches);
  if (wrong || !in.done() || !sorted) return Error{ErrorCode::damaged, "its lists of words cannot be read"};
  return words;
}

EventRow WordMap::mapped(EventRow row) const {
  row.source = actors[row.source];
  row.target = actors[row.target];
  row.kind = kinds[row.kind];
  row.publisher = publishers[row.publisher];
  row.place = places[row.place];
  row.batch = batches[row.batch];
  return row;
}

WordMap map_words(const EventWords& from, const EventWords& to) {
  return {map_list(from.actors, to.actors), map_list(from.publishers, to.publishers), map_list(from.places, to.places),
          map_list(from.kinds, to.kinds), map_list(from.batches, to.batches)};
}

EventWords joined(const std::vector<const EventWords*>& all) {
  EventWords out;
  for (const EventWords* words : all) {
    merge_list(out.actors, words->actors);
    merge_list(out.publishers, words->publishers);
    merge_list(out.places, words->places);
    merge_list(out.kinds, words->kinds);
    merge_list(out.batches, words->batches);
  }
  return out;
}

}  // namespace entente::ledger_detail
