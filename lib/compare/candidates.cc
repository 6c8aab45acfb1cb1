#include "compare/candidates.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

constexpr std::size_t most_alike = 100;     // statements of an article that share a word
constexpr int most_asked = 200;             // that lie near in time
constexpr std::int32_t longest_side = 366;  // days; what takes longer has no time of its own

}  // namespace

candidates::candidates(const std::vector<witness>& witnesses, std::size_t articles)
    : witnesses_(witnesses), articles_(articles) {
  std::unordered_map<std::string_view, std::uint32_t> wordings;
  for (std::uint32_t i = 0; i < witnesses.size(); ++i) {
    const subject& about = *witnesses[i].about;
    index& in = articles_[witnesses[i].said->article];
    wording_.push_back(wordings.try_emplace(about.wording, i).first->second);
    in.wordings.emplace_back(wording_.back(), i);
    for (const std::uint32_t m : about.matters) in.matters.emplace_back(m, i);
    if (const days& d = side(i); d && d->last - d->first <= longest_side) {
      in.days.emplace_back(d->first.number, i);
    }
  }
  for (index& in : articles_) {
    std::sort(in.matters.begin(), in.matters.end());
    std::sort(in.wordings.begin(), in.wordings.end());
    std::sort(in.days.begin(), in.days.end());
  }
}

void candidates::add_all(const numbered& in, std::uint32_t of, std::vector<std::uint32_t>& out) {
  const auto begin = std::lower_bound(in.begin(), in.end(), std::pair(of, 0U));
  const auto end = std::find_if(begin, in.end(), [&](const auto& e) { return e.first != of; });
  if (static_cast<std::size_t>(end - begin) > most_alike) return;
  for (auto at = begin; at != end; ++at) out.push_back(at->second);
}

void candidates::at_its_time(std::uint32_t article, std::uint32_t k,
                             std::vector<std::uint32_t>& out) const {
  const days& when = side(k);
  if (!when || when->last - when->first > longest_side) return;
  const auto& in = articles_[article].days;
  auto at = std::upper_bound(in.begin(), in.end(), std::pair(when->last.number, UINT32_MAX));
  for (int asked = 0; at != in.begin() && asked < most_asked; ++asked) {
    --at;
    if (at->first < when->first.number - longest_side) return;
    if (at->second != k && side(at->second)->last >= when->first) out.push_back(at->second);
  }
}

void candidates::find(std::uint32_t article, std::uint32_t k,
                      std::vector<std::uint32_t>& out) const {
  out.clear();
  const index& in = articles_[article];
  for (const std::uint32_t m : witnesses_[k].about->matters) add_all(in.matters, m, out);
  add_all(in.wordings, wording_[k], out);
  at_its_time(article, k, out);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  std::erase(out, k);
}

}  // namespace zeitstrahl
