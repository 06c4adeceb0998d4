#include "ledger/events/event_runs.h"

#include <algorithm>
#include <string>

#include "ledger/events/segment_format.h"

namespace entente::ledger_detail {
namespace {

/// For each word of a segment its place in the call's list.
template <class Word>
std::vector<uint32_t> places_in(const std::vector<Word>& list, const std::vector<Word>& words) {
  std::vector<uint32_t> map;
  for (const Word& word : words) {
    map.push_back(static_cast<uint32_t>(std::lower_bound(list.begin(), list.end(), word) - list.begin()));
  }
  return map;
}

template <class Word>
void join_words(std::vector<Word>& into, const std::vector<Word>& from) {
  const auto middle = static_cast<std::ptrdiff_t>(into.size());
  into.insert(into.end(), from.begin(), from.end());
  std::inplace_merge(into.begin(), into.begin() + middle, into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

}  // namespace

EventWordList words_of(const std::vector<Segment>& segments, const EventQuery& query) {
  EventWordList list;
  for (const Segment& segment : segments) {
    std::vector<std::string> wanted;
    for (const std::string& id : segment.words().actors) {
      if (!query.source || !query.target || query.source(id) || query.target(id)) wanted.push_back(id);
    }
    join_words(list.actors, wanted);
    join_words(list.kinds, segment.words().kinds);
    if (query.publishers) join_words(list.publishers, segment.words().publishers);
  }
  return list;
}

RunRows::RunRows(const EventWords& words, const EventWordList& list)
    : actors_(places_in(list.actors, words.actors)),  // of those that the query leaves out the place means nothing
      kinds_(places_in(list.kinds, words.kinds)),
      publishers_(places_in(list.publishers, words.publishers)) {}

ColumnSet RunRows::columns(const SegmentFilter& filter) {
  unsigned out = column_set({EventColumn::day, EventColumn::kind});
  if (filter.query().publishers) out |= column_set({EventColumn::publisher});
  if (!filter.all_batches()) out |= column_set({EventColumn::batch});
  return static_cast<ColumnSet>(out);
}

/// Closes the gaps that rows of other batches leave; gives how many rows are left.
size_t RunRows::keep_batches(const Block& block, size_t begin, size_t size, const SegmentFilter& filter) {
  size_t kept = 0;
  for (size_t i = 0; i < size; ++i) {
    if (!filter.batch(block[EventColumn::batch][begin + i])) continue;
    days_out_[kept] = days_out_[i];
    kinds_out_[kept] = kinds_out_[i];
    publishers_out_[kept] = publishers_out_[i];
    ++kept;
  }
  return kept;
}

EventRun RunRows::decode(const Block& block, size_t run, size_t begin, size_t end, const SegmentFilter& filter) {
  const bool publishers = filter.query().publishers;
  size_t size = end - begin;
  block[EventColumn::day].unpack(begin, end, days_out_.data(), day_origin);
  block[EventColumn::kind].unpack(begin, end, kinds_out_.data());
  if (publishers) block[EventColumn::publisher].unpack(begin, end, publishers_out_.data());
  if (!filter.all_batches()) size = keep_batches(block, begin, size, filter);
  for (size_t i = 0; i < size; ++i) kinds_out_[i] = kinds_[kinds_out_[i]];
  for (size_t i = 0; publishers && i < size; ++i) publishers_out_[i] = publishers_[publishers_out_[i]];
  EventRun out;
  out.source = actors_[block[EventColumn::source][run]];
  out.target = actors_[block[EventColumn::target][run]];
  out.days = {days_out_.data(), size};
  out.kinds = {kinds_out_.data(), size};
  if (publishers) out.publishers = {publishers_out_.data(), size};
  return out;
}

}  // namespace entente::ledger_detail
