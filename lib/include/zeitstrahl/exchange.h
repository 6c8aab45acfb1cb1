#ifndef ZEITSTRAHL_EXCHANGE_H_
#define ZEITSTRAHL_EXCHANGE_H_

// A timeline for other programs: those that show timelines, keep calendars, publish linked
// data or gather evidence.
//
//     std::string calendar = to_icalendar(result);
//     if (auto done = write_file("artikel.ics", calendar); !done) return fail(done.error());
//
// Each of these formats holds less than JSON does: a date is cut to what it can say, never
// made more exact, and the claim's own words go with it.  Hidden claims are left out.  Words
// for people are German.  The same timeline gives the same bytes.  All functions are pure.

#include <cstdint>
#include <string>

#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

enum class exchange_format : std::uint8_t {
  timelinejs,      // JSON of Knight Lab's TimelineJS 3: an event a dated claim
  vis_timeline,    // JSON of vis-timeline: {"groups", "items"}, an item a dated claim
  icalendar,       // RFC 5545: a VEVENT a dated claim that is planned
  json_ld,         // schema.org: a NewsArticle, and a Claim each
  followthemoney,  // a line an entity: Article, LegalEntity an actor, Event a claim
  markdown,        // a table, a row a claim
};

std::string write_exchange(const timeline& result, exchange_format format);

// How many claims the format must leave out: those without a date that it needs, and in
// calendars those that are not planned.  Hidden ones do not count.
std::size_t left_out(const timeline& result, exchange_format format);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_EXCHANGE_H_
