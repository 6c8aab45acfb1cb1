#include "render/font_subset.h"

#include <hb-subset.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "render/pango_font.h"

namespace zeitstrahl {
namespace {

struct destroy {
  void operator()(hb_face_t* f) const { hb_face_destroy(f); }
  void operator()(hb_blob_t* b) const { hb_blob_destroy(b); }
  void operator()(hb_subset_input_t* i) const { hb_subset_input_destroy(i); }
};

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      group = group << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0);
    }
    const std::size_t used = std::min<std::size_t>(bytes.size() - at, 3) + 1;
    for (std::size_t i = 0; i < 4; ++i) {
      out += i < used ? digits[group >> (18U - 6U * i) & 63U] : '=';
    }
  }
  return out;
}

// A TrueType font with the letters' glyphs, without hints.
std::optional<std::string> subset(PangoContext* context, int weight,
                                  const std::set<char32_t>& letters) {
  const pango_font_ptr wanted = make_pango_font({12, weight});
  const std::unique_ptr<PangoFont, unref_object> font(
      pango_context_load_font(context, wanted.get()));
  if (!font) return std::nullopt;
  hb_face_t* whole = hb_font_get_face(pango_font_get_hb_font(font.get()));
  const std::unique_ptr<hb_subset_input_t, destroy> input(hb_subset_input_create_or_fail());
  if (!input) return std::nullopt;
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  for (const char32_t c : letters) hb_set_add(hb_subset_input_unicode_set(input.get()), c);
  const std::unique_ptr<hb_face_t, destroy> face(hb_subset_or_fail(whole, input.get()));
  if (!face) return std::nullopt;
  const std::unique_ptr<hb_blob_t, destroy> blob(hb_face_reference_blob(face.get()));
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &size);
  return base64({bytes, size});
}

}  // namespace

void font_letters::add(std::string_view content, int weight) {
  std::set<char32_t>& letters = weight < 600 ? regular : bold;
  for (std::size_t at = 0; at < content.size();) {
    const code_point c = decode_at(content, at);
    letters.insert(c.value);
    at += c.size;
  }
}

void font_letters::add(const scene& picture) {
  for_each_shape(picture.nodes, [this](const auto& shape, group_kind) {
    if constexpr (std::is_same_v<std::decay_t<decltype(shape)>, text>) {
      add(shape.content, shape.style.weight);
    }
  });
}

result<std::string> font_faces(const font_letters& letters) {
  const pango_context_ptr context = make_pango_context();
  std::string out;
  for (const int weight : {400, 700}) {
    const std::set<char32_t>& used = weight == 400 ? letters.regular : letters.bold;
    if (used.empty()) continue;
    const std::optional<std::string> font = subset(context.get(), weight, used);
    if (!font) {
      return error{error_kind::bad_input, "fonts",
                   "Noto Sans cannot be embedded; install it as a TrueType font (Debian: "
                   "fonts-noto-core)"};
    }
    out += "@font-face{font-family:'Noto Sans';font-weight:" + std::to_string(weight) +
           ";src:url(data:font/ttf;base64," + *font + ")}";
  }
  return out;
}

}  // namespace zeitstrahl
