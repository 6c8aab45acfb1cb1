#include "compare/evidence.h"

#include <algorithm>
#include <cmath>

namespace zeitstrahl {
namespace {

using kind = time_relation::kind;

// What both say.
constexpr double same_event = 3;  // by a row of the tables
constexpr double near_event = 2;  // a row told for it
constexpr double same_noun = 2;   // for what happens
constexpr double same_verb = 2;
constexpr double said_beside = 0.5;  // of the weight of all other words
constexpr double much_alike = 2;     // of the share of all that either says
constexpr double one_story = 1;
// What parts them.
constexpr double no_event = -1.5;  // neither a row nor a word for what happens is shared
constexpr double rival_events = -3;
constexpr double acts_apart = -3;
constexpr double other_verbs = -4;
constexpr double one_cast = 3;     // weight of names that both share
constexpr double only_names = -4;  // and neither a thing nor a word for what happens is shared
constexpr double other_actors = -2;
constexpr double other_things = -1.5;   // that the other's article never speaks of
constexpr double other_words = -0.5;    // so, where the articles tell of one story beyond doubt
constexpr double parted_in_doubt = -5;  // each names what the other's article never does
constexpr double parted_on_a_day = -2;  // so, where the same happened on the same day
constexpr double one_counts = -1;       // "the second", and the other does not say which
constexpr double one_reports = -1;      // that somebody said something
constexpr double both_news = -4;        // what was said when the articles appeared
constexpr double left_over = -0.25;     // of the weight of what each says beyond the other
// When.
constexpr double same_plan = 1;      // both times were to come, or the first and it has come
constexpr double says_change = 2.5;  // "only now", "instead", "originally"
constexpr double other_time = -0.5;
constexpr double nothing_named = -1.5;  // that both know, where times differ
constexpr double which_one = -3;        // of what comes again and again: so, where no day tells it
constexpr double least_named = 1;
constexpr std::int32_t news_days = 3;
constexpr std::int32_t few_days = 3;
constexpr std::int32_t short_days = 31;

// By the longer of two stretches of time that agree.
struct agreement {
  std::int32_t most_days;
  double weight;
  double fresh;  // where it is news to both: then many things happened at that time
  double alone;  // neither article says anything else of it
};
constexpr agreement agreeing[] = {
    {1, 4, 1.5, 1.5}, {3, 3.5, 1.5, 1.5}, {31, 2.5, 1, 1.5}, {125, 1.5, 0.5, 1}, {366, 0, 0, 0.5}};
constexpr agreement longer{0, -1, -1, 0};
constexpr double less_alone = 0.5;       // for each other statement
constexpr std::int32_t fresh_days = 10;  // from the publication, besides the stretch itself

std::int32_t length(const day_range& r) { return r.last - r.first + 1; }

bool is_fresh(const witness& w, const day_range& when) {
  if (w.time().begins_now || !w.published) return true;
  return when.first - fresh_days <= *w.published && *w.published <= when.last + fresh_days;
}

double of_times(const suspected_pair& p) {
  const day_range& first = compared_days(p.first, p.times.in);
  const day_range& second = compared_days(p.second, p.times.in);
  const std::int32_t longest = p.times.in_term ? 366 : std::max(length(first), length(second));
  const agreement* found = &longer;
  for (const agreement& a : agreeing) {
    if (longest > a.most_days) continue;
    found = &a;
    break;
  }
  const bool matter = p.alike.event || p.alike.near || p.alike.core || p.alike.verb;
  if (p.times.in_term && !(p.alike.event || p.alike.near || p.alike.verb)) return rival_events;
  if (is_fresh(p.first, first) && is_fresh(p.second, second)) {
    const bool undated = p.first.time().begins_now || p.second.time().begins_now;
    return (undated ? 0 : found->fresh) + (matter ? 0 : no_event);
  }
  return found->weight + std::max(0.0, found->alone - less_alone * p.companions);
}

bool is_one_day(const suspected_pair& p) {
  return length(compared_days(p.first, p.times.in)) <= few_days &&
         length(compared_days(p.second, p.times.in)) <= few_days;
}

bool is_short(const suspected_pair& p) {
  return length(compared_days(p.first, p.times.in)) <= short_days &&
         length(compared_days(p.second, p.times.in)) <= short_days;
}

double of_matter(const likeness& alike, bool firm, bool one_time) {
  double out = said_beside * alike.beside + left_over * alike.left + much_alike * alike.of_all;
  if (alike.event) {
    out += same_event;
  } else if (alike.near) {
    out += near_event;
  } else if (alike.core) {
    out += same_noun;
  } else if (alike.verb) {
    out += same_verb;
  }
  if (alike.rival) {
    out += rival_events;
  } else if (alike.other_verb) {
    // With one cast it is the verb that tells: "praised the bank", "sued the bank".
    if (!one_time || alike.beside >= one_cast) {
      out += alike.core ? other_verbs : other_verbs + only_names;
    }
  }
  if (alike.other_acts && !alike.rival) out += acts_apart;
  if (alike.others) out += other_actors;
  if (alike.strange_things) out += firm ? other_words : other_things;
  if (alike.ordinals) out += one_counts;
  return out;
}

bool was_to_come(const witness& w) { return w.to_come() || w.planned() || w.about->former; }

// That something was said, or came about, when the article appeared: each article has such news.
bool tells_news(const witness& w) {
  const days& at = w.time().at;
  return w.about->reports && at && w.published && at->last + news_days >= *w.published;
}

// In articles of one story, what is no news to both, and the only thing that either tells of so
// short a time: in whatever words, it is hardly another.
bool is_one_time(const suspected_pair& p) {
  if (!p.firm || p.times.is == kind::apart || p.companions > 0 || !is_short(p)) return false;
  return !is_fresh(p.first, compared_days(p.first, p.times.in)) ||
         !is_fresh(p.second, compared_days(p.second, p.times.in));
}

double sum_of(const suspected_pair& p) {
  const bool one_time = is_one_time(p);
  double out = of_matter(p.alike, p.firm, one_time);
  if (p.close) out += one_story;
  const bool outcome = p.second.happened() && p.second.done();
  const bool both_to_come = was_to_come(p.first) && (was_to_come(p.second) || outcome);
  if (p.first.about->reports != p.second.about->reports) out += one_reports;
  if (tells_news(p.first) && tells_news(p.second)) out += both_news;
  if (p.times.is == kind::apart) {
    out += other_time;
    const bool only_event = !p.alike.core && p.alike.beside < least_named;
    if (only_event && p.alike.left >= least_named) out += nothing_named;
    if (both_to_come) out += same_plan;
    if (p.second.about->change || p.first.about->former || p.second.about->former) {
      out += says_change;
    }
    return out;
  }
  out += of_times(p);
  const bool matter = p.alike.event || p.alike.near || p.alike.core || p.alike.verb;
  if (!matter && p.alike.beside < least_named && !is_one_day(p) && !one_time) out += rival_events;
  if (!is_short(p) && p.alike.beside < least_named) {
    if (!p.firm) out += nothing_named;
    if (p.first.about->again && p.second.about->again) out += which_one;
  }
  if (!p.firm && p.alike.strangely_parted) {
    out += p.alike.event && is_one_day(p) ? parted_on_a_day : parted_in_doubt;
  }
  if (both_to_come) out += same_plan;
  return out;
}

}  // namespace

const day_range& compared_days(const witness& of, aspect in) {
  const placed_time& t = of.time();
  if (in == aspect::end && t.end) return *t.end;
  if (in == aspect::begin && t.begin) return *t.begin;
  return *t.side();
}

// The sums of words depend in their last digits on the order of the words, which other articles
// of the folder change: a threshold must not.
double weigh(const suspected_pair& p) { return std::round(sum_of(p) * 1000) / 1000; }

}  // namespace zeitstrahl
