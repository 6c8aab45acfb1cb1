#include "cli/serve/api.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <utility>
#include <variant>

#include "zeitstrahl/draw.h"
#include "zeitstrahl/draw_comparison.h"
#include "zeitstrahl/edit.h"
#include "zeitstrahl/exchange.h"
#include "zeitstrahl/reject.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t waiting_for_a_job = 16;
constexpr std::chrono::seconds longest_wait{10};
constexpr std::size_t most_articles = 100;

std::string option(const api_request& request, const std::string& name, std::string by_default) {
  const auto at = request.query.find(name);
  return at == request.query.end() ? std::move(by_default) : at->second;
}

api_answer bad_request(const error& problem_found) {
  return problem(problem_found.kind == error_kind::bad_usage ? 400 : 422,
                 problem_found.to_string());
}

// A number in the query, or nothing where it is none.
std::optional<double> number_of(const std::string& text) {
  if (text.empty() || text.size() > 8 || text.find_first_not_of("0123456789.") != text.npos) {
    return std::nullopt;
  }
  return std::strtod(text.c_str(), nullptr);
}

result<draw_options> drawing_of(const api_request& request) {
  draw_options out;
  const std::string format = option(request, "format", "svg");
  const std::optional<picture_format> known = picture_format_of("picture." + format);
  if (!known) return error{error_kind::bad_usage, "format", "must be svg, png, pdf or html"};
  out.format = *known;
  const std::string theme = option(request, "theme", "light");
  if (theme != "light" && theme != "dark" && theme != "print") {
    return error{error_kind::bad_usage, "theme", "must be light, dark or print"};
  }
  out.theme = theme == "dark"    ? picture_theme::dark
              : theme == "print" ? picture_theme::print
                                 : picture_theme::light;
  const std::optional<double> width = number_of(option(request, "width", "800"));
  const std::optional<double> scale = number_of(option(request, "scale", "1"));
  if (!width || !scale) return error{error_kind::bad_usage, "width, scale", "must be numbers"};
  out.width = static_cast<int>(*width);
  out.scale = *scale;
  out.embed_fonts = option(request, "embed_fonts", "") == "true";
  out.links = option(request, "links", "") == "true";
  out.all = option(request, "all", "") == "true";
  return out;
}

struct exchanged {
  const char* name;
  const char* type;
  exchange_format format;
};

constexpr exchanged exchanged_formats[] = {
    {"markdown", "text/markdown; charset=utf-8", exchange_format::markdown},
    {"icalendar", "text/calendar; charset=utf-8", exchange_format::icalendar},
    {"json-ld", "application/ld+json", exchange_format::json_ld},
    {"followthemoney", "application/x-ndjson", exchange_format::followthemoney},
    {"timelinejs", "application/json", exchange_format::timelinejs},
    {"vis-timeline", "application/json", exchange_format::vis_timeline},
};

std::string exchanged_names() {
  std::string out;
  for (const exchanged& known : exchanged_formats) out += std::string(", ") + known.name;
  return out;
}

std::string media_type(picture_format format) {
  switch (format) {
    case picture_format::png:
      return "image/png";
    case picture_format::pdf:
      return "application/pdf";
    case picture_format::html:
      return "text/html; charset=utf-8";
    case picture_format::svg:
      break;
  }
  return "image/svg+xml";
}

api_answer picture(const result<std::string>& bytes, picture_format format) {
  if (!bytes) return bad_request(bytes.error());
  return {200, media_type(format), *bytes};
}

// With the day that the request gives, if it gives one.
result<document> dated(document article, const api_request& request) {
  const std::string day = option(request, "published", "");
  if (day.empty()) return article;
  article.published = parse_day(day);
  article.published_from = published_source::option;
  if (article.published) return article;
  return error{error_kind::bad_usage, "published", "must be a day, YYYY-MM-DD"};
}

// The lines that are not blank.
std::vector<std::string_view> lines_of(std::string_view body) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    const std::string_view line = body.substr(at, end - at);
    if (line.find_first_not_of(" \t\r") != line.npos) out.push_back(line);
    at = end + 1;
  }
  return out;
}

}  // namespace

api_answer problem(int status, std::string_view detail) {
  return {status, "application/problem+json", problem_json(status, detail)};
}

api::api(extractor find, comparer side_by_side, std::size_t jobs, read_options reading)
    : find_(std::move(find)),
      side_by_side_(std::move(side_by_side)),
      reading_(reading),
      most_waiting_(jobs * waiting_for_a_job) {
  for (std::size_t i = 0; i < jobs; ++i) idle_.push_back(std::make_unique<scratch>());
}

api_answer api::answer(const api_request& request) {
  const bool get = request.method == "GET" || request.method == "HEAD";
  if (get && request.path == "/healthz") return {200, "text/plain", "ok\n"};
  if (get && request.path == "/v1/schema") {
    return {200, "application/schema+json", std::string(served_schema)};
  }
  if (get && request.path == "/v1/openapi.json") {
    return {200, "application/json", std::string(served_openapi)};
  }
  const bool known =
      request.path == "/v1/extract" || request.path == "/v1/draw" || request.path == "/v1/compare";
  if (!known) return problem(404, "there is nothing at " + request.path);
  if (request.method != "POST") return problem(405, request.path + " takes POST");
  if (request.path == "/v1/extract") return extract(request);
  return request.path == "/v1/draw" ? draw(request) : compare(request);
}

api_answer api::with_memory(const std::function<api_answer(scratch&)>& work) {
  std::unique_lock<std::mutex> held(lock_);
  if (waiting_ >= most_waiting_) return problem(503, "all workers are busy; try again later");
  ++waiting_;
  const bool free = free_.wait_for(held, longest_wait, [this] { return !idle_.empty(); });
  --waiting_;
  if (!free) return problem(503, "all workers are busy; try again later");
  std::unique_ptr<scratch> memory = std::move(idle_.back());
  idle_.pop_back();
  held.unlock();
  api_answer out = work(*memory);
  held.lock();
  idle_.push_back(std::move(memory));
  held.unlock();
  free_.notify_one();
  return out;
}

// A timeline as it is, or found anew for another day; a record of an article, or the article
// itself.
result<timeline> api::timeline_of(std::string_view body, const api_request& request,
                                  scratch& memory) const {
  if (is_timeline(body)) {
    result<timeline> kept = read_timeline(body, "timeline");
    if (!kept || option(request, "published", "").empty()) return kept;
    result<document> article = dated(kept->article, request);
    if (!article) return article.error();
    timeline fresh = find_.analyze(*std::move(article), memory);
    apply_edits(fresh, *kept);
    return fresh;
  }
  result<document> article = error{};
  const std::size_t first = body.find_first_not_of(" \t\r\n");
  if (first != body.npos && body[first] == '{') {
    std::variant<document, record_error> record = read_record(body, reading_);
    if (const auto* wrong = std::get_if<record_error>(&record)) {
      return error{error_kind::bad_input, wrong->code, wrong->message};
    }
    article = std::get<document>(std::move(record));
  } else {
    article = read_article(body, option(request, "name", "article"), reading_);
    if (!article) return article.error();
  }
  article = dated(*std::move(article), request);
  if (!article) return article.error();
  return find_.analyze(*std::move(article), memory);
}

api_answer api::extract(const api_request& request) {
  const std::string format = option(request, "format", "json");
  return with_memory([&](scratch& memory) -> api_answer {
    const result<timeline> found = timeline_of(request.body, request, memory);
    if (!found) return bad_request(found.error());
    const bool with_text = option(request, "text", "true") != "false";
    if (format == "json") {
      return {200, "application/json", to_json(*found, {.with_text = with_text})};
    }
    if (format == "ndjson") {
      return {200, "application/x-ndjson",
              to_json(*found, {.with_text = with_text, .one_line = true}) + "\n"};
    }
    if (format == "csv") return {200, "text/csv; charset=utf-8", to_csv(*found)};
    if (format == "timeml") return {200, "application/xml", to_timeml(*found)};
    for (const exchanged& known : exchanged_formats) {
      if (format == known.name) return {200, known.type, write_exchange(*found, known.format)};
    }
    return problem(400, "format: must be json, ndjson, csv, timeml" + exchanged_names());
  });
}

api_answer api::draw(const api_request& request) {
  api_request drawing = request;
  const bool words_only = option(request, "format", "svg") == "caption";
  if (words_only) drawing.query["format"] = "svg";
  const result<draw_options> options = drawing_of(drawing);
  if (!options) return bad_request(options.error());
  return with_memory([&](scratch& memory) -> api_answer {
    result<timeline> found = timeline_of(request.body, request, memory);
    if (!found) return bad_request(found.error());
    // Never wrong: it names nothing.
    select(*found, {.hide_vague = option(request, "hide_vague", "") == "true"});
    if (words_only) {
      const result<std::string> text = caption(*found, *options);
      return text ? api_answer{200, "text/plain; charset=utf-8", *text} : bad_request(text.error());
    }
    return picture(zeitstrahl::draw(*found, *options), options->format);
  });
}

api_answer api::compare(const api_request& request) {
  const std::string format = option(request, "format", "json");
  const std::vector<std::string_view> lines = lines_of(request.body);
  if (lines.size() < 2 || lines.size() > most_articles) {
    return problem(400, "the body must hold 2 to 100 lines, each an article or a timeline");
  }
  return with_memory([&](scratch& memory) -> api_answer {
    std::vector<timeline> articles;
    for (const std::string_view line : lines) {
      result<timeline> found = timeline_of(line, request, memory);
      if (!found) return bad_request(found.error());
      articles.push_back(*std::move(found));
    }
    comparison all = side_by_side_.compare(std::move(articles));
    reject(all, read_rejections(option(request, "reject", "")));
    if (format == "json") return {200, "application/json", to_json(all)};
    if (format == "csv") return {200, "text/csv; charset=utf-8", to_csv(all)};
    if (format == "markdown") return {200, "text/markdown; charset=utf-8", to_markdown(all)};
    const result<draw_options> options = drawing_of(request);
    if (!options) return bad_request(options.error());
    comparison_options how;
    how.picture = *options;
    how.all = options->all;
    return picture(zeitstrahl::draw(all, how), options->format);
  });
}

}  // namespace zeitstrahl
