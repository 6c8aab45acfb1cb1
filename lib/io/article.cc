// Bytes to a document: what they are packed in, encoding, format, then what all formats share.

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <limits>
#include <memory>
#include <utility>

#include "io/article_words.h"
#include "io/decode.h"
#include "io/finish.h"
#include "io/front_matter.h"
#include "io/html_reader.h"
#include "io/json_parse.h"
#include "io/lines.h"
#include "io/markdown_reader.h"
#include "io/timeml_reader.h"
#include "io/unpack.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

result<raw_article> read_text(std::string_view text, std::string_view name,
                              const read_options& options) {
  raw_article raw;
  if (has_front_matter(text)) {
    const result<std::size_t> below = read_front_matter(text, name, options, raw.article);
    if (!below) return below.error();
    text.remove_prefix(*below);
  }
  raw.source = raw.article.text = text;
  return raw;
}

// Lines that are objects: the first has what a record must have.
bool looks_like_records(std::string_view text) {
  const std::string_view first = trim(line_at(text, 0).text);
  return first.starts_with('{') && first.ends_with('}') && parse_json(first).is_object();
}

bool is_list_of_json(std::string_view text) {
  text = trim(text);
  return text.starts_with('[') && text.ends_with(']') && parse_json(text).is_array();
}

bool has_markdown_name(std::string_view name) {
  return name.ends_with(".md") || name.ends_with(".markdown") || name.ends_with(".mdown");
}

input_format format_of(std::string_view text, std::string_view name) {
  if (looks_like_timeml(text)) return input_format::timeml;
  const bool markdown = has_markdown_name(name);
  if (markdown ? looks_like_page(text) : looks_like_html(text)) return input_format::html;
  if (trim(text.substr(0, 64)).starts_with("<?xml")) return input_format::timeml;
  if (looks_like_records(text)) return input_format::ndjson;
  return markdown || looks_like_markdown(text) ? input_format::markdown : input_format::text;
}

article_reader reader_of(input_format format) {
  switch (format) {
    case input_format::markdown:
      return read_markdown;
    case input_format::html:
      return read_html;
    case input_format::timeml:
      return read_timeml;
    default:
      return read_text;
  }
}

// A file of NDJSON is an article where it holds one record.
result<document> read_single_record(std::string_view text, std::string_view name,
                                    const read_options& options) {
  std::string_view record;
  std::size_t records = 0;
  for (std::size_t at = 0; at < text.size();) {
    const source_line line = line_at(text, at);
    at = line.next;
    if (trim(line.text).empty()) continue;
    if (records++ == 0) record = line.text;
  }
  if (records != 1) {
    return error{
        error_kind::bad_input, std::string(name),
        "holds " + std::to_string(records) +
            " lines of NDJSON, which are articles of their own; give it to zeitstrahl batch"};
  }
  std::variant<document, record_error> read = read_record(record, options);
  if (const auto* problem = std::get_if<record_error>(&read)) {
    return error{error_kind::bad_input, std::string(name), problem->message};
  }
  return std::get<document>(std::move(read));
}

error io_error(std::string_view name, int number) {
  return {error_kind::io, std::string(name),
          std::string("cannot be read: ") + std::strerror(number) +
              "; check the path and its permissions"};
}

// Files and addresses look alike to whoever pastes one.
std::optional<error> refuse_address(const std::string& path) {
  if (!path.starts_with("http://") && !path.starts_with("https://")) return std::nullopt;
  return error{
      error_kind::bad_input, path,
      "is an address, and nothing is fetched; try curl -sL '" + path + "' | zeitstrahl draw -"};
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

// Without folder and ending; "a.html.gz" has two.
std::string id_of(std::string_view name) {
  std::filesystem::path path(name);
  if (path.extension() == ".gz") path.replace_extension();
  std::size_t replaced = 0;  // a name need not be UTF-8
  return replace_invalid(path.stem().string(), replaced);
}

}  // namespace

result<document> read_article(std::string_view bytes, std::string_view name,
                              const read_options& options) {
  std::string unpacked;
  if (is_gzip(bytes)) {
    result<std::string> content = unpack_gzip(bytes, name);
    if (!content) return content.error();
    unpacked = *std::move(content);
    bytes = unpacked;
  }
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) {
    return error{error_kind::bad_input, std::string(name), "is larger than 4 GiB; split it"};
  }
  if (const std::optional<error> other = refuse_other_formats(bytes, name)) return *other;
  decoded_text decoded = decode(bytes, article_words_of(options.language).letters);
  const std::string_view inner = name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name;
  const input_format format =
      options.format == input_format::automatic ? format_of(decoded.text, inner) : options.format;
  if (format == input_format::text && is_list_of_json(decoded.text)) {
    return error{error_kind::bad_input, std::string(name),
                 "is a list in JSON, not text; try jq -c '.[]' FILE | zeitstrahl batch"};
  }
  if (format == input_format::ndjson) return read_single_record(decoded.text, name, options);

  result<raw_article> raw = reader_of(format)(decoded.text, name, options);
  if (!raw) return raw.error();
  document& article = raw->article;
  article.warnings.insert(article.warnings.begin(), decoded.warnings.begin(),
                          decoded.warnings.end());
  if (article.id.empty()) article.id = id_of(name);
  return finish(*std::move(raw), options);
}

result<std::string> read_file(const std::string& path) {
  if (const std::optional<error> address = refuse_address(path)) return *address;
  const bool standard_input = path == "-";
  const std::string name = standard_input ? "stdin" : path;
  const auto close = [&](std::FILE* file) { return standard_input ? 0 : std::fclose(file); };
  const std::unique_ptr<std::FILE, decltype(close)> file(
      standard_input ? stdin : std::fopen(path.c_str(), "rb"), close);
  if (!file) return io_error(name, errno);
  return read_bytes(file.get(), name);
}

result<document> read_article_file(const std::string& path, const read_options& options) {
  const result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  return read_article(*bytes, path == "-" ? "stdin" : path, options);
}

}  // namespace zeitstrahl
