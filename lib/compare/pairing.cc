#include "compare/pairing.h"

#include <algorithm>

#include "compare/evidence.h"

namespace zeitstrahl {
namespace {

constexpr double least_shared = 4;            // weight of what statements of one article share
constexpr double least_likeness_apart = 0.6;  // of the weight of all terms of both
constexpr double least_likeness_same_verb = 0.5;
constexpr double copy_score = 1000;      // above all others
constexpr std::int32_t short_time = 31;  // days, of which both may tell in other words

constexpr std::int32_t few_days = 3;
constexpr std::int32_t news_days = 7;
constexpr float bound_by_day = 1;  // of the weight of shared words
constexpr float bound_by_month = 0.5;
constexpr float bound_by_date = 0.5;  // whatever happened

using kind = time_relation::kind;

bool overlap(const days& a, const days& b) {
  return a && b && a->first <= b->last && b->first <= a->last;
}

// That it happened when the article appeared, or now, as much does.
bool is_news(const witness& w) {
  const days& at = w.time().side();
  return !w.published || w.time().begins_now || !at ||
         (at->first - news_days <= *w.published && *w.published <= at->last + news_days);
}

bool is_short(const days& d) { return d && d->last - d->first < short_time; }

bool much_alike(const likeness& alike) {
  const double least = alike.verb ? least_likeness_same_verb : least_likeness_apart;
  return alike.matter && alike.of_all >= least && alike.shared >= least_shared;
}

}  // namespace

pairing::pairing(const alignment_input& input)
    : in_(input),
      relatives_(input.topics),
      said_by_(input.topics.size()),
      companions_(input.witnesses.size()),
      candidates_(input.witnesses, input.topics.size()) {
  sides_.reserve(in_.witnesses.size());
  for (std::uint32_t i = 0; i < in_.witnesses.size(); ++i) {
    const witness& w = in_.witnesses[i];
    sides_.push_back({*w.about, in_.topics[w.said->article]});
    said_by_[w.said->article].push_back(i);
  }
  for (const std::vector<std::uint32_t>& all : said_by_) {
    for (const bool brief : {true, false}) count_companions(all, brief);
  }
  bind_articles();
}

// Articles that share a name, and a day on which the same happened, tell of one story.
void pairing::bind_articles() {
  for (std::uint32_t a = 0; a < said_by_.size(); ++a) {
    const std::vector<relative> kin = relatives_.before(a);
    for (const relative& r : kin) {
      if (r.close) continue;
      if (const float bound = bound_of(r.article, a); bound > 0) {
        relatives_.bind(a, r.article, bound);
      }
    }
  }
  relatives_.chain();
}

float pairing::bound_of(std::uint32_t first, std::uint32_t second) const {
  float out = 0;
  std::vector<std::uint32_t> same_time;
  for (const std::uint32_t i : said_by_[first]) {
    same_time.clear();
    candidates_.at_its_time(second, i, same_time);
    for (const std::uint32_t k : same_time) {
      out = std::max(out, binds(i, k));
      if (out == bound_by_day) return out;
    }
  }
  return out;
}

float pairing::binds(std::uint32_t i, std::uint32_t k) const {
  const days& first = time(i).side();
  const days& second = time(k).side();
  if (!is_short(first) || !is_short(second) || !overlap(first, second)) return 0;
  const auto t = relate(time(i), time(k));
  if (!t || t->is == kind::apart) return 0;
  if (is_news(in_.witnesses[i]) && is_news(in_.witnesses[k])) return 0;
  const likeness alike = compare_words(sides_[i], sides_[k], true, in_.terms);
  if (alike.excluded) return 0;
  const std::int32_t longest = std::max(first->last - first->first, second->last - second->first);
  const bool matter = !alike.rival && (alike.event || alike.core || alike.verb);
  if (!matter) return longest == 0 && !alike.rival ? bound_by_date : 0;
  return longest < few_days ? bound_by_day : bound_by_month;
}

// How many others of the article have a time that overlaps, and that is as brief or as long:
// those that begin before it ends, but for those that end before it begins.
void pairing::count_companions(const std::vector<std::uint32_t>& all, bool brief) {
  std::vector<day> begins;
  std::vector<day> ends;
  const auto is_meant = [&](std::uint32_t i) {
    return time(i).side() && is_short(time(i).side()) == brief;
  };
  for (const std::uint32_t i : all) {
    if (!is_meant(i)) continue;
    begins.push_back(time(i).side()->first);
    ends.push_back(time(i).side()->last);
  }
  std::sort(begins.begin(), begins.end());
  std::sort(ends.begin(), ends.end());
  for (const std::uint32_t i : all) {
    if (!is_meant(i)) continue;
    const day_range& own = *time(i).side();
    const auto begun = std::upper_bound(begins.begin(), begins.end(), own.last) - begins.begin();
    const auto over = std::lower_bound(ends.begin(), ends.end(), own.first) - ends.begin();
    companions_[i] = static_cast<std::uint32_t>(begun - over) - 1;
  }
}

// Whether both tell of one thing or event, and of one name where their articles are hardly akin;
// where these tell of one story, one day that is no news is enough if not both name an event.
bool pairing::may_fit(std::uint32_t i, std::uint32_t k, bool near) const {
  const bool one_matter = meet(about(i).matters, about(k).matters);
  if (one_matter && (near || meet(about(i).names, about(k).names))) return true;
  if (candidates_.same_wording(i, k)) return true;
  if (!near || article(i) == article(k)) return false;
  const days& first = time(i).side();
  const days& second = time(k).side();
  if (!overlap(first, second)) return false;
  return (is_short(first) && is_short(second)) || meet(about(i).names, about(k).names);
}

bool pairing::copies(std::uint32_t i, std::uint32_t k) const {
  return article(i) != article(k) && is_copy(in_.witnesses[i], in_.witnesses[k]) && close(i, k);
}

judged_pair pairing::fit_of(std::uint32_t i, std::uint32_t k) const {
  if (copies(i, k)) return {fit::agreeing, copy_score};
  const bool off = about(i).cancels || about(k).cancels;
  const auto t = relate(time(i), time(k));
  if (!off && !t && article(i) != article(k)) return {};
  const likeness alike = compare(i, k, t && is_one_month(i, k, *t));
  if (alike.excluded) return {fit::excluded};
  if (alike.strangers) return {};
  if (article(i) == article(k)) return fit_within(i, k, alike);
  const witness& first = in_.witnesses[i];
  const witness& second = in_.witnesses[k];
  if (called_off(first, second)) {
    const bool fits = alike.matter && alike.shared >= least_shared && !alike.parted();
    return {fits ? fit::agreeing : fit::none, alike.shared};
  }
  if (!t) return {};
  if (alike.other_name && alike.event && !(t->is != kind::apart && is_day(i) && is_day(k))) {
    return {fit::excluded};
  }
  const double score =
      weigh({first, second, alike, *t, close(i, k), relatives_.firm(article(i), article(k)),
             std::max(companions_[i], companions_[k])});
  if (t->is != kind::apart) return {score >= sure ? fit::agreeing : fit::none, score};
  if (alike.ordinals) return {fit::excluded, score};
  const bool changes = first.about->former || second.about->former || second.about->change;
  const bool plan = (alike.event || ((alike.near || alike.core) && changes)) && !alike.others &&
                    close(i, k) && (may_move(i) || may_move(k));
  if (!(score >= sure && plan) && !(much_alike(alike) && !alike.parted())) {
    return {fit::none, score};
  }
  if (t->across && !(first.planned() && second.planned())) return {fit::none, score};
  return {versions_of_one(i, k, alike) ? fit::apart : fit::none, score};
}

// In articles that tell of one story beyond doubt.
bool pairing::is_one_month(std::uint32_t i, std::uint32_t k, const time_relation& t) const {
  return article(i) != article(k) && t.is != kind::apart && is_short(time(i).side()) &&
         is_short(time(k).side()) && relatives_.firm(article(i), article(k));
}

// What an article says twice, or once as it was and once as it is now.
judged_pair pairing::fit_within(std::uint32_t i, std::uint32_t k, const likeness& alike) const {
  const auto t = relate(time(i), time(k));
  const double score = alike.shared * alike.of_all;
  const bool one_clause =
      alike.wording && in_.witnesses[i].said->mode == in_.witnesses[k].said->mode;
  if (one_clause && (!t || t->is != kind::apart)) return {fit::agreeing, score};
  if (!t || !(much_alike(alike) || alike.wording)) return {fit::none, score};
  if (t->is != kind::apart) return {t->across ? fit::none : fit::agreeing, score};
  if (alike.parted()) return {fit::none, score};
  if (alike.ordinals) return {fit::excluded, score};
  if (t->across && !(in_.witnesses[i].planned() && in_.witnesses[k].planned())) return {};
  return {gives_way(i, k) ? fit::apart : fit::none, score};
}

// Of two statements of one article, whether one may replace the other.
bool pairing::gives_way(std::uint32_t i, std::uint32_t k) const {
  const auto tells_change = [&](std::uint32_t at) {
    const witness& w = in_.witnesses[at];
    return w.about->former || w.about->change || w.said->mode == modality::negated;
  };
  return tells_change(i) || tells_change(k);
}

// Its date was to come, or is quoted as an old one.
bool pairing::may_move(std::uint32_t i) const {
  const witness& w = in_.witnesses[i];
  return w.to_come() || w.about->former || w.said->mode == modality::planned;
}

// Two times that exclude each other, but may be said of one event or state.
bool pairing::versions_of_one(std::uint32_t i, std::uint32_t k, const likeness& alike) const {
  const witness& a = in_.witnesses[i];
  const witness& b = in_.witnesses[k];
  if (!a.about->former && !b.about->former && !(i < k ? judge(a, b) : judge(b, a))) return false;
  if (!time(i).at || !time(k).at) return true;
  if (may_move(i) && may_move(k)) return true;
  if (!may_move(i) && !may_move(k)) return alike.once;
  const witness& plan = may_move(i) ? a : b;
  const witness& happened = may_move(i) ? b : a;
  if (plan.about->former) return true;
  return plan.published && happened.about->time.at->last >= *plan.published;
}

}  // namespace zeitstrahl
