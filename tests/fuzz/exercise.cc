#include "tests/fuzz/exercise.h"

#include <cstdint>
#include <memory>
#include <vector>

#include "tests/fuzz/timex_reader.h"
#include "zeitstrahl/zeitstrahl.h"

namespace zeitstrahl {
namespace {

using tables_or_error = result<std::shared_ptr<const language>>;

const tables_or_error& german() {
  static const tables_or_error tables = built_in_language("de");
  return tables;
}

// In text order, disjoint and inside the text.
template <class Item, class Span>
bool in_order(const std::vector<Item>& items, Span span_of, std::string_view text) {
  std::uint32_t last = 0;
  for (const Item& item : items) {
    const span where = span_of(item);
    if (where.begin < last || where.end < where.begin || where.end > text.size()) return false;
    last = where.end;
  }
  return true;
}

bool indexes(const std::vector<std::uint32_t>& numbers, std::size_t size) {
  for (const std::uint32_t number : numbers) {
    if (number >= size) return false;
  }
  return true;
}

std::string fault_in(const timeline& found) {
  const std::string_view text = found.article.text;
  if (!in_order(
          found.sentences, [](span s) { return s; }, text))
    return "sentences out of order";
  if (!in_order(
          found.expressions, [](const time_expression& e) { return e.extent; }, text)) {
    return "expressions out of order";
  }
  for (const time_expression& e : found.expressions) {
    if (e.extent.empty()) return "an empty expression";
    if (e.sentence >= found.sentences.size()) return "an expression in no sentence";
    if (e.reading == resolution::unresolved && !e.when.empty()) {
      return "an unresolved expression with a date";
    }
  }
  for (const claim& c : found.claims) {
    if (c.expressions.empty() || !indexes(c.expressions, found.expressions.size())) {
      return "a claim without its expressions";
    }
    if (c.clause.empty() || c.clause.end > text.size()) return "a claim without a clause";
    if (c.thread >= found.threads.size()) return "a claim in no thread";
  }
  for (const thread& t : found.threads) {
    if (t.claims.empty() || !indexes(t.claims, found.claims.size())) return "an empty thread";
    for (const bar& b : t.bars) {
      if (b.claims.empty() || !indexes(b.claims, found.claims.size())) {
        return "a bar without evidence";
      }
    }
  }
  return "";
}

}  // namespace

const extractor& german_extractor() {
  static const extractor find = [] {
    analysis_options options;
    if (const auto names = built_in_dictionary("de")) options.names = *names;
    return extractor(*german(), options);
  }();
  return find;
}

std::string broken_promise(std::string_view bytes, bool with_picture) {
  result<document> article = read_article(bytes, "bytes");
  if (!article) return article.error().message.empty() ? "an error without a message" : "";

  if (!german()) return german().error().to_string();
  const extractor& find = german_extractor();
  static scratch memory;  // of all that was read before
  const timeline found = find.analyze(*article, memory);
  if (std::string fault = fault_in(found); !fault.empty()) return fault;

  const std::string json = to_json(found, {.with_text = true});
  scratch fresh;
  if (json != to_json(find.analyze(*article, fresh), {.with_text = true})) {
    return "another result with fresh memory";
  }
  const std::string timeml = to_timeml(found, {.vague = true});
  result<document> again = read_article(timeml, "again.tml");
  if (!again) return "TimeML that cannot be read: " + again.error().to_string();
  if (std::string fault = fault_in_timeml(found, timeml); !fault.empty()) return fault;
  if (to_csv(found).empty()) return "CSV without a header";
  if (with_picture) {
    draw_options options;
    options.format = picture_format::html;  // an SVG in it, and the text cut into passages
    const result<std::string> picture = draw(found, options);
    if (!picture) return "no picture: " + picture.error().to_string();
  }
  return "";
}

}  // namespace zeitstrahl
