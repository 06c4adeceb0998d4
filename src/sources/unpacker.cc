// gzip through zlib, zstd through libzstd.
#include "sources/unpacker.h"

#include <zlib.h>
#include <zstd.h>

#include <array>

namespace entente {
namespace {

constexpr size_t buffer_bytes = 1u << 16;
constexpr size_t most_unpacked = 1u << 20;  // added in one step

class Gunzip : public Unpacker {
 public:
  Gunzip() {
    constexpr int gzip_window = 15 + 16;
    usable_ = inflateInit2(&stream_, gzip_window) == Z_OK;
  }
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;
  ~Gunzip() override { inflateEnd(&stream_); }

  State unpack(std::string_view& packed, std::string& out) override {
    if (!usable_) return State::damaged;
    if (padding_) {
      packed = {};
      return State::more;
    }
    if (ended_ && !begin_member(packed)) return State::damaged;
    if (padding_) return State::more;
    return step(packed, out);
  }
  [[nodiscard]] bool complete() const override { return ended_; }
  [[nodiscard]] std::string_view format() const override { return "gzip"; }

 private:
  /// Members may follow one another; anything else after the end of one is padding, as gzip itself treats it.
  bool begin_member(std::string_view& packed) {
    padding_ = packed.front() != '\x1f';
    if (padding_) {
      packed = {};
      return true;
    }
    ended_ = false;
    return inflateReset(&stream_) == Z_OK;
  }

  State step(std::string_view& packed, std::string& out) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    const size_t enough = out.size() + most_unpacked;
    int state = Z_OK;
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
      stream_.avail_out = static_cast<uInt>(buffer_.size());
      state = inflate(&stream_, Z_NO_FLUSH);
      out.append(buffer_.data(), buffer_.size() - stream_.avail_out);
      pending_ = state == Z_OK && stream_.avail_out == 0;
    } while (state == Z_OK && (stream_.avail_in > 0 || pending_) && out.size() < enough);
    packed.remove_prefix(packed.size() - stream_.avail_in);
    ended_ = state == Z_STREAM_END;
    if (ended_ || state == Z_OK || state == Z_BUF_ERROR) return State::more;
    problem_ = stream_.msg == nullptr ? "" : stream_.msg;
    return State::damaged;
  }

  z_stream stream_{};
  std::array<char, buffer_bytes> buffer_{};
  bool usable_ = false;
  bool ended_ = false;
  bool padding_ = false;
};

class Unzstd : public Unpacker {
 public:
  State unpack(std::string_view& packed, std::string& out) override {
    if (!stream_) return State::damaged;
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    const size_t enough = out.size() + most_unpacked;
    do {
      ZSTD_outBuffer to{buffer_.data(), buffer_.size(), 0};
      const size_t left = ZSTD_decompressStream(stream_.get(), &to, &in);
      if (ZSTD_isError(left) != 0) {
        problem_ = ZSTD_getErrorName(left);
        return State::damaged;
      }
      out.append(buffer_.data(), to.pos);
      ended_ = left == 0;
      pending_ = !ended_ && to.pos == to.size;
    } while ((in.pos < in.size || pending_) && out.size() < enough);
    packed.remove_prefix(in.pos);
    return State::more;
  }
  [[nodiscard]] bool complete() const override { return ended_; }
  [[nodiscard]] std::string_view format() const override { return "zstd"; }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<ZSTD_DStream, Free> stream_{ZSTD_createDStream()};
  std::array<char, buffer_bytes> buffer_{};
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Unpacker> unpacker_for(std::string_view begin) {
  if (begin.starts_with("\x1f\x8b\x08")) return std::make_unique<Gunzip>();
  // A frame, or one to be skipped, as some programs put before the first.
  const bool skippable = begin.size() > 3 && (begin[0] & 0xF0) == 0x50 && begin.substr(1, 3) == "\x2a\x4d\x18";
  if (skippable || begin.starts_with("\x28\xb5\x2f\xfd")) return std::make_unique<Unzstd>();
  return nullptr;
}

}  // namespace entente
