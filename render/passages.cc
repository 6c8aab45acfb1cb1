#include "render/passages.h"

#include <algorithm>
#include <string_view>

namespace zeitstrahl {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

constexpr std::uint32_t past_all = 0xffffffff;

// A block as it lies in the text, before it is cut.
struct raw_block {
  block_kind kind = block_kind::paragraph;
  span where;
};

// The signs that Markdown sets before a heading, up to its first letter.
std::uint32_t heading_signs(std::string_view line) {
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  if (signs == 0 || signs > 6 || signs == line.size() || line[signs] != ' ') return 0;
  return static_cast<std::uint32_t>(line.find_first_not_of(' ', signs));
}

class block_finder {
 public:
  explicit block_finder(const document& article)
      : text_(article.text), title_next_(article.title_in_text) {}

  std::vector<raw_block> find() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      take_line(trimmed({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}));
      at = end + 1;
    }
    return std::move(out_);
  }

 private:
  span trimmed(span line) const {
    while (!line.empty() && is_blank(text_[line.begin])) ++line.begin;
    while (!line.empty() && is_blank(text_[line.end - 1])) --line.end;
    return line;
  }

  void take_line(span line) {
    if (line.empty()) {
      goes_on_ = false;
      return;
    }
    const std::uint32_t signs = heading_signs(line.in(text_));
    if (title_next_ || signs > 0) {
      const block_kind kind = title_next_ ? block_kind::title : block_kind::heading;
      out_.push_back({kind, {line.begin + signs, line.end}});
      title_next_ = goes_on_ = false;
    } else if (goes_on_) {
      out_.back().where.end = line.end;
    } else {
      out_.push_back({block_kind::paragraph, line});
      goes_on_ = true;
    }
  }

  std::string_view text_;
  bool title_next_;
  bool goes_on_ = false;  // the next line belongs to the last block
  std::vector<raw_block> out_;
};

// Spans in order of begin with a place that only moves forward.
class cover {
 public:
  explicit cover(std::vector<std::pair<span, std::uint32_t>> spans) : spans_(std::move(spans)) {
    std::sort(spans_.begin(), spans_.end());
  }

  // Those that hold the byte at `at`, which never gets smaller, the shortest first.
  std::vector<std::uint32_t> at(std::uint32_t place) {
    while (next_ < spans_.size() && spans_[next_].first.begin <= place) {
      open_.push_back(spans_[next_++]);
    }
    std::erase_if(open_, [&](const auto& s) { return s.first.end <= place; });
    std::stable_sort(open_.begin(), open_.end(),
                     [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); });
    std::vector<std::uint32_t> out;
    for (const auto& s : open_) out.push_back(s.second);
    return out;
  }

 private:
  std::vector<std::pair<span, std::uint32_t>> spans_;
  std::size_t next_ = 0;
  std::vector<std::pair<span, std::uint32_t>> open_;
};

}  // namespace

std::vector<text_block> blocks_of(const timeline& data) {
  std::vector<std::pair<span, std::uint32_t>> clauses;
  std::vector<std::pair<span, std::uint32_t>> times;
  std::vector<std::uint32_t> cuts;
  const auto note = [&cuts](std::vector<std::pair<span, std::uint32_t>>& spans, span where,
                            std::uint32_t index) {
    if (where.empty()) return;
    spans.emplace_back(where, index);
    cuts.push_back(where.begin);
    cuts.push_back(where.end);
  };
  for (std::uint32_t i = 0; i < data.claims.size(); ++i) {
    const claim& c = data.claims[i];
    note(clauses, c.clause, i);
    for (const std::uint32_t e : c.expressions) {
      if (e < data.expressions.size()) note(times, data.expressions[e].extent, e);
    }
  }
  std::sort(cuts.begin(), cuts.end());

  std::vector<text_block> out;
  cover claims_at(std::move(clauses));
  cover times_at(std::move(times));
  auto cut = cuts.begin();
  const std::vector<raw_block> blocks = block_finder(data.article).find();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const raw_block& raw = blocks[i];
    const std::uint32_t next_begin = i + 1 < blocks.size() ? blocks[i + 1].where.begin : past_all;
    text_block block;
    block.kind = raw.kind;
    for (std::uint32_t at = raw.where.begin; at < raw.where.end;) {
      cut = std::upper_bound(cut, cuts.end(), at);
      const bool last = cut == cuts.end() || *cut >= raw.where.end;
      const std::uint32_t end = last ? raw.where.end : *cut;
      passage p;
      p.where = {at, end};
      p.claims = claims_at.at(at);
      p.time = !times_at.at(at).empty();
      for (const std::uint32_t c : p.claims) {
        if (data.claims[c].clause.end <= (last ? next_begin : end)) p.ending.push_back(c);
      }
      block.passages.push_back(std::move(p));
      at = end;
    }
    out.push_back(std::move(block));
  }
  return out;
}

}  // namespace zeitstrahl
