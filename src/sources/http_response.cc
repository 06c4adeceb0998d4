// Headers line by line, then the body as the headers say that it was sent.
#include "sources/http_response.h"

#include <charconv>

#include "base/text.h"
#include "sources/byte_stream.h"

namespace entente {
namespace {

struct Head {
  int status = 0;
  std::string content_type;
  std::string transfer;
  std::string packed;
  size_t size = 0;  // of the head with the empty line after it
};

/// The line at `at` without its end; moves behind it.
std::string_view line_at(std::string_view text, size_t& at) {
  const size_t end = text.find('\n', at);
  std::string_view line = text.substr(at, end == std::string_view::npos ? end : end - at);
  at = end == std::string_view::npos ? text.size() : end + 1;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

int status_of(std::string_view line) {
  const size_t blank = line.find(' ');
  int status = 0;
  if (!line.starts_with("HTTP/") || blank == std::string_view::npos) return 0;
  std::from_chars(line.data() + blank + 1, line.data() + line.size(), status);
  return status;
}

Head read_head(std::string_view response) {
  Head head;
  head.status = status_of(line_at(response, head.size));
  while (head.size < response.size()) {
    const std::string_view line = line_at(response, head.size);
    if (line.empty()) break;
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = to_lower(trim(line.substr(0, colon)));
    const std::string value = to_lower(trim(line.substr(colon + 1)));
    if (name == "content-type") head.content_type = value;
    if (name == "transfer-encoding") head.transfer = value;
    if (name == "content-encoding") head.packed = value;
  }
  return head;
}

/// Some archives keep the header but store the body joined already: then there is no size first, and it stays as it is.
std::string joined_chunks(std::string_view body) {
  std::string out;
  for (size_t at = 0; at < body.size();) {
    const std::string_view line = line_at(body, at);
    size_t size = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (read.ec != std::errc() || (read.ptr != line.data() + line.size() && *read.ptr != ';' && *read.ptr != ' ')) {
      return out.empty() ? std::string(body) : out;
    }
    if (size == 0) break;
    out += body.substr(at, size);
    at += std::min(size, body.size() - at);
    line_at(body, at);
  }
  return out;
}

std::string charset_in(const std::string& content_type) {
  const size_t at = content_type.find("charset=");
  if (at == std::string::npos) return "";
  std::string name = content_type.substr(at + 8);
  name = name.substr(0, name.find_first_of(";, "));
  std::erase(name, '"');
  return name;
}

}  // namespace

bool holds_page(std::string_view response) {
  const Head head = read_head(response);
  const std::string& type = head.content_type;
  return head.status == 200 && (type.starts_with("text/html") || type.starts_with("application/xhtml"));
}

Result<HttpResponse> read_http_response(std::string_view response, const std::string& path) {
  const Head head = read_head(response);
  HttpResponse out;
  out.encoding = charset_in(head.content_type);
  out.body = response.substr(head.size);
  if (head.transfer.find("chunked") != std::string::npos) out.body = joined_chunks(out.body);
  if (head.packed.empty() || head.packed == "identity") return out;
  // Some archives keep the header but store the body unpacked: it passes through.
  if (head.packed.find("gzip") == std::string::npos && head.packed != "zstd") out.packed = head.packed;
  const auto stream = ByteStream::over(out.body, path);
  Result<std::string> unpacked = take_all(*stream);
  if (!unpacked) return unpacked.error();
  out.body = std::move(*unpacked);
  return out;
}

}  // namespace entente
