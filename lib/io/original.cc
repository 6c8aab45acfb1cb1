#include "io/original.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace zeitstrahl {

original_text::original_text(const document& article) {
  const std::string_view mended = article.text;
  std::size_t done = 0;
  for (const change& r : article.changes) {
    if (r.where.begin < done || r.where.end > mended.size() || r.where.end < r.where.begin)
      continue;
    keep(mended.substr(done, r.where.begin - done));
    take_back(r);
    done = r.where.end;
  }
  keep(mended.substr(done));
  pieces_.push_back({mended_, size(), false});
  count();
}

void original_text::keep(std::string_view sound) {
  if (sound.empty()) return;
  pieces_.push_back({mended_, size(), true});
  text_ += sound;
  mended_ += static_cast<std::uint32_t>(sound.size());
}

// A byte of the mended text for each character of the original (see document.h).
void original_text::take_back(const change& done) {
  if (done.where.empty()) taken_out_.emplace_back(done.where.begin, size());
  std::string_view rest = done.original;
  for (std::uint32_t i = 0; i < done.where.size() || !rest.empty(); ++i) {
    if (i < done.where.size()) pieces_.push_back({mended_++, size(), false});
    if (rest.empty()) continue;
    const std::size_t size = std::min<std::size_t>(decode_at(rest, 0).size, rest.size());
    text_ += rest.substr(0, size);
    rest.remove_prefix(size);
  }
}

void original_text::count() {
  const std::string_view text = text_;
  std::size_t before = 0;
  for (std::size_t at = 0; at <= text.size(); at += step) {
    code_points_.push_back(static_cast<std::uint32_t>(before));
    before += count_code_points(text.substr(at, step));
  }
}

// Of the character that the byte is of.
std::uint32_t original_text::byte_at(std::uint32_t mended) const {
  const auto behind =
      std::upper_bound(pieces_.begin(), pieces_.end(), mended,
                       [](std::uint32_t where, const piece& p) { return where < p.begin; });
  const piece& in = *std::prev(behind);
  if (!in.kept) return in.byte;
  std::uint32_t byte = in.byte + (mended - in.begin);
  while (byte > in.byte && (static_cast<unsigned char>(text_[byte]) & 0xC0) == 0x80) --byte;
  return byte;
}

// What was taken out behind a span does not belong to it.
std::uint32_t original_text::byte_of_end(std::uint32_t mended) const {
  const auto found =
      std::lower_bound(taken_out_.begin(), taken_out_.end(), mended,
                       [](const auto& gap, std::uint32_t where) { return gap.first < where; });
  const bool behind = found != taken_out_.end() && found->first == mended;
  return behind ? found->second : byte_at(mended);
}

std::uint32_t original_text::code_point_of(std::uint32_t byte) const {
  const std::size_t begin = byte / step * step;
  return code_points_[byte / step] + static_cast<std::uint32_t>(count_code_points(
                                         std::string_view(text_).substr(begin, byte - begin)));
}

span original_text::bytes(span where) const {
  const std::uint32_t begin = byte_at(where.begin);
  return {begin, where.empty() ? begin : byte_of_end(where.end)};
}

span original_text::code_points(span where) const {
  const span found = bytes(where);
  return {code_point_of(found.begin), code_point_of(found.end)};
}

}  // namespace zeitstrahl
