// The words of the formats for every enumeration of the public headers.

#include "zeitstrahl/claim.h"
#include "zeitstrahl/document.h"
#include "zeitstrahl/expression.h"
#include "zeitstrahl/interval.h"

namespace zeitstrahl {

std::string_view to_string(grain precision) {
  switch (precision) {
    case grain::minute:
      return "minute";
    case grain::hour:
      return "hour";
    case grain::part_of_day:
      return "part_of_day";
    case grain::day:
      return "day";
    case grain::weekend:
      return "weekend";
    case grain::week:
      return "week";
    case grain::month:
      return "month";
    case grain::quarter:
      return "quarter";
    case grain::season:
      return "season";
    case grain::half_year:
      return "half_year";
    case grain::year:
      return "year";
    case grain::decade:
      return "decade";
    case grain::century:
      return "century";
    case grain::millennium:
      return "millennium";
  }
  return {};
}

std::string_view to_string(basis where_from) {
  switch (where_from) {
    case basis::stated:
      return "stated";
    case basis::implied:
      return "implied";
    case basis::assumed:
      return "assumed";
  }
  return {};
}

std::string_view to_string(published_source from) {
  switch (from) {
    case published_source::unknown:
      return "unknown";
    case published_source::option:
      return "option";
    case published_source::front_matter:
      return "front-matter";
    case published_source::dct:
      return "dct";
    case published_source::record:
      return "record";
    case published_source::json_ld:
      return "json-ld";
    case published_source::meta:
      return "meta";
    case published_source::time_element:
      return "time";
    case published_source::dateline:
      return "dateline";
  }
  return {};
}

std::string_view to_string(part_kind is) {
  switch (is) {
    case part_kind::heading:
      return "heading";
    case part_kind::teaser:
      return "teaser";
    case part_kind::caption:
      return "caption";
    case part_kind::credit:
      return "credit";
    case part_kind::byline:
      return "byline";
    case part_kind::stamp:
      return "stamp";
    case part_kind::related:
      return "related";
    case part_kind::dateline:
      return "dateline";
    case part_kind::note:
      return "note";
  }
  return {};
}

std::string_view to_string(timex_type type) {
  switch (type) {
    case timex_type::date:
      return "DATE";
    case timex_type::time:
      return "TIME";
    case timex_type::duration:
      return "DURATION";
    case timex_type::set:
      return "SET";
  }
  return {};
}

std::string_view to_string(timex_mod mod) {
  switch (mod) {
    case timex_mod::none:
      return "";
    case timex_mod::approx:
      return "APPROX";
    case timex_mod::start:
      return "START";
    case timex_mod::mid:
      return "MID";
    case timex_mod::end:
      return "END";
    case timex_mod::more_than:
      return "MORE_THAN";
    case timex_mod::less_than:
      return "LESS_THAN";
    case timex_mod::equal_or_more:
      return "EQUAL_OR_MORE";
    case timex_mod::equal_or_less:
      return "EQUAL_OR_LESS";
    case timex_mod::before:
      return "BEFORE";
    case timex_mod::after:
      return "AFTER";
  }
  return {};
}

std::string_view to_string(relation rel) {
  switch (rel) {
    case relation::at:
      return "at";
    case relation::during:
      return "during";
    case relation::since:
      return "since";
    case relation::until:
      return "until";
    case relation::from:
      return "from";
    case relation::between:
      return "between";
    case relation::before:
      return "before";
    case relation::after:
      return "after";
    case relation::recurring:
      return "recurring";
  }
  return {};
}

std::string_view to_string(anchor_kind kind) {
  switch (kind) {
    case anchor_kind::none:
      return "none";
    case anchor_kind::publication:
      return "publication";
    case anchor_kind::expression:
      return "expression";
  }
  return {};
}

std::string_view to_string(resolution reading) {
  switch (reading) {
    case resolution::unique:
      return "unique";
    case resolution::chosen:
      return "chosen";
    case resolution::unresolved:
      return "unresolved";
  }
  return {};
}

std::string_view to_string(modality mode) {
  switch (mode) {
    case modality::actual:
      return "actual";
    case modality::planned:
      return "planned";
    case modality::possible:
      return "possible";
    case modality::negated:
      return "negated";
  }
  return {};
}

std::string_view to_string(cue::field settles) {
  switch (settles) {
    case cue::field::modality:
      return "modality";
    case cue::field::reported:
      return "reported";
    case cue::field::source:
      return "source";
    case cue::field::relation:
      return "relation";
  }
  return {};
}

}  // namespace zeitstrahl
