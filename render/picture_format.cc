#include <algorithm>
#include <cctype>

#include "zeitstrahl/draw.h"

namespace zeitstrahl {

std::optional<picture_format> picture_format_of(std::string_view path) {
  const auto ends_with = [&](std::string_view ending) {
    return path.size() > ending.size() &&
           std::equal(ending.rbegin(), ending.rend(), path.rbegin(), [](char a, char b) {
             return a == std::tolower(static_cast<unsigned char>(b));
           });
  };
  if (ends_with(".svg")) return picture_format::svg;
  if (ends_with(".png")) return picture_format::png;
  if (ends_with(".pdf")) return picture_format::pdf;
  if (ends_with(".html")) return picture_format::html;
  return std::nullopt;
}

}  // namespace zeitstrahl
