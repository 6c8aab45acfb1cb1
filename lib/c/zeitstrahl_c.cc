#include "c/zeitstrahl_c.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "c/formats.h"
#include "c/options.h"
#include "zeitstrahl/compare.h"
#include "zeitstrahl/dictionary.h"
#include "zeitstrahl/edit.h"
#include "zeitstrahl/extractor.h"
#include "zeitstrahl/language.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/write.h"

namespace zs = zeitstrahl;

// Memory that is not in use, so that each call at one time has its own.
class idle_memory {
 public:
  std::unique_ptr<zs::scratch> take() {
    const std::lock_guard<std::mutex> held(lock_);
    if (idle_.empty()) return std::make_unique<zs::scratch>();
    std::unique_ptr<zs::scratch> memory = std::move(idle_.back());
    idle_.pop_back();
    return memory;
  }

  void give_back(std::unique_ptr<zs::scratch> memory) {
    const std::lock_guard<std::mutex> held(lock_);
    idle_.push_back(std::move(memory));
  }

 private:
  std::mutex lock_;
  std::vector<std::unique_ptr<zs::scratch>> idle_;
};

struct zs_extractor {
  std::shared_ptr<const zs::language> tables;
  zs::extractor find;
  zs::comparer side_by_side;
  mutable idle_memory memory = {};

  // Memory in which an analysis has failed is not used again.
  zs::timeline analyze(zs::document article, bool expressions_only = false) const {
    std::unique_ptr<zs::scratch> own = memory.take();
    zs::timeline found = expressions_only ? find.tag(std::move(article), *own)
                                          : find.analyze(std::move(article), *own);
    memory.give_back(std::move(own));
    return found;
  }
};

// Timelines point to names of rules in their language.
struct zs_timeline {
  zs::timeline data;
  std::shared_ptr<const zs::language> tables;
};

struct zs_comparison {
  zs::comparison data;
  std::vector<std::shared_ptr<const zs::language>> tables;
};

namespace {

thread_local std::string last_error;

zs_status failed(zs_status status, std::string_view message) noexcept {
  try {
    last_error = message;
  } catch (const std::bad_alloc&) {
    last_error.clear();
  }
  return status;
}

zs_status status_of(zs::error_kind kind) { return static_cast<zs_status>(zs::exit_code(kind)); }

// Runs work that gives an error or none; nothing that it throws comes out.
template <class Work>
zs_status guarded(Work work) noexcept {
  try {
    const std::optional<zs::error> problem = work();
    return problem ? failed(status_of(problem->kind), problem->to_string()) : ZS_OK;
  } catch (const std::bad_alloc&) {
    return failed(ZS_NO_MEMORY, "not enough memory");
  } catch (const std::exception& fault) {
    return failed(ZS_INTERNAL, fault.what());
  } catch (...) {
    return failed(ZS_INTERNAL, "an unknown fault");
  }
}

zs_status null_argument() { return failed(ZS_BAD_USAGE, "an argument is NULL"); }

// Copies bytes for the caller.
std::optional<zs::error> hand_out(const zs::result<std::string>& bytes, char** out,
                                  std::size_t* size) {
  if (!bytes) return bytes.error();
  char* copy = static_cast<char*>(std::malloc(bytes->size() + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, bytes->c_str(), bytes->size() + 1);
  *out = copy;
  *size = bytes->size();
  return std::nullopt;
}

// Some faults of tables show only where an analysis reads them.
zs::result<std::shared_ptr<const zs::language>> load_sound(const std::string& folder) {
  zs::result<std::shared_ptr<const zs::language>> tables = zs::load_language(folder);
  if (!tables) return tables;
  if (std::optional<zs::error> fault = zs::find_fault(**tables)) return *std::move(fault);
  return tables;
}

struct reading {
  zs::read_options how;
  std::string zone = "Europe/Berlin";
  bool no_repair = false;

  zs::option_setters setters() {
    const auto set_zone = [this](const std::string& name) {
      zone = name;
      return zs::is_time_zone(name) ? std::string() : "must be a time zone, as Europe/Berlin";
    };
    return {{"time-zone", set_zone}, {"no-repair", zs::flag(no_repair)}};
  }

  const zs::read_options& options() {
    how.repair = !no_repair;
    how.time_zone = zone;
    return how;
  }
};

struct article_reading : reading {
  std::optional<zs::day> published;
  std::string name;

  explicit article_reading(std::string by_default) : name(std::move(by_default)) {}

  std::optional<zs::error> take(const zs_option* given) {
    using zs::input_format;
    zs::option_setters known = setters();
    known.insert(known.end(),
                 {{"published", zs::day_of(published)},
                  {"name", zs::text(name)},
                  {"input-format", zs::choice(how.format, {{"auto", input_format::automatic},
                                                           {"text", input_format::text},
                                                           {"markdown", input_format::markdown},
                                                           {"html", input_format::html},
                                                           {"timeml", input_format::timeml},
                                                           {"ndjson", input_format::ndjson}})}});
    return zs::take_options(given, known);
  }
};

zs::result<zs::timeline> timeline_of(const zs_extractor& find, std::string_view bytes,
                                     article_reading& how) {
  if (zs::is_timeline(bytes)) {
    if (!how.published) return zs::read_timeline(bytes, how.name);
    return zs::error{zs::error_kind::bad_usage, how.name,
                     "is a timeline, whose times are resolved; published is for articles"};
  }
  zs::result<zs::document> article = zs::read_article(bytes, how.name, how.options());
  if (!article) return article.error();
  if (how.published) {
    article->published = how.published;
    article->published_from = zs::published_source::option;
  }
  return find.analyze(*std::move(article));
}

std::optional<zs::error> read(const zs_extractor& find, std::string_view bytes,
                              article_reading& how, zs_timeline** out) {
  zs::result<zs::timeline> found = timeline_of(find, bytes, how);
  if (!found) return found.error();
  *out = new zs_timeline{*std::move(found), find.tables};
  return std::nullopt;
}

}  // namespace

extern "C" {

int zs_abi_version(void) { return ZS_ABI_VERSION; }

const char* zs_program_version(void) {
  static const std::string version(zs::program_version());
  return version.c_str();
}

const char* zs_last_error(void) { return last_error.c_str(); }

zs_status zs_open(const zs_option* options, zs_extractor** out) {
  if (out == nullptr) return null_argument();
  return guarded([&]() -> std::optional<zs::error> {
    zs::analysis_options how;
    std::string folder;
    const auto wrong = zs::take_options(
        options, {{"style", zs::choice(how.style, {{"auto", zs::text_style::automatic},
                                                   {"news", zs::text_style::news},
                                                   {"narrative", zs::text_style::narrative}})},
                  {"lang-dir", zs::text(folder)}});
    if (wrong) return wrong;
    const auto tables = folder.empty() ? zs::built_in_language("de") : load_sound(folder);
    if (!tables) return tables.error();
    const auto names = zs::built_in_dictionary("de");
    if (!names) return names.error();
    how.names = *names;
    zs::result<zs::comparer> side_by_side = zs::comparer::open(*tables);
    if (!side_by_side) return side_by_side.error();
    *out = new zs_extractor{*tables, zs::extractor(*tables, how), *std::move(side_by_side)};
    return std::nullopt;
  });
}

void zs_extractor_free(zs_extractor* find) { delete find; }

zs_status zs_read(const zs_extractor* find, const char* bytes, size_t size,
                  const zs_option* options, zs_timeline** out) {
  if (find == nullptr || (bytes == nullptr && size > 0) || out == nullptr) return null_argument();
  return guarded([&]() -> std::optional<zs::error> {
    article_reading how("article");
    if (auto wrong = how.take(options)) return wrong;
    return read(*find, {bytes, size}, how, out);
  });
}

zs_status zs_read_file(const zs_extractor* find, const char* path, const zs_option* options,
                       zs_timeline** out) {
  if (find == nullptr || path == nullptr || out == nullptr) return null_argument();
  return guarded([&]() -> std::optional<zs::error> {
    const std::string name = path;
    article_reading how(name == "-" ? "stdin" : name);
    if (auto wrong = how.take(options)) return wrong;
    const zs::result<std::string> bytes = zs::read_file(name);
    if (!bytes) return bytes.error();
    return read(*find, *bytes, how, out);
  });
}

void zs_timeline_free(zs_timeline* found) { delete found; }

zs_status zs_answer_line(const zs_extractor* find, const char* line, size_t size,
                         const zs_option* options, char** out, size_t* out_size, int* failed) {
  if (find == nullptr || (line == nullptr && size > 0) || out == nullptr || out_size == nullptr) {
    return null_argument();
  }
  return guarded([&]() -> std::optional<zs::error> {
    reading how;
    zs::json_options form;
    form.one_line = true;
    zs::option_setters known = how.setters();
    known.emplace_back("with-text", zs::flag(form.with_text));
    known.emplace_back("output-only",
                       zs::choice(form.expressions_only, {{"all", false}, {"expressions", true}}));
    if (auto wrong = zs::take_options(options, known)) return wrong;
    std::variant<zs::document, zs::record_error> record =
        zs::read_record({line, size}, how.options());
    auto* article = std::get_if<zs::document>(&record);
    if (failed != nullptr) *failed = article == nullptr;
    if (article == nullptr) {
      return hand_out(zs::to_json(std::get<zs::record_error>(record)), out, out_size);
    }
    return hand_out(zs::to_json(find->analyze(std::move(*article), form.expressions_only), form),
                    out, out_size);
  });
}

zs_status zs_write(const zs_timeline* found, const char* format, const zs_option* options,
                   char** out, size_t* out_size) {
  if (found == nullptr || format == nullptr || out == nullptr || out_size == nullptr) {
    return null_argument();
  }
  return guarded(
      [&] { return hand_out(zs::write_as(found->data, format, options), out, out_size); });
}

zs_status zs_compare(const zs_extractor* find, const zs_timeline* const* timelines, size_t count,
                     const zs_option* options, zs_comparison** out) {
  if (find == nullptr || (timelines == nullptr && count > 0) || out == nullptr) {
    return null_argument();
  }
  return guarded([&]() -> std::optional<zs::error> {
    if (auto wrong = zs::take_options(options, {})) return wrong;
    auto compared = std::make_unique<zs_comparison>();
    std::vector<zs::timeline> articles;
    for (std::size_t i = 0; i < count; ++i) {
      if (timelines[i] == nullptr)
        return zs::error{zs::error_kind::bad_usage, "", "a timeline is NULL"};
      articles.push_back(timelines[i]->data);
      compared->tables.push_back(timelines[i]->tables);
    }
    compared->data = find->side_by_side.compare(std::move(articles));
    *out = compared.release();
    return std::nullopt;
  });
}

zs_status zs_comparison_write(const zs_comparison* compared, const char* format,
                              const zs_option* options, char** out, size_t* out_size) {
  if (compared == nullptr || format == nullptr || out == nullptr || out_size == nullptr) {
    return null_argument();
  }
  return guarded(
      [&] { return hand_out(zs::write_as(compared->data, format, options), out, out_size); });
}

void zs_comparison_free(zs_comparison* compared) { delete compared; }

void zs_bytes_free(char* bytes) { std::free(bytes); }

}  // extern "C"
