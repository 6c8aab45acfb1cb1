#include "render/compare_page.h"

#include <algorithm>

#include "render/compare_words.h"
#include "render/markup.h"
#include "render/policy.h"
#include "render/svg.h"
#include "render/tidy.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

class page_writer {
 public:
  page_writer(const comparison& all, const theme& colors) : all_(all), colors_(colors) {}

  std::string write(const report_pictures& pictures, std::string_view font_faces) {
    write_head(pictures.wide, font_faces);
    line("<body>");
    line("<header><h1>" + escaped(pictures.wide.title) + "</h1></header>");
    line("<main>");
    line("<figure class=\"wide\">" + write_svg(pictures.wide) + "</figure>");
    line("<figure class=\"narrow\">" + write_svg(pictures.narrow) + "</figure>");
    for (const story& s : all_.stories) write_story(s);
    line("</main>");
    line("</body>");
    line("</html>");
    return std::move(out_);
  }

 private:
  void line(std::string_view content) { (out_ += content) += '\n'; }

  void write_head(const scene& picture, std::string_view font_faces) {
    line("<!DOCTYPE html>");
    line("<html lang=\"de\">");
    line("<head>");
    line("<meta charset=\"utf-8\">");
    line("<meta name=\"viewport\" content=\"width=device-width\">");
    const std::string style = style_of(picture, font_faces);
    line(policy_element(style));
    line("<title>" + escaped(picture.title) + "</title>");
    line("<style>" + style + "</style>");
    line("</head>");
  }

  std::string style_of(const scene& picture, std::string_view font_faces) const {
    return std::string(font_faces) + "\n:root { --ground: " + hex(colors_.ground) +
           "; --text: " + hex(colors_.text) + "; --muted: " + hex(colors_.muted) +
           "; --grid: " + hex(colors_.grid) + "; --marker: " + hex(colors_.marker) +
           "; --hue: " + hex(colors_.hue(0)) + "; --tint: " + hex(colors_.field) +
           "; --wide: " + number(picture.width) + "px; --font: " + std::string(svg_font_stack) +
           "; }\n" + std::string(report_style) +
           "main { display: block; }\ntd p { margin: 0 0 .35em; }\n"
           "tbody tr { cursor: auto; padding-left: 0 !important; }\n";
  }

  void write_story(const story& s) {
    const story_names names(s);
    line("<section>");
    line("<h2>" + escaped(heading(s)) + "</h2>");
    line("<table role=\"table\">");
    out_ += "<thead role=\"rowgroup\"><tr role=\"row\">";
    for (const std::string_view name :
         {compare_words().claim_column, compare_words().column, compare_words().evidence_column}) {
      out_ += "<th role=\"columnheader\" scope=\"col\">" + escaped(name) + "</th>";
    }
    line("</tr></thead>");
    line("<tbody role=\"rowgroup\">");
    for (const comparison_row& r : s.rows) write_row(names, r);
    line("</tbody>");
    line("</table>");
    line("</section>");
  }

  std::string heading(const story& s) const {
    const std::string topics = topic_words(all_, s);
    if (!topics.empty()) return topics;
    return article_words(all_.articles[s.articles.front()].article);
  }

  void write_row(const story_names& names, const comparison_row& r) {
    out_ += "<tr role=\"row\"><td role=\"rowheader\" class=\"claim\"><b>" + escaped(tidy(r.label)) +
            "</b></td>";
    out_ += "<td role=\"cell\" data-name=\"" + escaped(compare_words().column) + "\">" +
            escaped(verdict_words(all_, names, r)) + "</td>";
    out_ += "<td role=\"cell\" data-name=\"" + escaped(compare_words().evidence_column) + "\">";
    for (const statement& s : r.statements) {
      out_ += "<p><b>" + escaped(evidence_words(all_, names, {s})) + "</b> " +
              escaped(first_sentence(all_, s)) + "</p>";
    }
    line("</td></tr>");
  }

  const comparison& all_;
  const theme& colors_;
  std::string out_;
};

}  // namespace

std::string write_comparison_page(const comparison& all, const report_pictures& pictures,
                                  std::string_view font_faces, const theme& colors) {
  return page_writer(all, colors).write(pictures, font_faces);
}

}  // namespace zeitstrahl
