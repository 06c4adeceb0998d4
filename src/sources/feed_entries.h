// What an RSS or Atom feed says of its entries, put together from elements of many dialects.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sources/record.h"

namespace entente {

/// An element of a feed that is of use: its name with a fixed prefix for its dialect ("dc:date", "title"), its text,
/// its attributes.
struct FeedElement {
  std::string name;
  std::string text;
  std::map<std::string, std::string> attributes;
  std::string base;     // of relative addresses (xml:base)
  bool nested = false;  // the text holds tags that were elements

  [[nodiscard]] std::string attribute(const std::string& wanted) const;
};

/// One entry, or the feed as a whole, of which the same things can be said.
class FeedEntry {
 public:
  void take(const FeedElement& element);
  /// Author, licence and language hold of all entries of a feed that do not say otherwise.
  [[nodiscard]] Record record(const FeedEntry& feed) const;

 private:
  /// The best value seen: of a higher rank, or the first of its rank.
  struct Value {
    std::string text;
    int rank = 0;
    bool is_html = false;
  };
  bool take_link(const FeedElement& element);
  static void keep(Value& value, int rank, const std::string& text, bool is_html = false);

  Value id_, title_, body_, date_, address_, licence_, language_;
  std::vector<std::string> authors_;
};

/// The address in full, read beside its base (RFC 3986, 5.2); as it is where there is no base.
std::string resolved(const std::string& address, const std::string& base);

}  // namespace entente
