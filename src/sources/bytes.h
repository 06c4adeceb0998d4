// The bytes of a file or of standard input, unpacked if they are compressed.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

/// All bytes of the file, or of standard input for "-"; refuses folders and more than max_article_bytes.
Result<std::string> read_bytes(const std::string& path);

bool is_gzip(std::string_view bytes);

/// Unpacks one or more gzip members; `path` names them in messages.
Result<std::string> gunzip(std::string_view bytes, const std::string& path);

/// "too large" in the one form that files and unpacked files share.
Error too_large(const std::string& path);

}  // namespace entente
