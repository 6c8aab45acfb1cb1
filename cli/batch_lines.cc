#include "cli/batch_lines.h"

#include <charconv>
#include <utility>

#include "lib/base/utf8.h"
#include "lib/io/decode.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {

std::optional<shard> shard::parse(const std::string& text) {
  shard out;
  const char* const end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, out.number);
  if (number.ec != std::errc() || number.ptr == end || *number.ptr != '/') return std::nullopt;
  const auto count = std::from_chars(number.ptr + 1, end, out.count);
  const bool fits =
      count.ec == std::errc() && count.ptr == end && out.number >= 1 && out.number <= out.count;
  return fits ? std::optional(out) : std::nullopt;
}

namespace {

// As read_record() replaces them.
std::size_t count_invalid(std::string_view line) {
  std::size_t count = 0;
  if (find_invalid_utf8(line) != std::string_view::npos) replace_invalid(line, count);
  return count;
}

}  // namespace

bool article_lines::take(std::string& line, bool& too_long) {
  while (reader_.take(line, too_long)) {
    if (passed_++ % part_.count != part_.number - 1) continue;
    replaced_ += count_invalid(line);
    return true;
  }
  return false;
}

bool article_lines::next(std::string& line, bool& too_long) {
  while (!take(line, too_long)) {
    if (reader_.ended()) return false;
    reader_.fill();
  }
  return true;
}

namespace {

std::string quoted(const std::string& id) { return id.empty() ? "no id" : '"' + id + '"'; }

}  // namespace

line_pair pair_up(article_lines& articles, line_reader& results, const std::string& name) {
  line_pair out;
  std::string result_line;
  std::string article;
  for (bool too_long = false; results.next(result_line, too_long);) {
    out.torn = !results.whole();
    if (out.torn) return out;
    const auto differs = [&](std::string message) {
      const std::string where = name + ":" + std::to_string(out.lines + 1);
      out.mismatch = error{error_kind::bad_input, where, std::move(message)};
      return out;
    };
    const std::optional<written_record> written = read_written_record(result_line);
    if (!written) return differs("is no line that batch wrote; start anew without this file");
    if (!articles.next(article, too_long)) return differs("has no article; is this its input?");
    const std::string id = too_long ? std::string() : record_id(article);
    if (written->id != id) {
      return differs("is about " + quoted(written->id) + ", the article has " + quoted(id) +
                     "; is this its input?");
    }
    ++out.lines;
    out.failed += written->failed;
    out.bytes += result_line.size() + 1;
    if (written->failed) continue;
    out.last_article.swap(article);
    out.last_result.swap(result_line);
  }
  return out;
}

}  // namespace zeitstrahl
