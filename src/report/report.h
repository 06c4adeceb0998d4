// The door of report: results become text for a terminal, Markdown, HTML, SVG and JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/brief.h"

namespace entente {

enum class Format { terminal, markdown, html, json };

/// "terminal", "md" or "markdown", "html", "json".
std::optional<Format> format_named(std::string_view name);

struct RenderOptions {
  int width = 80;       // columns of the terminal; at least 40 are used
  bool colour = false;  // ANSI colours, for the terminal only
};

/// The whole brief in one format. HTML is one file with nothing outside it.
std::string render(const Brief& brief, Format format, const RenderOptions& options = {});

/// The actors as a network with signed edges, a standing <svg> with title and description.
std::string network_svg(const Brief& brief);
/// The relation over time: cooperation above, conflict below, by domain, with numbered marks.
std::string history_svg(const Brief& brief);
/// How far support goes, rung by rung.
std::string ladder_svg(const Brief& brief, const Ladder& ladder);

}  // namespace entente
