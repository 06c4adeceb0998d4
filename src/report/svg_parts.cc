// Small pieces of SVG.
#include "report/svg_parts.h"

#include <array>
#include <cmath>

#include "base/text.h"
#include "report/brief_render.h"
#include "report/wrap.h"

namespace entente {

std::string svg_number(double value) {
  const long long tenths = std::llround(value * 10);
  std::string out = tenths < 0 ? "-" : "";
  out += std::to_string(std::llabs(tenths) / 10);
  if (tenths % 10 != 0) out += '.' + std::to_string(std::llabs(tenths) % 10);
  return out;
}

std::string svg_id(std::string_view text) {
  std::string out;
  for (const char c : text) out += is_ascii_alpha(c) || is_ascii_digit(c) ? c : '-';
  return out;
}

std::string svg_open(const std::string& id, double width, double height, const std::string& title,
                     const std::string& description) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" id=\"" + id + "\" viewBox=\"0 0 " +
         svg_number(width) + ' ' + svg_number(height) + "\" role=\"img\" aria-labelledby=\"" + id + "-title " + id +
         "-desc\">\n<title id=\"" + id + "-title\">" + html_escape(title) + "</title>\n<desc id=\"" + id + "-desc\">" +
         html_escape(description) + "</desc>\n<style>" + std::string(svg_style()) + "</style>\n";
}

std::string_view svg_style() {
  return ".figure text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;"
         "fill:var(--ink,#1f1e1c)}"
         ".figure .soft{fill:var(--soft,#6b6862)}"
         ".figure .positive{stroke:var(--good,#1f6f8b);fill:none}"
         ".figure .negative{stroke:var(--bad,#b5432c);fill:none}"
         ".figure .mixed{stroke:var(--mixed,#a07718);fill:none}"
         ".figure .rail{stroke:var(--line,#d9d4c9);fill:none}"
         ".figure .node{fill:var(--ink,#1f1e1c)}"
         ".figure .main{fill:var(--accent,#7a2e1d)}"
         ".figure .good{fill:var(--good,#1f6f8b)}"
         ".figure .bad{fill:var(--bad,#b5432c)}"
         ".figure .axis{stroke:var(--soft,#6b6862);fill:none}"
         ".figure .hair{stroke:var(--line,#d9d4c9);fill:none}"
         ".figure .paper{fill:var(--paper,#fbfaf6)}"
         // nine hues of like lightness, readable on paper and on dark; after Okabe and Ito (2008)
         ".figure .military{fill:#d55e00}.figure .economic{fill:#2f86c4}.figure .financial{fill:#56b4e9}"
         ".figure .nuclear{fill:#cc79a7}.figure .energy{fill:#e69f00}.figure .diplomatic{fill:#009e73}"
         ".figure .political{fill:#9a7b3c}.figure .ideological{fill:#8a8a8a}.figure .humanitarian{fill:#b3a125}";
}

double svg_text_width(std::string_view text, double size) {
  return static_cast<double>(display_width(text)) * size * 0.6;
}

}  // namespace entente
