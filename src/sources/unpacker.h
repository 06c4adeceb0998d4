// Compressed bytes to plain ones, piece by piece: gzip with many members, zstd with many frames.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace entente {

class Unpacker {
 public:
  enum class State { more, damaged };

  virtual ~Unpacker() = default;
  /// Takes bytes off the front of `packed` and adds what they stand for to `out`, about a megabyte at most: a few
  /// packed bytes may stand for very many.
  virtual State unpack(std::string_view& packed, std::string& out) = 0;
  /// True while there is more to add that needs no further bytes.
  [[nodiscard]] bool pending() const { return pending_; }
  /// False while a member or frame has begun and not ended: then the end of the input comes too early.
  [[nodiscard]] virtual bool complete() const = 0;
  [[nodiscard]] virtual std::string_view format() const = 0;
  /// What is wrong with damaged data, in the words of the library.
  [[nodiscard]] const std::string& problem() const { return problem_; }

 protected:
  bool pending_ = false;
  std::string problem_;
};

/// The unpacker for data that begins so; none if it is not compressed.
std::unique_ptr<Unpacker> unpacker_for(std::string_view begin);

}  // namespace entente
