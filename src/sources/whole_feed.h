// A feed, which is read whole: it is small, and one that is damaged has to be seen as a whole. Internal to sources.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sources/byte_stream.h"
#include "sources/record.h"
#include "sources/sources.h"

namespace entente {

/// What was found in a feed.
struct FeedContent {
  std::deque<Record> records;
  std::optional<Error> problem;  // why there are no more records, or fewer than there were
};

/// Reads a feed that is UTF-8 already; `path` names it in messages.
using ReadFeed = std::function<FeedContent(std::string_view text, const std::string& path)>;

/// The records of a feed, then what is wrong with it; one without records says so.
std::unique_ptr<ArticleFile> open_whole_feed(std::unique_ptr<ByteStream> stream, ReadFeed read);

}  // namespace entente
