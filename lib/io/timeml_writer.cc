#include <string>
#include <vector>

#include "base/utf8.h"
#include "io/original.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    " xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n\n";

// XML 1.0, production 2.
bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

// Character data, also good for attributes.  CR is written as a reference: a reader turns
// the character itself into LF.  So is what ends an attribute, but only there, for text
// is full of quotation marks.
std::string escaped(std::string_view text, bool attribute = false) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const code_point next = decode_at(text, at);
    if (next.value == '<') {
      out += "&lt;";
    } else if (next.value == '>') {
      out += "&gt;";
    } else if (next.value == '&') {
      out += "&amp;";
    } else if (next.value == '"' && attribute) {
      out += "&quot;";
    } else if (next.value == '\r') {
      out += "&#13;";
    } else if (!is_xml_character(next.value)) {
      append_utf8(out, 0xFFFD);
    } else {
      out += text.substr(at, next.size);
    }
    at += next.size;
  }
  return out;
}

// `content` is XML.
std::string element(std::string_view name, std::string_view content) {
  return "<" + std::string(name) + ">" + std::string(content) + "</" + std::string(name) + ">\n\n";
}

class timex3_tag {
 public:
  // Attributes without value are left out.
  timex3_tag& add(std::string_view name, std::string_view value) {
    return value.empty() ? *this : add_required(name, value);
  }
  timex3_tag& add_required(std::string_view name, std::string_view value) {
    text_ += " " + std::string(name) + "=\"" + escaped(value, true) + "\"";
    return *this;
  }
  std::string around(std::string_view content) const {
    return text_ + ">" + escaped(content) + "</TIMEX3>";
  }
  std::string empty() const { return text_ + "/>"; }

 private:
  std::string text_ = "<TIMEX3";
};

// The end of a duration as precisely as its words give it: "in the last ten years" ends at
// a day, "for 15 years" began in a year.
std::string point_value(day point, const bound& earliest, const bound& latest, grain precision) {
  std::string value = format_day(point);
  if (earliest.given() && earliest == latest) return value;
  if (precision == grain::month) value.resize(value.size() - 3);
  if (precision >= grain::year) value.resize(value.size() - 6);
  return value;
}

class timeml_writer {
 public:
  timeml_writer(const timeline& result, const timeml_options& options)
      : result_(result), original_(result.article) {
    for (const time_expression& e : result.expressions) {
      const bool tagged = options.vague || !e.vague;
      tids_.push_back(tagged ? "t" + std::to_string(++last_tid_) : std::string());
    }
  }

  std::string write() {
    const document& article = result_.article;
    std::string out(head);
    out += element("DOCID", escaped(article.id));
    if (article.published) out += element("DCT", creation_time());
    if (!article.title.empty()) out += element("TITLE", escaped(article.title));
    out += element("TEXT", tagged_text());
    return out + "</TimeML>\n";
  }

 private:
  std::string creation_time() const {
    const std::string published = format_day(*result_.article.published);
    return timex3_tag()
        .add("tid", "t0")
        .add("type", "DATE")
        .add("value", published)
        .add("temporalFunction", "false")
        .add("functionInDocument", "CREATION_TIME")
        .around(published);
  }

  std::string tagged_text() {
    const std::string_view text = original_.text();
    std::string out;
    std::size_t done = 0;
    for (std::size_t i = 0; i < result_.expressions.size(); ++i) {
      const span where = original_.bytes(result_.expressions[i].extent);
      if (tids_[i].empty() || where.empty() || where.begin < done) continue;
      out += escaped(text.substr(done, where.begin - done));
      out += tagged_expression(i, where.in(text));
      done = where.end;
    }
    return out + escaped(text.substr(done));
  }

  std::string tagged_expression(std::size_t index, std::string_view words) {
    const time_expression& e = result_.expressions[index];
    std::string points;
    const interval& when = e.when;
    const std::string begin =
        point_tid(e.begin_point, when.begin_earliest, when.begin_latest, when.begin_grain, points);
    const std::string end =
        point_tid(e.end_point, when.end_earliest, when.end_latest, when.end_grain, points);
    return timex3_tag()
               .add("tid", tids_[index])
               .add("type", to_string(e.type))
               .add_required("value", e.value)
               .add("mod", to_string(e.mod))
               .add("quant", e.quant)
               .add("freq", e.freq)
               .add("beginPoint", begin)
               .add("endPoint", end)
               .add("anchorTimeID", anchor_tid(e))
               .add("temporalFunction", e.anchor == anchor_kind::none ? "false" : "true")
               .around(words) +
           points;
  }

  // The publication's t0 where the point is that day, else a TIMEX3 of its own, which is
  // added to `points`.
  std::string point_tid(const std::optional<day>& point, const bound& earliest, const bound& latest,
                        grain precision, std::string& points) {
    if (!point) return {};
    if (point == result_.article.published) return "t0";
    const std::string tid = "t" + std::to_string(++last_tid_);
    points += timex3_tag()
                  .add("tid", tid)
                  .add("type", "DATE")
                  .add("value", point_value(*point, earliest, latest, precision))
                  .add("anchorTimeID", result_.article.published ? "t0" : "")
                  .add("temporalFunction", "true")
                  .empty();
    return tid;
  }

  std::string anchor_tid(const time_expression& e) const {
    if (e.anchor == anchor_kind::publication && result_.article.published) return "t0";
    if (e.anchor == anchor_kind::expression && e.anchor_expression < tids_.size()) {
      return tids_[e.anchor_expression];
    }
    return {};
  }

  const timeline& result_;
  original_text original_;
  std::vector<std::string> tids_;  // empty for an expression that is left out
  std::size_t last_tid_ = 0;
};

}  // namespace

std::string to_timeml(const timeline& result, const timeml_options& options) {
  return timeml_writer(result, options).write();
}

}  // namespace zeitstrahl
