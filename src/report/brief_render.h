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
/// Coded events over time: cooperation above a line, conflict below it, deeds darker than words.
std::string events_svg(const Brief& brief);
/// Text made safe for HTML and XML: & < > " ' and characters that XML forbids.
std::string html_escape(std::string_view text);
/// The same HTML with the days and months of the calendar in it, "2014-03-01", as elements that no line end parts.
std::string with_whole_days(const std::string& html);

}  // namespace entente
