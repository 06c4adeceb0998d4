// Small pieces of SVG. Inside report: may change.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// A figure with at most one decimal, the same on every machine.
std::string svg_number(double value);
/// Letters, digits and '-' of an id, for use in an XML id.
std::string svg_id(std::string_view text);
/// <svg> with its view box, title and description; the caller writes the contents and "</svg>".
std::string svg_open(const std::string& id, double width, double height, const std::string& title,
                     const std::string& description);
/// Colours and strokes of every figure; they follow the page's variables where it has any.
std::string_view svg_style();
/// About how many units a text takes at a font size, for a common sans-serif face; rather too many than too few.
double svg_text_width(std::string_view text, double size);

}  // namespace entente
