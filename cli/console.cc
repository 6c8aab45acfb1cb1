#include "cli/console.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "lib/base/utf8.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

verbosity spoken = verbosity::normal;

bool has_colour() {
  const char* none = std::getenv("NO_COLOR");
  return isatty(STDERR_FILENO) && (none == nullptr || *none == '\0');
}

enum class tone { red, yellow, plain };

std::string coloured(std::string_view text, tone with) {
  if (with == tone::plain || !has_colour()) return std::string(text);
  return (with == tone::red ? "\x1b[1;31m" : "\x1b[1;33m") + std::string(text) + "\x1b[0m";
}

void say(tone with, std::string_view where, std::string_view kind, std::string_view message) {
  std::string said = std::string(where) + (where.empty() ? "" : ": ");
  said += std::string(kind) + std::string(message);
  std::fprintf(stderr, "%s %s\n", coloured("zeitstrahl:", with).c_str(), visible(said).c_str());
}

// At most so many characters of it.
std::string cut(const std::string& text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (begins && count++ == most) return text.substr(0, at);
  }
  return text;
}

bool is_text(std::string_view content) {
  return content.find('\0') == std::string_view::npos &&
         find_invalid_utf8(content) == std::string_view::npos;
}

}  // namespace

void set_verbosity(verbosity wanted) { spoken = wanted; }

int report(const error& problem) {
  say(tone::red, problem.where, "", problem.message);
  return exit_code(problem.kind);
}

void warn(std::string_view where, std::string_view message) {
  if (spoken != verbosity::quiet) say(tone::yellow, where, "warning: ", message);
}

void note(std::string_view where, std::string_view message) {
  if (spoken == verbosity::verbose) say(tone::plain, where, "", message);
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = std::min(text.find_first_of("\n\t", at), text.size());
    out += visible(text.substr(at, end - at));
    if (end < text.size()) out += text[end];
    at = end;
  }
  return out;
}

std::string shown_name(const std::string& path) { return path == "-" ? "stdin" : path; }

result<std::monostate> write_output(const std::string& path, std::string_view content) {
  if (path != "-" || !isatty(STDOUT_FILENO)) return write_file(path, content);
  if (!is_text(content)) {
    return error{error_kind::bad_usage, "standard output",
                 "a terminal cannot show this picture; name a file with --output"};
  }
  std::string lines(content);
  std::erase(lines, '\r');  // CSV ends its lines with both
  return write_file(path, printable(lines));
}

result<std::monostate> write_output(const std::string& path, const byte_maker& make) {
  if (path != "-" || !isatty(STDOUT_FILENO)) return write_file(path, make);
  std::string content;
  make([&](std::string_view piece) {
    content += piece;
    return true;
  });
  return write_output(path, content);
}

bool reader_has_gone() {
  pollfd output{STDOUT_FILENO, POLLOUT, 0};
  return ::poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

progress::progress(std::size_t total)
    : total_(total),
      wanted_(spoken != verbosity::quiet && isatty(STDERR_FILENO)),
      next_(clock::now() + std::chrono::milliseconds(500)) {}

progress::~progress() { clear(); }

void progress::show(std::size_t done, std::string_view name) {
  if (!wanted_ || clock::now() < next_) return;
  next_ = clock::now() + std::chrono::milliseconds(100);
  shown_ = true;
  std::string line = "\r\x1b[K";
  if (total_ > 0) {
    constexpr std::size_t width = 24;
    const std::size_t full = width * done / total_;
    line += "[" + std::string(full, '#') + std::string(width - full, ' ') + "] ";
  }
  line += std::to_string(done);
  if (total_ > 0) line += "/" + std::to_string(total_);
  std::fprintf(stderr, "%s %s", line.c_str(), cut(visible(name), 40).c_str());
}

void progress::clear() {
  if (shown_) std::fprintf(stderr, "\r\x1b[K");
  shown_ = false;
}

}  // namespace zeitstrahl
