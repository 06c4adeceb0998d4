// Strong ids: an ActorId cannot be given where a ClaimId is due.
#pragma once

#include <compare>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace entente {

template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] const std::string& str() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  auto operator<=>(const Id&) const = default;
  friend std::ostream& operator<<(std::ostream& out, const Id& id) { return out << id.text_; }

 private:
  std::string text_;
};

using ActorId = Id<struct ActorTag>;      // RUS, RUS:GOV, HEZ, RUS:Sergei Ryabkov
using ArticleId = Id<struct ArticleTag>;  // 32 hex digits of the text's hash
using ClaimId = Id<struct ClaimTag>;      // 32 hex digits

/// The actor's id up to the first colon: the state or organisation that it belongs to.
inline ActorId principal(const ActorId& id) {
  return ActorId(id.str().substr(0, id.str().find(':')));
}

}  // namespace entente

template <class Tag>
struct std::hash<entente::Id<Tag>> {
  size_t operator()(const entente::Id<Tag>& id) const { return std::hash<std::string>{}(id.str()); }
};
