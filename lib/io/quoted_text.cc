#include "io/quoted_text.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

// No offset beyond this is believed: a text is kept in memory.
constexpr std::size_t longest_text = std::size_t{64} << 20;

// The end of a place, or 0 for what is none.
std::size_t end_of(const json& value) {
  const auto end = value.is_object() ? value.find("end") : value.end();
  return end != value.end() && end->is_number_unsigned() ? end->get<std::size_t>() : 0;
}

// {"begin", "end", "text"} of what stands in the article.
bool is_quotation(const json& value) {
  if (!value.is_object()) return false;
  const auto begin = value.find("begin");
  const auto text = value.find("text");
  return begin != value.end() && begin->is_number_unsigned() && text != value.end() &&
         text->is_string();
}

}  // namespace

quoted_text::quoted_text(const json& timeline) {
  const auto text = timeline.find("text");
  if (text != timeline.end() && text->is_string()) {
    lay(0, text->get<std::string>());
  } else {
    gather(timeline);
  }
  write_out(timeline);
}

void quoted_text::gather(const json& value) {
  if (is_quotation(value)) lay(value["begin"].get<std::size_t>(), value["text"].get<std::string>());
  if (const std::size_t end = end_of(value); end > points_.size() && end <= longest_text) {
    points_.resize(end, U' ');
  }
  if (!value.is_structured()) return;
  for (const json& member : value) gather(member);
}

void quoted_text::lay(std::size_t begin, const std::string& words) {
  if (begin > longest_text || find_invalid_utf8(words) != std::string::npos) return;
  const std::size_t count = count_code_points(words);
  if (points_.size() < begin + count) points_.resize(begin + count, U' ');
  for (std::size_t at = 0; at < words.size(); ++begin) {
    const code_point next = decode_at(words, at);
    points_[begin] = next.value;
    at += next.size;
  }
}

void quoted_text::write_out(const json& timeline) {
  std::map<std::size_t, const json*> broken;  // by where they begin
  if (const auto repairs = timeline.find("repairs");
      repairs != timeline.end() && repairs->is_array()) {
    for (const json& r : *repairs) {
      const bool whole = is_quotation(r) && r.contains("mended") && r["mended"].is_string() &&
                         r.contains("end") && r["end"].is_number_unsigned();
      if (whole) broken[r["begin"].get<std::size_t>()] = &r;
    }
  }
  const auto here = [&] { return static_cast<std::uint32_t>(text_.size()); };
  for (std::size_t at = 0; at < points_.size();) {
    const auto word = broken.find(at);
    const std::size_t end = word == broken.end() ? at : (*word->second)["end"].get<std::size_t>();
    if (end <= at || end > points_.size()) {
      bytes_.push_back(here());
      append_utf8(text_, points_[at++]);
      continue;
    }
    const json& r = *word->second;
    const std::uint32_t begin = here();
    text_ += r["mended"].get<std::string>();
    changes_.push_back(
        {{begin, here()}, r["text"].get<std::string>(), r.value("encoding", std::string())});
    for (; at < end; ++at) bytes_.push_back(begin);
  }
  bytes_.push_back(here());
}

span quoted_text::bytes(std::size_t begin, std::size_t end) const {
  if (bytes_.empty()) return {};
  const auto at = [&](std::size_t point) { return bytes_[std::min(point, bytes_.size() - 1)]; };
  return {at(begin), std::max(at(begin), at(end))};
}

}  // namespace zeitstrahl
