// The bytes of a segment, for its writer and its reader. docs/format.md describes them.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::ledger_detail {

inline constexpr std::string_view segment_magic = "ENTEVENT";
inline constexpr uint32_t segment_version = 2;
inline constexpr uint32_t words_magic = 0x44524f57;    // "WORD"
inline constexpr uint32_t block_magic = 0x324c4245;    // "EBL2"
inline constexpr uint32_t block_magic_1 = 0x4b4c4245;  // "EBLK": of format 1
inline constexpr std::string_view block_magic_begin = "EBL";
inline constexpr uint32_t index_magic = 0x58444e49;  // "INDX"
inline constexpr size_t head_bytes = 16;             // magic, version, reserved
inline constexpr size_t part_bytes = 24;             // magic, a count, size of what follows, its hash
inline constexpr size_t shape_bytes = 17;            // base, width and hash of a column
inline constexpr size_t shape_bytes_1 = 9;           // base and width: format 1 has one hash over the whole block
inline constexpr size_t place_bytes = 52;            // of a block in the index
inline constexpr size_t tail_bytes = 24;             // offset of the index, rows, magic
inline constexpr int64_t day_origin = -2'000'000;    // before any date that can be written

}  // namespace entente::ledger_detail
