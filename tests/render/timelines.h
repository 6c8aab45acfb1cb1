#ifndef ZEITSTRAHL_TESTS_RENDER_TIMELINES_H_
#define ZEITSTRAHL_TESTS_RENDER_TIMELINES_H_

// Timelines made by hand for the tests of the drawing: one like those of real articles
// and the set that is hard to draw.

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// Puts a timeline together: a sentence, an expression, a claim and a bar a call.
//
//     timeline_builder b("Hafen", "2024-09-17");
//     b.band("Ausbau");
//     b.add("Baubeginn", "2025-03", "im März");
//     timeline t = b.take();
class timeline_builder {
 public:
  timeline_builder(std::string title, std::string_view published);  // "" is unknown
  timeline_builder& source(std::string name);
  timeline_builder& band(std::string label);

  struct traits {
    modality mode = modality::actual;
    relation relates = relation::at;
    bool reported = false;
    std::string source = {};
  };
  timeline_builder& add(std::string label, std::string_view edtf, std::string_view time_text,
                        traits how);
  timeline_builder& add(std::string label, std::string_view edtf, std::string_view time_text) {
    return add(std::move(label), edtf, time_text, traits());
  }
  timeline_builder& add(std::string label, const interval& when, std::string_view time_text,
                        traits how);
  timeline take() { return std::move(data_); }

 private:
  timeline data_;
};

// Bounds that EDTF cannot write.
interval until_now_and_on(std::string_view begin_edtf, day published);  // "seit 2019"
interval at_present_interval(day published);                            // "derzeit"
interval before_day(day next);
interval after_day(day previous);

struct named_timeline {
  std::string name;
  timeline data;
};

// How GoogleTest shows one.
inline void PrintTo(const named_timeline& t, std::ostream* out) { *out << t.name; }

timeline harbour();                        // eleven claims, four threads, every mark
std::vector<named_timeline> stress_set();  // each hard in one way
timeline many(std::size_t claims);         // spread over five years

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_RENDER_TIMELINES_H_
