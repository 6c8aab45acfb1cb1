#include "render/report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "render/claim_words.h"
#include "render/marks.h"
#include "render/markup.h"
#include "render/passage_link.h"
#include "render/passages.h"
#include "render/policy.h"
#include "render/reading_words.h"
#include "render/svg.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

// `amount` of `over` laid on `under`.
rgb mixed(rgb under, rgb over, double amount) {
  const auto channel = [amount](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * amount));
  };
  return {channel(under.red, over.red), channel(under.green, over.green),
          channel(under.blue, over.blue)};
}

// Orders like the begin, or else the end; claims without a date come last.
std::string time_key(const interval& w) {
  constexpr int past_all_days = 99999999;
  constexpr int calendar_begin = 10000000;  // more than the days of 10,000 years
  int key = past_all_days;
  for (const bound b : {w.end_latest, w.end_earliest, w.begin_latest, w.begin_earliest}) {
    if (b.given()) key = b.date.number + calendar_begin;
  }
  const std::string digits = std::to_string(key);
  return std::string(8 - std::min<std::size_t>(digits.size(), 8), '0') + digits;
}

class report_writer {
 public:
  report_writer(const timeline& data, const theme& colors)
      : data_(data), colors_(colors), blocks_(blocks_of(data)) {
    for (const text_block& block : blocks_) {
      for (const passage& p : block.passages) marked_.insert(p.ending.begin(), p.ending.end());
    }
    std::size_t band = 0;
    for (const thread& t : data.threads) {
      bands_.push_back(band % colors.hues.size());
      band +=
          std::any_of(t.bars.begin(), t.bars.end(), [](const bar& b) { return !b.when.empty(); });
    }
  }

  std::string write(const report_pictures& pictures, std::string_view font_faces) {
    write_head(pictures, font_faces);
    line("<body>");
    line("<header>");
    line("<h1>" + escaped(pictures.wide.title) + "</h1>");
    line("<p>" + escaped(about_words(data_.article)) + "</p>");
    line("</header>");
    write_contents();
    line("<main>");
    write_pictures(pictures);
    write_article();
    write_claims();
    write_edits();
    write_how_to_read();
    line("</main>");
    if (!data_.claims.empty()) line("<script>" + std::string(report_script) + "</script>");
    line("</body>");
    line("</html>");
    return std::move(out_);
  }

 private:
  void line(std::string_view content) { (out_ += content) += '\n'; }

  static std::string heading(std::string_view content) {
    return "<h2>" + escaped(content) + "</h2>";
  }

  void write_head(const report_pictures& pictures, std::string_view font_faces) {
    line("<!DOCTYPE html>");
    line("<html lang=\"de\">");
    line("<head>");
    line("<meta charset=\"utf-8\">");
    line("<meta name=\"viewport\" content=\"width=device-width\">");
    const std::string style = style_of(pictures, font_faces);
    line(policy_element(style, data_.claims.empty() ? "" : report_script));
    line("<title>" + escaped(pictures.wide.title) + "</title>");
    line("<style>" + style + "</style>");
    line("</head>");
  }

  std::string style_of(const report_pictures& pictures, std::string_view font_faces) const {
    const rgb tint = mixed(colors_.ground, colors_.hue(0), 0.1);
    std::string out(font_faces);
    out += "\n:root { --ground: " + hex(colors_.ground) + "; --text: " + hex(colors_.text) +
           "; --muted: " + hex(colors_.muted) + "; --grid: " + hex(colors_.grid) +
           "; --marker: " + hex(colors_.marker) + "; --hue: " + hex(colors_.hue(0)) +
           "; --tint: " + hex(tint) + "; --wide: " + number(pictures.wide.width) +
           "px; --font: " + std::string(svg_font_stack) + "; }\n";
    for (std::size_t i = 0; i < colors_.hues.size(); ++i) {
      out += ".band" + std::to_string(i) + " { --hue: " + hex(colors_.hues[i]) + "; }\n";
    }
    return out + std::string(report_style);
  }

  void write_contents() {
    line("<nav><a href=\"#timeline\">" + escaped(words().timeline) + "</a><a href=\"#article\">" +
         escaped(words().article) + "</a><a href=\"#claims\">" + escaped(words().report_claims) +
         "</a></nav>");
  }

  void write_pictures(const report_pictures& pictures) {
    line("<section id=\"timeline\">");
    line(heading(words().timeline));
    for (const scene* s : {&pictures.wide, &pictures.narrow}) {
      line(s == &pictures.wide ? "<figure class=\"wide\">" : "<figure class=\"narrow\">");
      out_ += write_svg(*s, {.font_faces = {}, .with_links = true});
      line("</figure>");
    }
    line("</section>");
  }

  void write_article() {
    line("<section id=\"article\">");
    line(heading(words().article));
    if (const std::string page = page_link(data_.article); !page.empty()) {
      line("<p class=\"page\">" + link_out(page, words().report_page) + "</p>");
    }
    for (const text_block& block : blocks_) {
      if (block.kind == block_kind::title && block.passages.size() == 1 &&
          block.passages.front().claims.empty()) {
        continue;  // it is the page's, and nothing is marked in it
      }
      const std::string_view name = block.kind == block_kind::heading ? "h3" : "p";
      ((out_ += '<') += name) += block.kind == block_kind::title ? " class=\"title\">" : ">";
      for (const passage& p : block.passages) write_passage(p);
      ((out_ += "</") += name) += ">\n";
    }
    line("</section>");
  }

  void write_passage(const passage& p) {
    const std::string content = escaped(p.where.in(data_.article.text));
    if (p.claims.empty()) {
      out_ += content;
    } else {
      out_ += "<mark" + band_class(p.claims.front()) + " data-claims=\"" + claim_numbers(p.claims) +
              "\">";
      out_ += p.time ? "<b>" + content + "</b>" : content;
      out_ += "</mark>";
    }
    for (const std::uint32_t c : p.ending) {
      const std::string n = std::to_string(c + 1);
      out_ += "<sup><a id=\"passage-" + n + "\" href=\"#claim-" + n + "\" data-claims=\"" + n +
              "\" aria-label=\"" + escaped(fill(words().report_to_row, {n})) + "\">" + n +
              "</a></sup>";
    }
  }

  void write_claims() {
    line("<section id=\"claims\">");
    line(heading(words().report_claims));
    if (data_.claims.empty()) {
      line("<p>" + escaped(words().nothing_found) + "</p>");
    } else {
      write_filter();
      write_table();
    }
    line("</section>");
  }

  // A line a claim that was changed or left out, with what was found and why it went.
  void write_edits() {
    std::string items;
    for (std::uint32_t i = 0; i < data_.claims.size(); ++i) {
      const claim& c = data_.claims[i];
      std::vector<std::string> remarks = edit_words(data_, c);
      if (remarks.empty()) continue;
      if (c.hidden) remarks.emplace_back(absence_words(c));
      const std::string n = std::to_string(i + 1);
      items += "<li><a href=\"#claim-" + n + "\">" + escaped(bar_of(c, i).label) + "</a>";
      for (const std::string& remark : remarks) {
        if (!remark.empty()) items += "; " + escaped(remark);
      }
      items += "</li>\n";
    }
    if (items.empty()) return;
    line("<section id=\"edits\">");
    line(heading(words_of_editing().edits));
    line("<p>" + escaped(words_of_editing().edits_intro) + "</p>");
    line("<ul>");
    out_ += items;
    line("</ul>");
    line("</section>");
  }

  void write_how_to_read() {
    line("<section id=\"reading\">");
    line(heading(words_of_editing().how_to_read));
    line("<p>" + escaped(words_of_editing().how_marks) + "</p>");
    line("<ul class=\"signs\">");
    for (std::size_t i = 0; i < feature_count; ++i) {
      const auto what = static_cast<feature>(i);
      if (what == feature::after_published && !data_.article.published) continue;
      scene sign;
      sign.width = sample_width;
      sign.height = 2 * bar_height;
      sign.ground = colors_.ground;
      sign.title = legend_words(what, data_.article.published.has_value());
      sign.nodes.push_back({draw_sample(what, {0, bar_height}, colors_.hue(0), colors_)});
      line("<li>" + write_svg(sign) + "<span>" + escaped(sign.title) + "</span></li>");
    }
    line("</ul>");
    line("<p>" + escaped(words_of_editing().how_sources) + "</p>");
    line("<p>" + escaped(words_of_editing().how_passages) + "</p>");
    line("</section>");
  }

  // For the script, which shows it.
  void write_filter() {
    line("<form hidden>");
    line("<label>" + escaped(words().report_search) +
         "<input type=\"search\" name=\"words\"></label>");
    std::vector<std::string> standings;
    for (const claim& c : data_.claims) {
      const std::string s = standing_words(c);
      if (std::find(standings.begin(), standings.end(), s) == standings.end()) {
        standings.push_back(s);
      }
    }
    write_choice("standing", words().report_standing, standings);
    std::vector<std::string> threads;
    for (const thread& t : data_.threads) threads.push_back(band_words(data_, t));
    write_choice("thread", words().report_thread, threads);
    line("<button type=\"button\" data-words=\"" + escaped(words().report_copied) +
         "\" data-thread=\"" + escaped(words().report_thread) + "\" data-remarks=\"" +
         escaped(words().report_remarks) + "\">" + escaped(words().report_copy) + "</button>");
    line("<output data-words=\"" + escaped(words().report_count) + "\"></output>");
    line("</form>");
  }

  // Nothing where there is no choice.
  void write_choice(std::string_view name, std::string_view label,
                    const std::vector<std::string>& values) {
    if (values.size() < 2) return;
    out_ += "<label>" + escaped(label) + "<select name=\"" + std::string(name) + "\">";
    out_ += "<option value=\"\">" + escaped(words().report_all) + "</option>";
    for (const std::string& v : values) out_ += "<option>" + escaped(v) + "</option>";
    line("</select></label>");
  }

  // Roles are named, since narrow windows stack the cells.
  void write_table() {
    line("<table role=\"table\">");
    out_ += "<thead role=\"rowgroup\"><tr role=\"row\">";
    for (const std::string_view name :
         {words().report_number, words().report_claim, words().report_time, words().report_standing,
          words().report_source, words().report_place}) {
      out_ += "<th role=\"columnheader\" scope=\"col\">" + escaped(name) + "</th>";
    }
    line("</tr></thead>");
    line("<tbody role=\"rowgroup\">");
    for (std::uint32_t i = 0; i < data_.claims.size(); ++i) write_row(i);
    line("</tbody>");
    line("</table>");
  }

  void write_row(std::uint32_t index) {
    const claim& c = data_.claims[index];
    const bar b = bar_of(c, index);
    const std::string n = std::to_string(index + 1);
    const std::string band = c.thread < data_.threads.size() && data_.threads.size() > 1
                                 ? band_words(data_, data_.threads[c.thread])
                                 : std::string();
    out_ += "<tr role=\"row\" id=\"claim-" + n + "\" data-claims=\"" + n + "\" data-standing=\"" +
            escaped(standing_words(c)) + "\" data-thread=\"" + escaped(band) + "\">";
    out_ += "<th role=\"rowheader\" scope=\"row\">" + row_number(index, n) + "</th>";
    out_ += "<td role=\"cell\" class=\"claim\"><b>" + escaped(b.label) + "</b>";
    if (!band.empty()) {
      out_ += "<span" + band_class(index) + ">" + escaped(band) + "</span>";
    }
    for (const std::string& remark : edit_words(data_, c)) {
      out_ += "<span class=\"edit\">" + escaped(remark) + "</span>";
    }
    out_ += "</td>";
    cell(words().report_time, when_words(data_, b), time_key(c.when));
    cell(words().report_standing, standing_words(c));
    cell(words().report_source, c.reported ? according_words(b) : std::string(words().article));
    write_place(c, place_words(data_, b));
    line("</tr>");
  }

  // Where it stands, and the way there on the article's own page.
  void write_place(const claim& c, const std::string& place) {
    out_ += "<td role=\"cell\" data-name=\"" + escaped(words().report_place) + "\" data-key=\"" +
            std::to_string(c.sentence) + "\">";
    const std::string address = passage_link(data_.article, c.clause);
    out_ += address.empty() ? escaped(place)
                            : link_out(address, place, fill(words().report_on_page, {place}));
    out_ += "</td>";
  }

  // A link that leaves the report; `spoken` is what it is called, where that is not its text.
  static std::string link_out(const std::string& address, std::string_view content,
                              std::string_view spoken = {}) {
    std::string out = "<a class=\"out\" rel=\"noreferrer\" href=\"" + escaped(address) + '"';
    if (!spoken.empty()) out += " aria-label=\"" + escaped(spoken) + '"';
    return out + '>' + escaped(content) + "</a>";
  }

  std::string row_number(std::uint32_t index, const std::string& n) const {
    if (marked_.count(index) == 0) return n;
    return "<a href=\"#passage-" + n + "\" aria-label=\"" +
           escaped(fill(words().report_to_passage, {n})) + "\">" + n + "</a>";
  }

  // `key` is what the column is sorted by, where that is not the content.
  void cell(std::string_view name, std::string_view content, std::string_view key = {}) {
    out_ += "<td role=\"cell\" data-name=\"" + escaped(name) + '"';
    if (!key.empty()) out_ += " data-key=\"" + escaped(key) + '"';
    out_ += '>' + escaped(content) + "</td>";
  }

  // The hue that the claim's thread has in the picture.
  std::string band_class(std::uint32_t index) const {
    const std::uint32_t t = data_.claims[index].thread;
    return t < bands_.size() ? " class=\"band" + std::to_string(bands_[t]) + "\"" : std::string();
  }

  const timeline& data_;
  const theme& colors_;
  std::vector<text_block> blocks_;
  std::set<std::uint32_t> marked_;  // claims that have a passage
  std::vector<std::size_t> bands_;  // index of a hue by thread
  std::string out_;
};

}  // namespace

std::string write_report(const timeline& data, const report_pictures& pictures,
                         std::string_view font_faces, const theme& colors) {
  return report_writer(data, colors).write(pictures, font_faces);
}

}  // namespace zeitstrahl
