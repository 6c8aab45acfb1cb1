// iCalendar (RFC 5545) by libical: what is planned, as days that block no time.

#include <libical/ical.h>

#include <memory>

#include "render/exchange/claims.h"
#include "render/tidy.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

struct component_deleter {
  void operator()(icalcomponent* c) const { icalcomponent_free(c); }
};
using component = std::unique_ptr<icalcomponent, component_deleter>;

// A day, or a clock time wherever the reader is: articles name no zone.
icaltimetype time_of(const bound& b) {
  const bool midnight = b.minute == 24 * 60;
  const civil_date date = to_civil(b.date + (midnight ? 1 : 0));
  icaltimetype out = icaltime_null_time();
  out.year = date.year;
  out.month = date.month;
  out.day = date.day_of_month;
  out.is_date = b.minute == bound::no_minute;
  if (!out.is_date) {
    out.hour = midnight ? 0 : b.minute / 60;
    out.minute = b.minute % 60;
  }
  return out;
}

// The publication; a stamp is required, and the clock's would make each run another.
icaltimetype stamp_of(const timeline& data, const bound& begin) {
  icaltimetype out = time_of(bound::at(data.article.published.value_or(begin.date), 0));
  out.zone = icaltimezone_get_utc_timezone();
  return out;
}

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }

// Spans the days that it may begin on, or end on where that alone is known.
component event_of(const timeline& data, std::size_t index) {
  const claim& c = data.claims[index];
  const plain_end at = begin_of(c.when);
  const bound first = at.earliest.given() ? at.earliest : at.latest;
  const bound last = at.latest.given() ? at.latest : at.earliest;
  component event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  add(event.get(), icalproperty_new_uid((c.id + "@" + tidy(data.article.id)).c_str()));
  add(event.get(), icalproperty_new_dtstamp(stamp_of(data, first)));
  add(event.get(), icalproperty_new_dtstart(time_of(first)));
  if (first.minute == bound::no_minute || last.minute == bound::no_minute) {
    icalcomponent_set_dtend(event.get(), time_of(bound::at(last.date + 1)));
  } else if (last != first) {
    icalcomponent_set_dtend(event.get(), time_of(last));
  }
  add(event.get(), icalproperty_new_summary(tidy(c.label).c_str()));
  add(event.get(), icalproperty_new_description(
                       (spoken_claim(data, index) + "\n\n" + clause_words(data, c)).c_str()));
  if (!data.article.url.empty()) add(event.get(), icalproperty_new_url(data.article.url.c_str()));
  add(event.get(), icalproperty_new_status(ICAL_STATUS_TENTATIVE));
  add(event.get(), icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  return event;
}

}  // namespace

std::string to_icalendar(const timeline& data) {
  const component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  add(calendar.get(), icalproperty_new_version("2.0"));
  const std::string program = "-//" + std::string(program_version()) + "//DE";
  add(calendar.get(), icalproperty_new_prodid(program.c_str()));
  for (const std::size_t i : claims_for(data, exchange_format::icalendar)) {
    icalcomponent_add_component(calendar.get(), event_of(data, i).release());
  }
  const std::unique_ptr<char, decltype(&std::free)> text(
      icalcomponent_as_ical_string_r(calendar.get()), &std::free);
  return text ? text.get() : "";
}

}  // namespace zeitstrahl
