#include <cairo.h>
#include <gtest/gtest.h>

#include <clocale>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <locale>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <thread>

#include "render/cairo_writers.h"
#include "tests/render/timelines.h"
#include "zeitstrahl/draw.h"

namespace zeitstrahl {
namespace {

std::string drawn(const timeline& data, picture_format format, int width = 800) {
  draw_options options;
  options.format = format;
  options.width = width;
  options.all = true;
  auto picture = draw(data, options);
  EXPECT_TRUE(picture.ok());
  return picture ? *picture : std::string();
}

// Elements and attributes that every common renderer draws.
const std::map<std::string, std::set<std::string>> allowed = {
    {"svg",
     {"xmlns", "width", "height", "viewBox", "role", "aria-roledescription", "lang", "xml:lang",
      "aria-labelledby", "aria-describedby", "font-family"}},
    {"title", {"id"}},
    {"desc", {"id"}},
    {"g", {"id", "role", "aria-label", "aria-hidden"}},
    {"rect",
     {"x", "y", "width", "height", "rx", "fill", "fill-opacity", "stroke", "stroke-width",
      "stroke-dasharray"}},
    {"line", {"x1", "y1", "x2", "y2", "stroke", "stroke-width", "stroke-dasharray"}},
    {"path", {"d", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray"}},
    {"text", {"x", "y", "text-anchor", "font-size", "font-weight", "fill"}},
    {"linearGradient", {"id", "gradientUnits", "x1", "y1", "x2", "y2"}},
    {"stop", {"offset", "stop-color", "stop-opacity"}},
};

void check_element(const pugi::xml_node& node, std::set<std::string>& ids) {
  const auto known = allowed.find(node.name());
  ASSERT_NE(known, allowed.end()) << node.name();
  for (const pugi::xml_attribute a : node.attributes()) {
    EXPECT_TRUE(known->second.count(a.name())) << node.name() << ' ' << a.name();
    const bool is_id = std::string(a.name()) == "id";
    EXPECT_TRUE(!is_id || ids.insert(a.value()).second) << a.value();
  }
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element) check_element(child, ids);
  }
}

std::vector<named_timeline> all_timelines() {
  std::vector<named_timeline> out = stress_set();
  out.push_back({"harbour", harbour()});
  return out;
}

TEST(svg, is_well_formed_and_keeps_to_common_features) {
  for (const named_timeline& t : all_timelines()) {
    pugi::xml_document xml;
    const std::string svg = drawn(t.data, picture_format::svg);
    ASSERT_TRUE(xml.load_buffer(svg.data(), svg.size())) << t.name;
    std::set<std::string> ids;
    check_element(xml.document_element(), ids);
    EXPECT_STREQ(xml.document_element().attribute("role").value(), "graphics-document document");
  }
}

TEST(svg, ids_of_two_pictures_differ) {
  std::set<std::string> ids;
  for (const timeline& t : {harbour(), many(3)}) {
    pugi::xml_document xml;
    const std::string svg = drawn(t, picture_format::svg);
    ASSERT_TRUE(xml.load_buffer(svg.data(), svg.size()));
    check_element(xml.document_element(), ids);
  }
}

TEST(svg, claims_are_read_aloud) {
  pugi::xml_document xml;
  const std::string svg = drawn(harbour(), picture_format::svg);
  ASSERT_TRUE(xml.load_buffer(svg.data(), svg.size()));
  const auto claims = xml.select_nodes("/svg/g[@role='graphics-symbol']");
  ASSERT_EQ(claims.size(), 11U);
  for (const auto& found : claims) {
    EXPECT_STREQ(found.node().attribute("aria-label").value(), found.node().child_value("title"));
  }
  EXPECT_STREQ(claims[4].node().child_value("title"),
               "Ausbau im Landtag vorgestellt: 16.\u00A0Sept.\u00A02024 („am\u00A0Montag“) "
               "(Satz\u00A05)");
  for (const auto& found : xml.select_nodes("//text")) {
    const std::string size = found.node().attribute("font-size").value();
    EXPECT_GE(std::stod(size), 10.5);
  }
  const std::string description = xml.select_node("/svg/desc").node().child_value();
  EXPECT_NE(description.find("11. Der alte Anleger wurde abgerissen: vor 2019"), description.npos);
}

TEST(svg, escapes_what_xml_reserves) {
  for (const named_timeline& t : stress_set()) {
    if (t.name != "markup") continue;
    pugi::xml_document xml;
    const std::string svg = drawn(t.data, picture_format::svg);
    ASSERT_TRUE(xml.load_buffer(svg.data(), svg.size()));
    EXPECT_STREQ(xml.select_node("/svg/title").node().child_value(), "Zeichen <&\"'>");
    EXPECT_TRUE(xml.select_node("//text[.=\"<b>&quot;Fett&quot;</b> & 'mager' ]]>\"]") ||
                svg.find("&lt;b&gt;&quot;Fett&quot;&lt;/b&gt; &amp; 'mager' ]]&gt;") != svg.npos);
  }
}

TEST(svg, brings_its_letters_along) {
  draw_options options;
  options.embed_fonts = true;
  const std::string svg = *draw(harbour(), options);
  pugi::xml_document xml;
  ASSERT_TRUE(xml.load_buffer(svg.data(), svg.size()));
  const std::string style = xml.select_node("/svg/style").node().child_value();
  for (const char* weight : {"400", "700"}) {
    EXPECT_NE(style.find("@font-face{font-family:'Noto Sans';font-weight:" + std::string(weight) +
                         ";src:url(data:font/ttf;base64,"),
              style.npos);
  }
  EXPECT_LT(style.size(), 60000U);  // of 1.2 MB
  EXPECT_EQ(*draw(harbour(), options), svg);
}

// Chunk types of a PNG in order, and the content of the last of a type.
std::map<std::string, std::string> chunks(const std::string& png, std::vector<std::string>& order) {
  std::map<std::string, std::string> out;
  for (std::size_t at = 8; at + 12 <= png.size();) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) size = size << 8U | static_cast<unsigned char>(png[at + i]);
    const std::string type = png.substr(at + 4, 4);
    order.push_back(type);
    out[type] += png.substr(at + 8, size);
    at += 12 + size;
  }
  return out;
}

TEST(png, carries_scale_title_and_description) {
  draw_options options;
  options.format = picture_format::png;
  options.scale = 2;
  const auto png = draw(harbour(), options);
  ASSERT_TRUE(png.ok());
  std::vector<std::string> order;
  auto found = chunks(*png, order);
  EXPECT_EQ(order[0], "IHDR");
  EXPECT_EQ(order[1], "pHYs");
  EXPECT_EQ(order.back(), "IEND");
  EXPECT_EQ(found["IHDR"].substr(0, 4), std::string("\0\0\x06\x40", 4));   // 1600
  EXPECT_EQ(found["pHYs"], std::string("\0\0\x1d\x87\0\0\x1d\x87\1", 9));  // 7559 a metre
  EXPECT_NE(found["iTXt"].find(std::string("Title\0\0\0de\0\0Reederei Albers", 26)),
            std::string::npos);
  EXPECT_NE(found["iTXt"].find("1. Partnerschaft von Albers"), std::string::npos);
}

struct closer {
  void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
};
using surface = std::unique_ptr<cairo_surface_t, closer>;

surface read_png(const std::string& path) {
  surface s(cairo_image_surface_create_from_png(path.c_str()));
  EXPECT_EQ(cairo_surface_status(s.get()), CAIRO_STATUS_SUCCESS) << path;
  return s;
}

const unsigned char* row_of(cairo_surface_t* s, int y) {
  return cairo_image_surface_get_data(s) +
         static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(s);
}

// Root mean square difference of all channels, 0 to 1.
double difference(cairo_surface_t* a, cairo_surface_t* b) {
  const int width = cairo_image_surface_get_width(a);
  const int height = cairo_image_surface_get_height(a);
  EXPECT_EQ(width, cairo_image_surface_get_width(b));
  EXPECT_EQ(height, cairo_image_surface_get_height(b));
  double sum = 0;
  for (int y = 0; y < height; ++y) {
    const unsigned char* row_a = row_of(a, y);
    const unsigned char* row_b = row_of(b, y);
    for (int i = 0; i < 4 * width; ++i) {  // blue, green, red and a byte that is not used
      const double d = i % 4 == 3 ? 0 : (row_a[i] - row_b[i]) / 255.0;
      sum += d * d;
    }
  }
  return std::sqrt(sum / (3.0 * width * height));
}

TEST(svg, looks_like_the_png) {
  if (std::system("command -v rsvg-convert >/dev/null 2>&1") != 0) {
    GTEST_SKIP() << "rsvg-convert is not installed";
  }
  const std::string folder = testing::TempDir();
  for (const picture_theme theme :
       {picture_theme::light, picture_theme::dark, picture_theme::print}) {
    draw_options options;
    options.theme = theme;
    const std::string base = folder + "zeitstrahl-" + std::to_string(static_cast<int>(theme));
    for (const auto format : {picture_format::svg, picture_format::png}) {
      options.format = format;
      const auto picture = draw(harbour(), options);
      ASSERT_TRUE(picture.ok());
      std::ofstream(base + (format == picture_format::svg ? ".svg" : ".png"), std::ios::binary)
          << *picture;
    }
    const std::string command = "rsvg-convert '" + base + ".svg' -o '" + base + "-rsvg.png'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    EXPECT_LT(difference(read_png(base + ".png").get(), read_png(base + "-rsvg.png").get()), 0.06);
    for (const char* ending : {".svg", ".png", "-rsvg.png"}) std::remove((base + ending).c_str());
  }
}

TEST(pdf, keeps_text_and_fonts_and_a_fixed_date) {
  const std::string pdf = drawn(harbour(), picture_format::pdf);
  EXPECT_EQ(pdf.substr(0, 5), "%PDF-");
  EXPECT_NE(pdf.find("NotoSans-Bold"), pdf.npos);
  EXPECT_NE(pdf.find("/ToUnicode"), pdf.npos);
  EXPECT_NE(pdf.find("/CreationDate (20000101000000Z)"), pdf.npos);
}

TEST(pdf, breaks_long_timelines_into_pages) {
  const auto pages = [](const std::string& pdf) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = pdf.find("/Type /Page %", at)) != pdf.npos; ++at) ++count;
    return count;
  };
  EXPECT_EQ(pages(drawn(harbour(), picture_format::pdf)), 1U);
  EXPECT_EQ(pages(drawn(many(200), picture_format::pdf)), 1U);
  EXPECT_GT(pages(drawn(many(1000), picture_format::pdf)), 10U);  // higher than PDF allows
  draw_options options;
  options.format = picture_format::pdf;
  options.page = page_format::a4;
  EXPECT_GT(pages(*draw(many(200), options)), 5U);
}

TEST(pdf, has_pages_of_paper_size) {
  struct {
    page_format page;
    const char* size;
  } const table[] = {{page_format::a4, "/MediaBox [ 0 0 841.889764 595.275591 ]"},
                     {page_format::a5, "/MediaBox [ 0 0 595.275591 419.527559 ]"}};
  for (const auto& row : table) {
    for (const timeline& data : {many(2), many(60)}) {
      draw_options options;
      options.format = picture_format::pdf;
      options.page = row.page;
      const auto pdf = draw(data, options);
      ASSERT_TRUE(pdf.ok());
      std::size_t sizes = 0;
      for (std::size_t at = 0; (at = pdf->find("/MediaBox", at)) != pdf->npos; ++at) {
        EXPECT_EQ(pdf->substr(at, std::string(row.size).size()), row.size);
        ++sizes;
      }
      EXPECT_GT(sizes, 0U);
    }
  }
}

class comma_point : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

TEST(bytes, are_the_same_again_and_anywhere) {
  for (const auto format :
       {picture_format::svg, picture_format::png, picture_format::pdf, picture_format::html}) {
    const std::string first = drawn(harbour(), format);
    EXPECT_EQ(drawn(harbour(), format), first);
    setenv("TZ", "Pacific/Kiritimati", 1);
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    tzset();
    std::setlocale(LC_ALL, "");
    const std::locale before = std::locale::global(std::locale(std::locale(), new comma_point));
    const std::string elsewhere = drawn(harbour(), format);
    std::locale::global(before);
    std::setlocale(LC_ALL, "C");
    unsetenv("TZ");
    unsetenv("LC_ALL");
    tzset();
    EXPECT_TRUE(elsewhere == first) << static_cast<int>(format);
  }
}

TEST(bytes, are_the_same_from_several_threads) {
  const std::string alone = drawn(harbour(), picture_format::pdf);
  std::vector<std::string> together(4);
  std::vector<std::thread> threads;
  for (std::string& out : together) {
    threads.emplace_back([&out] { out = drawn(harbour(), picture_format::pdf); });
  }
  for (std::thread& t : threads) t.join();
  for (const std::string& out : together) EXPECT_TRUE(out == alone);
}

TEST(draw, refuses_options_out_of_range) {
  for (const int width : {0, 319, 4001}) {
    draw_options options;
    options.width = width;
    const auto picture = draw(harbour(), options);
    ASSERT_FALSE(picture.ok()) << width;
    EXPECT_EQ(picture.error().kind, error_kind::bad_usage);
  }
  const auto refused = [](const draw_options& options) {
    const auto picture = draw(harbour(), options);
    return !picture.ok() && picture.error().kind == error_kind::bad_usage;
  };
  for (const auto format : {picture_format::svg, picture_format::png, picture_format::html}) {
    draw_options options;
    options.format = format;
    options.page = page_format::a4;
    EXPECT_TRUE(refused(options)) << static_cast<int>(format);
  }
  for (const auto format : {picture_format::png, picture_format::pdf}) {
    draw_options options;
    options.format = format;
    options.embed_fonts = true;
    EXPECT_TRUE(refused(options)) << static_cast<int>(format);
  }
  for (const double scale : {0.0, 0.99, 4.01, std::nan("")}) {
    draw_options options;
    options.format = picture_format::png;
    options.scale = scale;
    const auto picture = draw(harbour(), options);
    ASSERT_FALSE(picture.ok()) << scale;
    EXPECT_EQ(picture.error().kind, error_kind::bad_usage);
  }
}

TEST(draw, refuses_a_png_that_cairo_cannot_hold) {
  draw_options options;
  options.format = picture_format::png;
  options.scale = 4;
  options.all = true;
  const auto picture = draw(many(400), options);
  ASSERT_FALSE(picture.ok());
  EXPECT_EQ(picture.error().kind, error_kind::bad_input);
  EXPECT_NE(picture.error().message.find("32767"), std::string::npos);
}

// Of bars that a picture shows, and its height.
std::pair<std::size_t, double> bars_and_height(const timeline& data, const draw_options& options) {
  const std::string svg = *draw(data, options);
  std::size_t bars = 0;
  const std::string mark = "role=\"graphics-symbol\"";
  for (std::size_t at = svg.find(mark); at != svg.npos; at = svg.find(mark, at + 1)) ++bars;
  pugi::xml_document read;
  read.load_string(svg.c_str());
  return {bars, read.child("svg").attribute("height").as_double()};
}

TEST(draw, leaves_out_of_long_lists_what_has_no_room_and_names_it) {
  const auto [few, low] = bars_and_height(many(9), {});
  EXPECT_EQ(few, 9U);
  const auto [bars, height] = bars_and_height(many(200), {});
  EXPECT_GT(bars, 15U);
  EXPECT_LE(height, 1600);
  EXPECT_GT(height, 1200) << "there was room for more";
  EXPECT_NE(draw(many(200))->find("Nicht gezeigt sind " + std::to_string(200 - bars) + " Aussagen"),
            std::string::npos);
  draw_options narrow;
  narrow.width = 400;
  EXPECT_EQ(bars_and_height(many(200), narrow).first, bars) << "the same at any width";
  draw_options all;
  all.all = true;
  EXPECT_EQ(bars_and_height(many(200), all).first, 200U);
}

TEST(draw, knows_formats_by_their_endings) {
  struct {
    const char* path;
    std::optional<picture_format> format;
  } const table[] = {
      {"a.svg", picture_format::svg},
      {"a.PNG", picture_format::png},
      {"b/c.x.Pdf", picture_format::pdf},
      {"a.html", picture_format::html},
      {"a.jpg", std::nullopt},
      {"svg", std::nullopt},
      {".svg", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& row : table) EXPECT_EQ(picture_format_of(row.path), row.format) << row.path;
}

// Processor time, so that a busy machine does not matter.
TEST(draw, is_fast) {
#if !defined(NDEBUG) || defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "measured in optimised builds";
#endif
  struct {
    std::size_t claims;
    double seconds;
  } const table[] = {{7, 0.2}, {200, 0.5}, {5000, 5}};
  for (const auto& row : table) {
    const timeline data = many(row.claims);
    for (const auto format : {picture_format::svg, picture_format::pdf, picture_format::html}) {
      const std::clock_t start = std::clock();
      drawn(data, format);
      const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
      EXPECT_LT(seconds, row.seconds) << row.claims;
      std::cout << row.claims << " claims: " << seconds << " s\n";
    }
  }
}

}  // namespace
}  // namespace zeitstrahl
