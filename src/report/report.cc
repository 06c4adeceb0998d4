// Chooses the rendering.
#include "report/report.h"

#include "base/text.h"
#include "report/brief_render.h"

namespace entente {

std::optional<Format> format_named(std::string_view name) {
  const std::string lower = to_lower(name);
  if (lower == "terminal") return Format::terminal;
  if (lower == "md" || lower == "markdown") return Format::markdown;
  if (lower == "html") return Format::html;
  if (lower == "json") return Format::json;
  return std::nullopt;
}

std::string render(const Brief& brief, Format format, const RenderOptions& options) {
  switch (format) {
    case Format::markdown:
      return brief_to_markdown(brief);
    case Format::html:
      return brief_to_html(brief);
    case Format::json:
      return brief_to_json(brief);
    default:
      return brief_to_terminal(brief, options);
  }
}

}  // namespace entente
