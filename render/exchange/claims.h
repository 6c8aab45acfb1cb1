#ifndef ZEITSTRAHL_RENDER_EXCHANGE_CLAIMS_H_
#define ZEITSTRAHL_RENDER_EXCHANGE_CLAIMS_H_

// What the writers of write_exchange() share, and the writers themselves.
//
// Functions are pure and total.

#include <cstddef>
#include <string>
#include <vector>

#include "zeitstrahl/exchange.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// One end of a time, as far as a program with plain dates can know it.
struct plain_end {
  bound earliest;
  bound latest;
  grain precision = grain::day;

  bool given() const { return earliest.given() || latest.given(); }
};

plain_end begin_of(const interval& when);  // the end where the begin is not known
plain_end end_of(const interval& when);    // none where it is open or not known

// As year, month, day and minute, cut where its earliest and latest day differ: the begin of
// "im Juni 2024" has no day.  0 and bound::no_minute stand for what is not known.
struct plain_date {
  int year = 0;
  int month = 0;
  int day_of_month = 0;
  int minute = bound::no_minute;

  friend bool operator==(const plain_date&, const plain_date&) = default;
};
// Where even the years differ, begins have the earliest and ends the latest.
plain_date begin_date(const interval& when);
plain_date end_date(const interval& when);

// ISO 8601, cut alike: "2024-06", "2024-06-03T18:30"; years before 1 are "".
std::string iso_text(const plain_date& date);

// The claims that the format holds, as indexes.
std::vector<std::size_t> claims_for(const timeline& data, exchange_format format);

// The claim in a sentence for people: "Baubeginn: Juni 2024, laut Reederei (Satz 4)".
std::string spoken_claim(const timeline& data, std::size_t index);
std::string clause_words(const timeline& data, const claim& c);

std::string to_timelinejs(const timeline& data);
std::string to_vis_timeline(const timeline& data);
std::string to_icalendar(const timeline& data);
std::string to_json_ld(const timeline& data);
std::string to_followthemoney(const timeline& data);
std::string to_markdown_table(const timeline& data);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_EXCHANGE_CLAIMS_H_
