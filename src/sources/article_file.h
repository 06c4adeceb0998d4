// A file that holds any number of articles, one after the other. Internal to sources, like all formats behind it.
#pragma once

#include <memory>
#include <optional>

#include "sources/byte_stream.h"
#include "sources/sources.h"

namespace entente {

/// True if the file begins as one of that format does. `head` is what comes first in it.
bool looks_like_json_lines(std::string_view head);
bool looks_like_json_feed(std::string_view head);
bool looks_like_feed(std::string_view head);
bool looks_like_table(std::string_view head);
bool looks_like_warc(std::string_view head);
/// The root of XML that is neither a feed nor a page; empty for everything else.
std::string foreign_xml_root(std::string_view head);

std::unique_ptr<ArticleFile> open_json_lines(std::unique_ptr<ByteStream> stream);
std::unique_ptr<ArticleFile> open_table(std::unique_ptr<ByteStream> stream);
std::unique_ptr<ArticleFile> open_warc(std::unique_ptr<ByteStream> stream);
std::unique_ptr<ArticleFile> open_feed(std::unique_ptr<ByteStream> stream);
std::unique_ptr<ArticleFile> open_json_feed(std::unique_ptr<ByteStream> stream);

/// Where in a file something is wrong: "news.jsonl:12: ...".
Error error_at(const std::string& path, size_t line, const std::string& what);

/// Words of a file for a message: on one line, and not too many.
std::string for_message(std::string_view words);

}  // namespace entente
