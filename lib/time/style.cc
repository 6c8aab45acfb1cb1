#include "time/style.h"

#include <algorithm>
#include <cstdlib>

#include "time/named_units.h"

namespace zeitstrahl {
namespace {

using enum argument_name;

// Texts up to this many bytes are taken for news of their day.
constexpr std::size_t brief_text = 1000;

// Years up to so many before the publication are what news looks back on.
constexpr int recent_years = 3;

// Counts what speaks for a text that counts from its own dates, and against it.
class style_judge {
 public:
  style_judge(const resolve_input& input, const words_around& words) : in_(input), words_(words) {}

  told_style run() {
    constexpr std::size_t with_headline = 4;  // sentences
    for (const said_expression& said : in_.said.parts) {
      count(said);
      if (const said_expression* unit_said = holder_of(said)) count_holder(*unit_said);
      opens_far_ |= far_ > 0 && opens_text(said, with_headline);
    }
    told_style found;
    found.narrative = in_.style == text_style::narrative ||
                      (in_.style == text_style::automatic && tells_of_its_own_dates());
    found.of_the_day = !found.narrative && (of_the_day_ || in_.article.text.size() < brief_text);
    return found;
  }

  // Of the expressions [first, last), a passage of the text.
  void count_passage(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      count(in_.said.parts[i]);
      if (const said_expression* unit_said = holder_of(in_.said.parts[i])) count_holder(*unit_said);
    }
  }
  // The history behind the news.
  bool is_story() const {
    constexpr int several = 3;
    return far_ >= several && near_ + ahead_ + pointing_ + todays_ == 0;
  }
  // The present that a history ends in.
  bool is_of_now() const { return far_ == 0 && told_ == 0 && near_ + pointing_ + todays_ >= 2; }

 private:
  // The outermost unit in which an expression says that it lies, or nothing.
  const said_expression* holder_of(const said_expression& said) const {
    const said_expression* found = nullptr;
    for (std::int32_t i = said.within; i >= 0;) {
      found = &in_.said.containers[static_cast<std::size_t>(i)];
      i = found->within;
    }
    return found;
  }

  static bool states_year(const said_expression& said) {
    return said.what == meaning::date || said.what == meaning::double_year ||
           said.what == meaning::early_year;
  }

  void count_holder(const said_expression& said) {
    if (states_year(said) || (said.what == meaning::same && is_given(said[shift]))) count(said);
  }

  void count(const said_expression& said) {
    switch (said.what) {
      case meaning::date: {
        const bool of_era = is_given(said[era]);
        far_ += of_era;
        of_antiquity_ |= of_era;
        const bool of_first_century = of_antiquity_ && said[year] >= 0 && said[year] < 100;
        return of_era || of_first_century ? void() : count_year(said[year]);
      }
      case meaning::double_year:
      case meaning::part_of_day:
        return count_year(said[year]);
      case meaning::early_year:
        ++far_;
        return;
      case meaning::later:
      case meaning::same:
        ++told_;
        return;
      case meaning::day_offset:
        of_the_day_ = true;
        ++pointing_;
        return;
      case meaning::named:
        return count_named(said);
      case meaning::today:
        ++todays_;
        of_the_day_ |= opens_text(said);
        return;
      case meaning::unit:
        pointing_ += !is_bound_of_unit(said);
        return;
      case meaning::anchored:
        ++pointing_;
        return;
      default:
        return;
    }
  }

  void count_year(double year) {
    if (!is_given(year)) return;
    if (!in_.article.published) {
      ++far_;
      return;
    }
    const int ahead =
        full_year(whole(year), in_.article.published) - to_civil(*in_.article.published).year;
    near_ += std::abs(ahead) <= 1;
    far_ += ahead < -recent_years;
    ahead_ += ahead > 0;
  }

  // "Ende des Jahres": the publication's, or the one that is told of.
  static bool is_bound_of_unit(const said_expression& said) {
    const auto counted = static_cast<grain>(whole(said[unit]));
    return (counted == grain::year || counted == grain::month) && said[shift] == 0 &&
           is_given(said[mod]);
  }

  void count_named(const said_expression& said) {
    const bool bare = direction_of(said[argument_name::direction]) == direction::bare;
    const bool of_week = is_given(said[weekday]);
    if (of_week && words_.says_more_of_day(said)) return;
    of_the_day_ |= of_week && bare;
    const bool of_text = is_given(said[argument_name::of_text]);
    told_ += of_text;
    pointing_ += of_week || (!bare && !of_text);
  }

  // Whether the words stand in the first sentences, where news says what is new.
  bool opens_text(const said_expression& said, std::size_t first_sentences = 2) const {
    const std::size_t last = std::min(first_sentences, in_.sentences.size());
    return last > 0 && said.extent.begin < in_.sentences[last - 1].end;
  }

  bool tells_of_its_own_dates() const {
    constexpr int many = 12;
    const int stated = near_ + far_;
    if (ahead_ > 1 && many * ahead_ > stated) return false;
    const int pointed = pointing_ + todays_ + ahead_;
    if (far_ >= 4 && far_ > 3 * near_ && far_ > 3 * pointed) return true;
    if (stated >= many && stated > 6 * pointed) return true;
    // A text that opens with another time goes on with it.
    const int far = far_ + opens_far_;
    return far >= 2 && far + told_ >= 3 && near_ == 0 && pointing_ + ahead_ == 0 &&
           (todays_ < 2 || opens_far_) && !has_dates_of_now();
  }

  // Whether a date without year stands before any year, or many do in clauses that tell of now.
  bool has_dates_of_now() const {
    constexpr int few = 4;
    int bare = 0;
    int of_now = 0;
    bool year_read = false;
    for (const said_expression& said : in_.said.parts) {
      const bool alone = !is_given(said[year]) && said.within < 0;
      const bool bare_day = said.what == meaning::date && alone;
      const bool bare_part = said.what == meaning::part_of_day && is_given(said[day]) && alone;
      if (bare_day || bare_part) {
        if (!year_read) return true;
        ++bare;
        of_now += words_.tells_of_now(said);
      }
      const said_expression* const holder = holder_of(said);
      year_read |= is_given(said[year]) || (holder != nullptr && states_year(*holder));
    }
    return few * of_now > bare;
  }

  const resolve_input& in_;
  const words_around& words_;
  bool of_the_day_ = false;
  bool of_antiquity_ = false;
  bool opens_far_ = false;  // whether such a year stands in the first sentences
  int near_ = 0;            // years stated about the publication's
  int far_ = 0;             // ... and others
  int ahead_ = 0;           // ... and behind it
  int told_ = 0;            // words that go on from the date last read
  int todays_ = 0;          // "heute": the day, or nowadays
  int pointing_ = 0;        // words that count from the publication
};

}  // namespace

namespace {

// Calls `with` for the expressions [first, last) of each paragraph that has some.
template <class With>
void each_passage(const resolve_input& input, const With& with) {
  const std::vector<said_expression>& said = input.said.parts;
  std::size_t first = 0;
  std::uint32_t at = 0;  // token
  for (std::size_t i = 0; i < said.size(); ++i) {
    bool breaks = false;
    for (; at <= said[i].tokens.begin; ++at) {
      breaks |= (input.scanned.tokens[at].flags & token::after_break) != 0;
    }
    if (!breaks || i == first) continue;
    with(first, i);
    first = i;
  }
  if (first < said.size()) with(first, said.size());
}

}  // namespace

told_style judge_style(const resolve_input& input, const words_around& words) {
  told_style found = style_judge(input, words).run();
  if (input.style != text_style::automatic || !input.article.published) return found;
  const std::size_t size = input.said.parts.size();
  each_passage(input, [&](std::size_t first, std::size_t last) {
    if (first == 0 && last == size) return;
    style_judge passage(input, words);
    passage.count_passage(first, last);
    const bool other = found.narrative ? last == size && passage.is_of_now() : passage.is_story();
    if (!other) return;
    found.other.resize(size);
    std::fill(found.other.begin() + static_cast<std::ptrdiff_t>(first),
              found.other.begin() + static_cast<std::ptrdiff_t>(last), true);
  });
  return found;
}

}  // namespace zeitstrahl
