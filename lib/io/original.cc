#include "io/original.h"

#include <algorithm>

#include "base/utf8.h"

namespace zeitstrahl {

original_text::original_text(const document& article) {
  const std::string_view mended = article.text;
  places_.reserve(mended.size() + 1);
  std::size_t done = 0;
  for (const change& r : article.changes) {
    if (r.where.begin < done || r.where.end > mended.size() || r.where.end < r.where.begin)
      continue;
    keep(mended.substr(done, r.where.begin - done));
    take_back(r);
    done = r.where.end;
  }
  keep(mended.substr(done));
  places_.push_back(next_);
}

void original_text::keep(std::string_view sound) {
  text_ += sound;
  std::size_t at = places_.size();
  places_.resize(at + sound.size());
  for (std::size_t i = 0; i < sound.size();) {
    const std::size_t size = std::min<std::size_t>(decode_at(sound, i).size, sound.size() - i);
    for (std::size_t end = i + size; i < end; ++i) places_[at++] = next_;
    next_.byte += static_cast<std::uint32_t>(size);
    ++next_.code_point;
  }
}

// A byte of the mended text for each character of the original (see document.h).
void original_text::take_back(const change& done) {
  if (done.where.empty()) taken_out_.emplace_back(done.where.begin, next_);
  std::string_view rest = done.original;
  for (std::uint32_t i = 0; i < done.where.size() || !rest.empty(); ++i) {
    if (i < done.where.size()) places_.push_back(next_);
    if (rest.empty()) continue;
    const std::size_t size = std::min<std::size_t>(decode_at(rest, 0).size, rest.size());
    advance(rest.substr(0, size));
    rest.remove_prefix(size);
  }
}

void original_text::advance(std::string_view character) {
  text_ += character;
  next_.byte += static_cast<std::uint32_t>(character.size());
  ++next_.code_point;
}

const original_text::place& original_text::at(std::uint32_t mended) const {
  return places_[std::min<std::size_t>(mended, places_.size() - 1)];
}

// What was taken out behind a span does not belong to it.
const original_text::place& original_text::end_at(std::uint32_t mended) const {
  const auto found =
      std::lower_bound(taken_out_.begin(), taken_out_.end(), mended,
                       [](const auto& gap, std::uint32_t where) { return gap.first < where; });
  const bool behind = found != taken_out_.end() && found->first == mended;
  return behind ? found->second : at(mended);
}

span original_text::bytes(span where) const {
  if (where.empty()) return {at(where.begin).byte, at(where.begin).byte};
  return {at(where.begin).byte, end_at(where.end).byte};
}

span original_text::code_points(span where) const {
  if (where.empty()) return {at(where.begin).code_point, at(where.begin).code_point};
  return {at(where.begin).code_point, end_at(where.end).code_point};
}

}  // namespace zeitstrahl
