#include "zeitstrahl/draw.h"

#include <memory>
#include <optional>
#include <string>

#include "cli/articles.h"
#include "cli/command.h"

namespace zeitstrahl {
namespace {

struct draw_arguments {
  article_arguments articles;
  std::string format;
  std::string theme = "light";
  std::string page = "fit";
  std::string title;
  draw_options options;
};

picture_theme theme_of(const std::string& name) {
  if (name == "dark") return picture_theme::dark;
  return name == "print" ? picture_theme::print : picture_theme::light;
}

page_format page_of(const std::string& name) {
  if (name == "a4") return page_format::a4;
  return name == "a5" ? page_format::a5 : page_format::fit;
}

// By --format, else by the file's ending, else SVG where there is no file to be named.
std::optional<picture_format> format_of(const draw_arguments& arguments) {
  if (!arguments.format.empty()) return picture_format_of("picture." + arguments.format);
  if (arguments.articles.output == "-") return picture_format::svg;
  return picture_format_of(arguments.articles.output);
}

std::string ending_of(picture_format format) {
  switch (format) {
    case picture_format::png:
      return ".png";
    case picture_format::pdf:
      return ".pdf";
    case picture_format::html:
      return ".html";
    case picture_format::svg:
      break;
  }
  return ".svg";
}

int run(const draw_arguments& arguments) {
  const std::optional<picture_format> format = format_of(arguments);
  if (!format) {
    return report({error_kind::bad_usage, arguments.articles.output,
                   "the ending tells no format; use .svg, .png, .pdf or .html, or --format"});
  }
  draw_options options = arguments.options;
  options.format = *format;
  options.theme = theme_of(arguments.theme);
  options.page = page_of(arguments.page);
  if (!arguments.title.empty()) options.title = arguments.title;
  return write_each(arguments.articles, ending_of(*format),
                    [&](const timeline& found) { return draw(found, options); });
}

}  // namespace

command add_draw(CLI::App& program) {
  CLI::App* draw =
      program.add_subcommand("draw", "Draws the timeline of an article as SVG, PNG, PDF or HTML.");
  draw->footer(
      "Examples:\n"
      "  zeitstrahl draw article.txt --published 2025-01-22 -o timeline.svg\n"
      "  zeitstrahl draw article.md -o report.html\n"
      "  zeitstrahl draw article.md --page a4 -o timeline.pdf\n"
      "  zeitstrahl draw --format png --scale 2 --theme dark --output-dir pictures *.md");
  const auto arguments = std::make_shared<draw_arguments>();
  arguments->articles.add_to(*draw);
  draw->add_option("--format", arguments->format,
                   "svg, png, pdf or html; without, the ending of --output tells")
      ->check(CLI::IsMember({"svg", "png", "pdf", "html"}));
  draw->add_option("--theme", arguments->theme, "light, dark or print")
      ->check(CLI::IsMember({"light", "dark", "print"}))
      ->capture_default_str();
  CLI::Option* width =
      draw->add_option("--width", arguments->options.width, "Width in CSS pixels, 320 to 4000")
          ->capture_default_str();
  draw->add_option("--scale", arguments->options.scale, "PNG: pixels for a CSS pixel, 1 to 4")
      ->capture_default_str();
  draw->add_option("--page", arguments->page,
                   "PDF: a4 or a5 in landscape; fit is as large as the picture")
      ->check(CLI::IsMember({"fit", "a4", "a5"}))
      ->capture_default_str()
      ->excludes(width);
  draw->add_flag("--embed-fonts", arguments->options.embed_fonts,
                 "SVG, HTML: bring along the letters that are used");
  draw->add_option("--title", arguments->title, "Title of the picture instead of the article's");
  return {draw, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
