#include "io/unpack.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>

namespace zeitstrahl {
namespace {

constexpr std::size_t largest = std::size_t{256} << 20;

struct signature {
  std::size_t at;
  std::string_view bytes;
  std::string_view what;
  std::string_view way;  // how to get text out of it
};

using namespace std::string_view_literals;

constexpr std::string_view recognize = "read its text with tesseract -l deu";
constexpr std::string_view office = "convert it with soffice --headless --convert-to txt";
constexpr std::string_view speech = "give its transcript as text";
constexpr std::string_view unpack = "unpack it and give the article";

constexpr signature signatures[] = {
    {0, "\x1F\x8B"sv, "gzip inside gzip", "unpack it with gzip -dc"},
    {0, "%PDF-"sv, "a PDF", "convert it with pdftotext FILE - | zeitstrahl draw -"},
    {0, "\x89PNG"sv, "a PNG picture", recognize},
    {0, "\xFF\xD8\xFF"sv, "a JPEG picture", recognize},
    {0, "GIF8"sv, "a GIF picture", recognize},
    {8, "WEBP"sv, "a WebP picture", recognize},
    {0, "II*\0"sv, "a TIFF picture", recognize},
    {0, "MM\0*"sv, "a TIFF picture", recognize},
    {0, "{\\rtf"sv, "an RTF document", office},
    {0, "\xD0\xCF\x11\xE0"sv, "an old Office document", office},
    {0, "%!PS"sv, "PostScript", "convert it with ps2ascii"},
    {0, "BZh"sv, "packed by bzip2", "unpack it with bzip2 -dc"},
    {0,
     "\xFD"
     "7zXZ"sv,
     "packed by xz", "unpack it with xz -dc"},
    {0, "\x28\xB5\x2F\xFD"sv, "packed by zstd", "unpack it with zstd -dc"},
    {0, "7z\xBC\xAF"sv, "a 7z archive", unpack},
    {0, "Rar!"sv, "a RAR archive", unpack},
    {257, "ustar"sv, "a tar archive", unpack},
    {0, "SQLite format 3"sv, "an SQLite database", "write its articles as NDJSON"},
    {0,
     "\x7F"
     "ELF"sv,
     "a program", "give an article"},
    {0, "ID3"sv, "an MP3 recording", speech},
    {0, "OggS"sv, "an Ogg recording", speech},
    {4, "ftyp"sv, "an MP4 recording", speech},
};

// A ZIP archive, by the names in its first kilobytes.
signature name_zip(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  const auto holds = [&](std::string_view name) { return head.find(name) != head.npos; };
  if (holds("application/epub+zip")) {
    return {0, "", "an EPUB", "convert it with pandoc FILE -t plain"};
  }
  if (holds("opendocument.text")) {
    return {0, "", "an OpenDocument text", "convert it with pandoc -f odt FILE -t plain"};
  }
  if (holds("word/")) return {0, "", "a DOCX document", "convert it with pandoc FILE -t plain"};
  if (holds("[Content_Types].xml")) return {0, "", "an Office document", office};
  return {0, "", "a ZIP archive", unpack};
}

// A control character that no text has, other than zero.
bool controls_nothing(char c) {
  return (c > 0 && c < '\t') || (c > '\r' && c < ' ' && c != '\x1B');
}

// By where the zero bytes of mostly ASCII text stand.
signature name_zeros(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::size_t zeros[2] = {};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
  const std::size_t half = head.size() / 2;
  if (zeros[1] * 10 > half * 7 && zeros[0] * 10 < half) {
    return {0, "", "UTF-16 without a byte order mark",
            "convert it with iconv -f UTF-16LE -t UTF-8"};
  }
  if (zeros[0] * 10 > half * 7 && zeros[1] * 10 < half) {
    return {0, "", "UTF-16 without a byte order mark",
            "convert it with iconv -f UTF-16BE -t UTF-8"};
  }
  const auto controls =
      static_cast<std::size_t>(std::count_if(head.begin(), head.end(), controls_nothing));
  if ((zeros[0] + zeros[1]) * 10 > head.size() * 3 || controls * 20 > head.size()) {
    return {0, "", "binary data", "give text, Markdown, HTML, TimeML or NDJSON"};
  }
  return {};
}

bool has_byte_order_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.starts_with("\0\0\xFE\xFF"sv);
}

signature name_of(std::string_view bytes) {
  for (const signature& s : signatures) {
    if (bytes.size() > s.at && bytes.substr(s.at).starts_with(s.bytes)) return s;
  }
  if (bytes.starts_with("PK\3\4")) return name_zip(bytes);
  return has_byte_order_mark(bytes) ? signature{} : name_zeros(bytes);
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

struct gzip_stream::state {
  z_stream stream{};
  bool damaged = false;
  bool ended = false;     // a member, whole
  bool past_end = false;  // behind the last one
};

gzip_stream::gzip_stream() : state_(std::make_unique<state>()) {
  state_->damaged = inflateInit2(&state_->stream, 15 + 16) != Z_OK;
}

gzip_stream::~gzip_stream() { inflateEnd(&state_->stream); }

bool gzip_stream::is_damaged() const { return state_->damaged; }
bool gzip_stream::is_between_members() const { return state_->ended; }
bool gzip_stream::is_past_end() const { return state_->past_end; }

std::size_t gzip_stream::unpack(std::string_view& packed, char* out, std::size_t size) {
  z_stream& stream = state_->stream;
  stream.next_out = reinterpret_cast<Bytef*>(out);
  stream.avail_out = static_cast<uInt>(size);
  while (!packed.empty() && stream.avail_out > 0 && !state_->damaged && !state_->past_end) {
    if (state_->ended && packed[0] != '\x1F') {
      state_->past_end = true;
      break;
    }
    if (state_->ended) state_->damaged = inflateReset(&stream) != Z_OK;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), UINT32_MAX));
    const uInt given = stream.avail_in;
    const int done = inflate(&stream, Z_NO_FLUSH);
    packed.remove_prefix(given - stream.avail_in);
    state_->ended = done == Z_STREAM_END;
    state_->damaged = done != Z_OK && done != Z_STREAM_END && done != Z_BUF_ERROR;
    if (done == Z_BUF_ERROR) break;
  }
  return size - stream.avail_out;
}

result<std::string> unpack_gzip(std::string_view bytes, std::string_view name) {
  const auto problem = [&](std::string message) {
    return error{error_kind::bad_input, std::string(name), std::move(message)};
  };
  gzip_stream stream;
  std::string out;
  std::string buffer(std::size_t{1} << 16, '\0');
  while (const std::size_t count = stream.unpack(bytes, buffer.data(), buffer.size())) {
    out.append(buffer, 0, count);
    if (out.size() > largest) return problem("unpacks to more than 256 MiB; unpack and split it");
  }
  if (stream.is_between_members()) return out;
  return problem("is damaged gzip; fetch or pack it again");
}

std::optional<error> refuse_other_formats(std::string_view bytes, std::string_view name) {
  const signature found = name_of(bytes);
  if (found.what.empty()) return std::nullopt;
  return error{error_kind::bad_input, std::string(name),
               "is " + std::string(found.what) + ", not text; " + std::string(found.way)};
}

}  // namespace zeitstrahl
