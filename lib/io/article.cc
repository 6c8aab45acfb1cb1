// Bytes to a document: encoding, kind, fields, then what all kinds share.

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <limits>
#include <memory>
#include <utility>

#include "base/utf8.h"
#include "io/finish.h"
#include "io/front_matter.h"
#include "io/lines.h"
#include "io/timeml_reader.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

result<document> read_text(std::string_view bytes, std::string_view name) {
  document article;
  if (has_front_matter(bytes)) {
    const result<std::size_t> below = read_front_matter(bytes, name, article);
    if (!below) return below.error();
    bytes.remove_prefix(*below);
  }
  article.text = bytes;
  return article;
}

error io_error(std::string_view name, int number) {
  return {error_kind::io, std::string(name),
          std::string("cannot be read: ") + std::strerror(number) +
              "; check the path and its permissions"};
}

result<std::string> read_bytes(std::FILE* file, std::string_view name) {
  std::string bytes;
  char buffer[1 << 16];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) {
    bytes.append(buffer, count);
  }
  if (std::ferror(file)) return io_error(name, errno);
  return bytes;
}

}  // namespace

result<document> read_article(std::string_view bytes, std::string_view name,
                              const read_options& options) {
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) {
    return error{error_kind::bad_input, std::string(name), "is larger than 4 GiB; split it"};
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string_view::npos) {
    return error{error_kind::bad_input,
                 std::string(name) + ":" + std::to_string(line_number(bytes, bad)),
                 "is not UTF-8; convert it, for instance with iconv -f WINDOWS-1252 -t UTF-8"};
  }
  result<document> article =
      looks_like_timeml(bytes) ? read_timeml(bytes, name) : read_text(bytes, name);
  if (!article) return article;
  if (article->id.empty()) article->id = std::filesystem::path(name).stem().string();
  finish(*article, options);
  return article;
}

result<document> read_article_file(const std::string& path, const read_options& options) {
  const bool standard_input = path == "-";
  const std::string name = standard_input ? "stdin" : path;
  const auto close = [&](std::FILE* file) { return standard_input ? 0 : std::fclose(file); };
  const std::unique_ptr<std::FILE, decltype(close)> file(
      standard_input ? stdin : std::fopen(path.c_str(), "rb"), close);
  if (!file) return io_error(name, errno);
  const result<std::string> bytes = read_bytes(file.get(), name);
  if (!bytes) return bytes.error();
  return read_article(*bytes, name, options);
}

}  // namespace zeitstrahl
