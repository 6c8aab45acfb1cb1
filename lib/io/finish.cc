#include "io/finish.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "io/article_words.h"
#include "io/clean.h"
#include "io/guess_language.h"
#include "io/lines.h"
#include "io/parts.h"
#include "io/repair.h"
#include "io/title.h"
#include "io/wire.h"

namespace zeitstrahl {
namespace {

std::vector<edit> edits_of(const std::vector<change>& mended) {
  std::vector<edit> out;
  std::int64_t shift = 0;  // from the mended text to the broken one
  for (const change& c : mended) {
    const auto begin = static_cast<std::uint32_t>(c.where.begin + shift);
    const auto end = begin + static_cast<std::uint32_t>(c.original.size());
    out.push_back({{begin, end}, c.where});
    shift = std::int64_t{end} - c.where.end;
  }
  return out;
}

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

// Where the address that holds "://" or "www." at `mark` begins.
std::size_t begin_of_address(std::string_view text, std::size_t mark) {
  while (mark > 0 && std::isalpha(static_cast<unsigned char>(text[mark - 1])) != 0) --mark;
  return mark;
}

std::size_t end_of_address(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find_first_of(" \t\r\n<>\"'|", at), text.size());
  while (end > at && std::string_view(".,;:!?)]*_").find(text[end - 1]) != std::string_view::npos)
    --end;
  return end;
}

// Dates and names in addresses say nothing.
edited_text without_addresses(std::string_view text) {
  edited_text out(text);
  std::size_t scheme = text.find("://");
  std::size_t host = text.find("www.");
  while (scheme != text.npos || host != text.npos) {
    const std::size_t mark = std::min(scheme, host);
    const std::size_t begin = mark == scheme ? begin_of_address(text, mark) : mark;
    const std::size_t end = std::max(end_of_address(text, mark), mark + 3);
    const bool named = begin < mark || mark == host;
    if (named && begin >= out.at() && (begin == 0 || !is_word_byte(text[begin - 1]))) {
      out.copy_until(begin);
      out.replace(end, "");
    }
    if (scheme < end) scheme = text.find("://", end);
    if (host < end) host = text.find("www.", end);
  }
  out.copy_rest();
  return out;
}

// Where the changes mended a wrong decoding, they say which.
void name_encodings(const std::vector<change>& mended, const std::vector<edit>& later,
                    std::vector<change>& changes) {
  auto at = changes.begin();
  for (const change& m : mended) {
    const span where = carry(m.where, later);
    while (at != changes.end() && at->where.end <= where.begin) ++at;
    if (at != changes.end() && at->where.begin < where.end) at->misread_as = m.misread_as;
  }
}

class finisher {
 public:
  finisher(raw_article raw, const read_options& options)
      : raw_(std::move(raw)), options_(options), words_(article_words_of(options.language)) {}

  document run() {
    document& article = raw_.article;
    mended_text mended{std::move(article.text), {}};
    if (options_.repair) mended = mend(mended.text, words_.letters);
    edited_text cleaned = clean(mended.text, words_.of("hyphen-stays"));
    edited_text plain = without_addresses(cleaned.text());
    const std::vector<edit> later = then(cleaned.edits(), plain.edits());
    const std::vector<edit> all = then(edits_of(mended.repairs), later);
    for (part& p : article.parts) p.where = carry(p.where, all);
    article.text = std::move(plain.text());
    article.changes = with_originals(then(raw_.edits, all), raw_.source);
    name_encodings(mended.repairs, later, article.changes);
    for (std::string* field : {&article.title, &article.source, &article.author})
      mend_field(*field);

    for (apart_line& line : article.apart) mend_field(line.text);
    read_wire(article, words_);
    find_title_in_text();
    find_parts(article, words_);
    if (std::optional<std::string> warning = warn_of_language(article.text, words_)) {
      article.warnings.push_back(std::move(*warning));
    }
    return std::move(article);
  }

 private:
  void mend_field(std::string& field) const {
    if (options_.repair) field = mend(field, words_.letters).text;
    field = std::move(clean(field, {}).text());
  }

  void find_title_in_text() {
    document& article = raw_.article;
    if (!raw_.first_line_may_be_title) return;
    const std::size_t above = end_of_stamps(article.text);
    if (above > 0) return find_title_below(above);
    const std::string title = find_title(article.text);
    article.title_in_text =
        !title.empty() || (!article.title.empty() && first_line(article.text) == article.title);
    if (article.title.empty()) article.title = title;
  }

  // Behind the stamps, credits and bylines that stand above all else.
  std::size_t end_of_stamps(std::string_view text) const {
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
      const source_line line = line_at(text, at);
      at = line.next;
      if (trim(line.text).empty()) continue;
      if (!kind_of_line(line.text, words_)) break;
      end = at;
    }
    return end;
  }

  // A title that is not the first line is a heading among the parts.
  void find_title_below(std::size_t above) {
    document& article = raw_.article;
    const std::string title = find_title(std::string_view(article.text).substr(above));
    const std::size_t at = title.empty() ? std::string::npos : article.text.find(title, above);
    if (at == std::string::npos || !article.parts.empty()) return;
    const auto begin = static_cast<std::uint32_t>(at);
    article.parts = {
        {{begin, begin + static_cast<std::uint32_t>(title.size())}, part_kind::heading}};
    if (article.title.empty()) article.title = title;
  }

  raw_article raw_;
  const read_options& options_;
  const article_words& words_;
};

}  // namespace

document finish(raw_article raw, const read_options& options) {
  return finisher(std::move(raw), options).run();
}

}  // namespace zeitstrahl
