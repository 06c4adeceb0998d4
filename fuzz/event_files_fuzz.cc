// Any bytes as a table of events. The first byte says of which format.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "sources/sources.h"

namespace {

using namespace entente;

void expect(bool holds) {
  if (!holds) std::abort();
}

/// Everything that the file gives, as text; rows and positions rise, errors are one line that names the file.
std::string read_all(EventFormat format, std::string_view bytes) {
  std::string all;
  const auto note = [&](const Error& error) {
    expect(error.message.starts_with("fuzz") && error.message.find('\n') == std::string::npos);
    expect(is_utf8(error.message));
    all += error.message + "\n";
  };
  Result<std::unique_ptr<EventFile>> file = open_events_in(format, bytes, "fuzz");
  if (!file) return note(file.error()), all;
  uint64_t rows = 0, last_bytes = 0;
  while (const auto record = (*file)->next()) {
    expect(++rows <= bytes.size() + 2);
    const EventPosition at = (*file)->position();
    expect(at.bytes >= last_bytes && at.bytes <= bytes.size());
    last_bytes = at.bytes;
    if (!*record) {
      note(record->error());
      continue;
    }
    const EventRecord& r = **record;
    expect(r.row <= rows && r.line > 0 && (!r.located || (r.latitude >= -90 && r.latitude <= 90)));
    all += std::to_string(r.day) + std::string(r.source.name) + std::string(r.act) + std::to_string(r.id) + "\n";
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto format = static_cast<EventFormat>(data[0] % static_cast<int>(EventFormat::quads));
  expect(read_all(format, bytes) == read_all(format, bytes));
  return 0;
}
