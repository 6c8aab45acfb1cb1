// The C API for Python: zeitstrahl/__init__.py makes of it what people use.  Long calls release
// the GIL, so that threads work side by side.

#include <nanobind/nanobind.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "c/zeitstrahl_c.h"

namespace nb = nanobind;

namespace {

using named_values = std::vector<std::pair<std::string, std::string>>;

// As the C API takes them; points into `given`.
std::vector<zs_option> options_of(const named_values& given) {
  std::vector<zs_option> out;
  for (const auto& [name, value] : given) out.push_back({name.c_str(), value.c_str()});
  out.push_back({nullptr, nullptr});
  return out;
}

// Raises the class of zeitstrahl._errors that stands for the status.
void check(zs_status status) {
  if (status == ZS_OK) return;
  if (status == ZS_NO_MEMORY) {
    PyErr_NoMemory();
    throw nb::python_error();
  }
  const char* name = status == ZS_BAD_INPUT   ? "InputError"
                     : status == ZS_BAD_USAGE ? "UsageError"
                     : status == ZS_IO        ? "ReadError"
                                              : "Error";
  const nb::object kind = nb::module_::import_("zeitstrahl._errors").attr(name);
  const std::string message = zs_last_error();
  PyErr_SetObject(kind.ptr(), nb::str(message.c_str(), message.size()).ptr());
  throw nb::python_error();
}

// A call without the GIL.
template <class Call>
void check_released(Call call) {
  zs_status status = ZS_OK;
  {
    const nb::gil_scoped_release others_run;
    status = call();
  }
  check(status);
}

// What the C API has handed out.
class handed_out {
 public:
  handed_out() = default;
  handed_out(const handed_out&) = delete;
  handed_out& operator=(const handed_out&) = delete;
  ~handed_out() { zs_bytes_free(bytes_); }

  char** bytes() { return &bytes_; }
  std::size_t* size() { return &size_; }
  nb::bytes to_python() const { return nb::bytes(bytes_, size_); }

 private:
  char* bytes_ = nullptr;
  std::size_t size_ = 0;
};

struct timeline {
  std::unique_ptr<zs_timeline, decltype(&zs_timeline_free)> held{nullptr, zs_timeline_free};

  nb::bytes write(const std::string& format, const named_values& given) const {
    const std::vector<zs_option> options = options_of(given);
    handed_out out;
    check_released([&] {
      return zs_write(held.get(), format.c_str(), options.data(), out.bytes(), out.size());
    });
    return out.to_python();
  }
};

struct comparison {
  std::unique_ptr<zs_comparison, decltype(&zs_comparison_free)> held{nullptr, zs_comparison_free};

  nb::bytes write(const std::string& format, const named_values& given) const {
    const std::vector<zs_option> options = options_of(given);
    handed_out out;
    check_released([&] {
      return zs_comparison_write(held.get(), format.c_str(), options.data(), out.bytes(),
                                 out.size());
    });
    return out.to_python();
  }
};

struct extractor {
  std::unique_ptr<zs_extractor, decltype(&zs_extractor_free)> held{nullptr, zs_extractor_free};

  explicit extractor(const named_values& given) {
    const std::vector<zs_option> options = options_of(given);
    zs_extractor* made = nullptr;
    check_released([&] { return zs_open(options.data(), &made); });
    held.reset(made);
  }

  timeline read(const nb::bytes& article, const named_values& given) const {
    const std::vector<zs_option> options = options_of(given);
    zs_timeline* found = nullptr;
    check_released([&] {
      return zs_read(held.get(), article.c_str(), article.size(), options.data(), &found);
    });
    timeline out;
    out.held.reset(found);
    return out;
  }

  std::pair<nb::bytes, bool> answer_line(const nb::bytes& line, const named_values& given) const {
    const std::vector<zs_option> options = options_of(given);
    handed_out out;
    int failed = 0;
    check_released([&] {
      return zs_answer_line(held.get(), line.c_str(), line.size(), options.data(), out.bytes(),
                            out.size(), &failed);
    });
    return {out.to_python(), failed != 0};
  }

  comparison compare(const std::vector<const timeline*>& articles) const {
    std::vector<const zs_timeline*> handles;
    for (const timeline* article : articles)
      handles.push_back(article ? article->held.get() : nullptr);
    zs_comparison* made = nullptr;
    check_released(
        [&] { return zs_compare(held.get(), handles.data(), handles.size(), nullptr, &made); });
    comparison out;
    out.held.reset(made);
    return out;
  }
};

}  // namespace

NB_MODULE(_native, module) {
  module.doc() = "The C API (zeitstrahl_c.h) as classes; options are pairs of name and value.";
  module.def("program_version", &zs_program_version, "Name and version: 'zeitstrahl 0.1.0'.");
  nb::class_<timeline>(module, "Timeline", "What one article claims.")
      .def("write", &timeline::write, nb::arg("format"), nb::arg("options"),
           "Its bytes in a format: 'json', 'svg', ...");
  nb::class_<comparison>(module, "Comparison", "Articles side by side.")
      .def("write", &comparison::write, nb::arg("format"), nb::arg("options"),
           "Its bytes in a format: 'json', 'svg', ...");
  nb::class_<extractor>(module, "Extractor", "A language, loaded; may be shared by threads.")
      .def(nb::init<const named_values&>(), nb::arg("options"))
      .def("read", &extractor::read, nb::arg("article"), nb::arg("options"),
           "Reads an article's bytes and finds what it claims.")
      .def("answer_line", &extractor::answer_line, nb::arg("line"), nb::arg("options"),
           "A record of NDJSON in, the line of its result out; and whether that is an error.")
      .def("compare", &extractor::compare, nb::arg("articles"), "Puts timelines side by side.");
}
