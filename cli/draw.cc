#include "zeitstrahl/draw.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "cli/articles.h"
#include "cli/command.h"
#include "cli/console.h"
#include "zeitstrahl/edit.h"

namespace zeitstrahl {
namespace {

struct draw_arguments {
  article_arguments articles;
  std::string format;
  std::string theme = "light";
  std::string page = "fit";
  std::string title;
  std::string caption;
  std::string since;
  std::string until;
  selection chosen;
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

std::size_t shown_claims(const timeline& data) {
  return static_cast<std::size_t>(std::count_if(data.claims.begin(), data.claims.end(),
                                                [](const claim& c) { return !c.hidden; }));
}

result<std::string> drawn(timeline found, const selection& chosen, const draw_options& options,
                          const std::string& caption_file) {
  const std::size_t before = shown_claims(found);
  if (const std::optional<error> misfit = select(found, chosen)) return *misfit;
  const std::size_t shown = shown_claims(found);
  if (shown < before) {
    note(found.article.id, std::to_string(before - shown) + " of " + std::to_string(before) +
                               " claims are left out of the picture");
  }
  if (!caption_file.empty()) {
    const result<std::string> text = caption(found, options);
    if (!text) return text.error();
    if (const auto done = write_output(caption_file, *text); !done) return done.error();
  }
  return draw(found, options);
}

int run(const draw_arguments& arguments) {
  const std::optional<picture_format> format = format_of(arguments);
  if (!format) {
    return report({error_kind::bad_usage, arguments.articles.output,
                   "the ending tells no format; use .svg, .png, .pdf or .html, or --format"});
  }
  if (!arguments.caption.empty() && arguments.articles.articles.size() > 1) {
    return report({error_kind::bad_usage, "", "--caption is for a single article"});
  }
  draw_options options = arguments.options;
  options.format = *format;
  options.theme = theme_of(arguments.theme);
  options.page = page_of(arguments.page);
  if (!arguments.title.empty()) options.title = arguments.title;
  selection chosen = arguments.chosen;
  options.all = options.all || chosen.most > 0;
  chosen.since = parse_day(arguments.since);
  chosen.until = parse_day(arguments.until);
  return write_each(
      arguments.articles,
      {.ending = ending_of(*format), .write = [&](timeline found) -> result<byte_maker> {
         auto picture = drawn(std::move(found), chosen, options, arguments.caption);
         if (!picture) return picture.error();
         return made(*std::move(picture));
       }});
}

void add_choice(CLI::App& draw, draw_arguments& arguments) {
  selection& chosen = arguments.chosen;
  draw.add_option("--thread", chosen.threads, "Only claims under this heading, or its begin")
      ->type_name("HEADING")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  draw.add_option("--without", chosen.without,
                  "Without these claims: ids, or numbers of the report, parted by commas")
      ->type_name("CLAIMS")
      ->delimiter(',')
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_day_option(draw, "--since", arguments.since, "Only what may be so on this day or later");
  add_day_option(draw, "--until", arguments.until, "Only what may be so on this day or earlier");
  draw.add_option("--max-claims", chosen.most,
                  "Only so many: first what has a date, then names, then exact dates")
      ->check(CLI::Range(0, 1'000'000))
      ->type_name("NUMBER");
  draw.add_flag("--hide-vague", chosen.hide_vague,
                "Without claims that only words like \"derzeit\" date");
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
      "  zeitstrahl draw edited.json --without 3,7 --hide-vague -o timeline.svg\n"
      "  zeitstrahl draw edited.csv --article article.md -o timeline.svg\n"
      "  zeitstrahl draw --format png --scale 2 --theme dark --output-dir pictures *.md");
  const auto arguments = std::make_shared<draw_arguments>();
  arguments->articles.add_to(*draw);
  draw->add_option("--format", arguments->format,
                   "svg, png, pdf or html; without, the ending of --output tells")
      ->check(one_of({"svg", "png", "pdf", "html"}));
  draw->add_option("--theme", arguments->theme, "light, dark or print")
      ->check(one_of({"light", "dark", "print"}))
      ->capture_default_str();
  CLI::Option* width =
      draw->add_option("--width", arguments->options.width, "Width in CSS pixels, 320 to 4000")
          ->type_name("PIXELS")
          ->capture_default_str();
  draw->add_option("--scale", arguments->options.scale, "PNG: pixels for a CSS pixel, 1 to 4")
      ->capture_default_str();
  draw->add_option("--page", arguments->page,
                   "PDF: a4 or a5 in landscape; fit is the picture's size")
      ->check(one_of({"fit", "a4", "a5"}))
      ->capture_default_str()
      ->excludes(width);
  draw->add_flag("--embed-fonts", arguments->options.embed_fonts,
                 "SVG, HTML: bring along the letters that are used");
  draw->add_option("--caption", arguments->caption,
                   "Write caption and alternative text to this file, for a single article")
      ->type_name("FILE");
  add_choice(*draw, *arguments);
  draw->add_flag("--all", arguments->options.all,
                 "All claims, also where they make the picture higher than 1600 pixels");
  draw->add_option("--title", arguments->title, "Title of the picture instead of the article's");
  return {draw, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
