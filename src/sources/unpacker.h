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
  /// Takes bytes off the front of `packed` and adds what they stand for to `out`.
  virtual State unpack(std::string_view& packed, std::string& out) = 0;
  /// False while a member or frame has begun and not ended: then the end of the input comes too early.
  [[nodiscard]] virtual bool complete() const = 0;
  [[nodiscard]] virtual std::string_view format() const = 0;
};

/// The unpacker for data that begins so; none if it is not compressed.
std::unique_ptr<Unpacker> unpacker_for(std::string_view begin);

}  // namespace entente
