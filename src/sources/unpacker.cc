// gzip through zlib, zstd through libzstd.
#include "sources/unpacker.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr size_t step_bytes = 1u << 16;

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
    if (ended_) {
      // Members may follow one another; anything else after the end is padding, as gzip itself treats it.
      if (packed.front() != '\x1f') {
        packed = {};
        return State::more;
      }
      if (inflateReset(&stream_) != Z_OK) return State::damaged;
      ended_ = false;
    }
    return step(packed, out);
  }
  [[nodiscard]] bool complete() const override { return ended_; }
  [[nodiscard]] std::string_view format() const override { return "gzip"; }

 private:
  State step(std::string_view& packed, std::string& out) {
    const size_t offered = std::min(packed.size(), step_bytes);
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(offered);
    int state = Z_OK;
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
      stream_.avail_out = static_cast<uInt>(buffer_.size());
      state = inflate(&stream_, Z_NO_FLUSH);
      out.append(buffer_.data(), buffer_.size() - stream_.avail_out);
    } while (state == Z_OK && (stream_.avail_in > 0 || stream_.avail_out == 0));
    packed.remove_prefix(offered - stream_.avail_in);
    ended_ = state == Z_STREAM_END;
    return ended_ || state == Z_OK || state == Z_BUF_ERROR ? State::more : State::damaged;
  }

  z_stream stream_{};
  std::array<char, step_bytes> buffer_{};
  bool usable_ = false;
  bool ended_ = false;
};

class Unzstd : public Unpacker {
 public:
  State unpack(std::string_view& packed, std::string& out) override {
    if (!stream_) return State::damaged;
    ZSTD_inBuffer in{packed.data(), std::min(packed.size(), step_bytes), 0};
    bool full = false;
    do {
      ZSTD_outBuffer to{buffer_.data(), buffer_.size(), 0};
      const size_t left = ZSTD_decompressStream(stream_.get(), &to, &in);
      if (ZSTD_isError(left) != 0) return State::damaged;
      out.append(buffer_.data(), to.pos);
      full = to.pos == to.size;
      ended_ = left == 0;
    } while (in.pos < in.size || full);
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
  std::array<char, step_bytes> buffer_{};
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Unpacker> unpacker_for(std::string_view begin) {
  if (begin.starts_with("\x1f\x8b\x08")) return std::make_unique<Gunzip>();
  if (begin.starts_with("\x28\xb5\x2f\xfd")) return std::make_unique<Unzstd>();
  return nullptr;
}

}  // namespace entente
