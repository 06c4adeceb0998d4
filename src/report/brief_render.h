// One function for each format of a brief. Inside report: may change.
#pragma once

#include <string>

#include "report/report.h"

namespace entente {

std::string brief_to_terminal(const Brief& brief, const RenderOptions& options);
std::string brief_to_markdown(const Brief& brief);
std::string brief_to_html(const Brief& brief);
std::string brief_to_json(const Brief& brief);

/// The stylesheet of the HTML page.
std::string_view page_style();
/// Text made safe for HTML and XML: & < > " ' and characters that XML forbids.
std::string html_escape(std::string_view text);

}  // namespace entente
