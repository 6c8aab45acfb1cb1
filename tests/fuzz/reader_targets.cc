// The readers of articles, each told its format, so that no other one takes the bytes away.

#include "base/utf8.h"
#include "io/lines.h"
#include "io/original.h"
#include "tests/fuzz/targets.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

// In text order, disjoint and inside the text.
template <class Item>
bool in_order(const std::vector<Item>& items, std::string_view text) {
  std::uint32_t last = 0;
  for (const Item& item : items) {
    if (item.where.begin < last || item.where.end < item.where.begin) return false;
    last = item.where.end;
  }
  return last <= text.size();
}

std::string fault_in(const document& article) {
  for (const std::string* text :
       {&article.text, &article.title, &article.source, &article.author}) {
    if (find_invalid_utf8(*text) != std::string::npos) return "text that is not UTF-8";
  }
  if (!in_order(article.parts, article.text)) return "parts out of order";
  if (!in_order(article.changes, article.text)) return "changes out of order";
  for (const std::string& warning : article.warnings) {
    if (warning.find('\n') != std::string::npos) return "a warning of several lines";
  }
  const original_text as_it_came(article);
  if (find_invalid_utf8(as_it_came.text()) != std::string::npos)
    return "an original that is not UTF-8";
  const span all{0, static_cast<std::uint32_t>(article.text.size())};
  if (as_it_came.bytes(all).end > as_it_came.text().size()) return "bytes past the original's end";
  return "";
}

std::string read_as(input_format format, std::string_view bytes) {
  const result<document> article = read_article(bytes, "bytes", {.format = format});
  if (!article) {
    const std::string message = article.error().to_string();
    if (message.empty()) return "an error without a message";
    return message.find('\n') == std::string::npos ? "" : "an error of several lines";
  }
  return fault_in(*article);
}

}  // namespace

std::string fuzz_timeml(std::string_view bytes) { return read_as(input_format::timeml, bytes); }
std::string fuzz_html(std::string_view bytes) { return read_as(input_format::html, bytes); }
std::string fuzz_markdown(std::string_view bytes) { return read_as(input_format::markdown, bytes); }

std::string fuzz_records(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const source_line line = line_at(bytes, at);
    at = line.next;
    const auto read = read_record(line.text);
    const std::string id = record_id(line.text);
    std::string written;
    if (const auto* problem = std::get_if<record_error>(&read)) {
      if (problem->id != id) return "an error of another id";
      if (problem->code.empty() || problem->message.empty()) return "an error that says nothing";
      written = to_json(*problem);
    } else {
      const document& article = std::get<document>(read);
      if (article.id != id) return "an article of another id";
      if (std::string fault = fault_in(article); !fault.empty()) return fault;
      timeline bare;
      bare.article = article;
      written = to_json(bare, {.with_text = true, .one_line = true});
    }
    if (written.find('\n') != std::string::npos) return "a result of several lines";
    const auto again = read_written_record(written);
    const bool failed = std::holds_alternative<record_error>(read);
    if (!again || again->id != id || again->failed != failed) return "a result of another id";
  }
  return "";
}

}  // namespace zeitstrahl
