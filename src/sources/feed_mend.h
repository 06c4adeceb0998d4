// What writers of feeds forget to escape. Internal to sources.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The XML with "&amp;" for every "&" that begins no character by name or number, "&lt;" for every "<" that begins no
/// tag, and HTML's characters by name, which XML does not know, as themselves. CDATA sections stay as they are.
std::string with_signs_mended(std::string_view xml);

}  // namespace entente
