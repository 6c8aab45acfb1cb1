// Draws the tests' timelines to a folder, for people to look at:
//     render_show FOLDER [NAME]
#include <fstream>
#include <iostream>
#include <string>

#include "tests/render/timelines.h"
#include "zeitstrahl/draw.h"

int main(int argc, char** argv) {
  using namespace zeitstrahl;
  if (argc < 2 || argc > 3) {
    std::cerr << "usage: render_show FOLDER [NAME]\n";
    return 2;
  }
  std::vector<named_timeline> all = stress_set();
  all.push_back({"harbour", harbour()});
  const char* themes[] = {"light", "dark", "print"};
  const char* formats[] = {"svg", "png", "pdf", "html"};
  for (const named_timeline& t : all) {
    if (argc == 3 && t.name != argv[2]) continue;
    for (const int width : {400, 800, 1200}) {
      for (int theme = 0; theme < 3; ++theme) {
        for (int format = 0; format < 4; ++format) {
          draw_options options;
          options.format = static_cast<picture_format>(format);
          options.theme = static_cast<picture_theme>(theme);
          options.width = width;
          const auto picture = draw(t.data, options);
          const std::string name =
              t.name + "-" + std::to_string(width) + "-" + themes[theme] + "." + formats[format];
          if (!picture) {
            std::cerr << name << ": " << picture.error().to_string() << '\n';
            continue;
          }
          std::ofstream(std::string(argv[1]) + "/" + name, std::ios::binary) << *picture;
        }
      }
    }
  }
  return 0;
}
