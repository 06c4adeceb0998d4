// An answer of a web server as archives keep it: status, headers, body.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

struct HttpResponse {
  std::string body;      // whole and unpacked
  std::string packed;    // how it still is packed, if the headers are right: not by gzip or zstd
  std::string encoding;  // what Content-Type says; may be empty
};

/// True for an answer with status 200 whose Content-Type is an HTML page.
bool holds_page(std::string_view response);

/// The body with chunks joined (RFC 9112, 7.1) and gzip undone. `path` names it in messages. Errors: input, too_large.
Result<HttpResponse> read_http_response(std::string_view response, const std::string& path);

}  // namespace entente
