// RSS 0.9 to 2.0 and Atom.
#include <iterator>

#include "base/text.h"
#include "sources/article_file.h"
#include "sources/encoding.h"
#include "sources/feed_parser.h"
#include "sources/whole_feed.h"

namespace entente {
namespace {

FeedContent read_xml_feed(std::string_view text, const std::string& path) {
  ParsedFeed feed = parse_feed(text);
  FeedContent content;
  content.records.assign(std::make_move_iterator(feed.records.begin()), std::make_move_iterator(feed.records.end()));
  const std::string damage = feed.problem.empty() ? "" : " (" + feed.problem + ")";
  if (content.records.empty() && !damage.empty()) {
    content.problem = Error{ErrorCode::input, path + ": a damaged feed without entries" + damage + "; fetch it again"};
  } else if (feed.ends_early) {
    content.problem = Error{ErrorCode::input, path + ": the feed is cut off or damaged" + damage +
                                                  ": the entries before that are read; fetch it again"};
  } else if (feed.too_many) {
    content.problem = Error{ErrorCode::input, path + ": more than " + std::to_string(feed.records.size()) +
                                                  " entries: the others are not read; split it"};
  }
  return content;
}

std::string root_of(std::string_view head) {
  const auto decoded = decode(head);
  if (!decoded || !trim(decoded->text).starts_with('<')) return "";
  return root_name(decoded->text);
}

}  // namespace

bool looks_like_feed(std::string_view head) {
  const std::string root = root_of(head);
  return root == "rss" || root == "feed" || root == "rdf" || root == "entry";
}

std::string foreign_xml_root(std::string_view head) {
  const auto decoded = decode(head);
  if (!decoded || !trim(decoded->text).starts_with("<?xml")) return "";
  const std::string root = root_name(decoded->text);
  return root == "html" ? "" : root;
}

std::unique_ptr<ArticleFile> open_feed(std::unique_ptr<ByteStream> stream) {
  return open_whole_feed(std::move(stream), read_xml_feed);
}

}  // namespace entente
