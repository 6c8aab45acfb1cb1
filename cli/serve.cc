// A page in the browser, and an API for other programs.

#include <spawn.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>

#include "cli/articles.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/serve/api.h"
#include "cli/serve/server.h"

namespace zeitstrahl {
namespace {

struct serve_arguments {
  server_options server;
  std::size_t jobs = 0;
  bool open = false;
  analysis_arguments analysis;
};

bool is_loopback(const std::string& host) { return host == "127.0.0.1" || host == "localhost"; }

void open_browser(const std::string& address) {
  std::string program = "xdg-open";
  std::string target = address;
  char* arguments[] = {program.data(), target.data(), nullptr};
  pid_t child = 0;
  if (posix_spawnp(&child, "xdg-open", nullptr, nullptr, arguments, environ) != 0) {
    warn("", "there is no browser to open; go to " + address);
  }
}

int run(const serve_arguments& arguments) {
  if (!is_loopback(arguments.server.host) && arguments.server.token.empty()) {
    return report({error_kind::bad_usage, "--host " + arguments.server.host,
                   "lets others in; set a secret with --token"});
  }
  const result<std::shared_ptr<const language>> tables = arguments.analysis.load_tables();
  if (!tables) return report(tables.error());
  const result<extractor> find = arguments.analysis.make_extractor();
  if (!find) return report(find.error());
  const result<comparer> side_by_side = comparer::open(*tables);
  if (!side_by_side) return report(side_by_side.error());
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  api answers(*find, *side_by_side, arguments.jobs == 0 ? cores : arguments.jobs,
              arguments.analysis.reading());
  const auto ready = [&](const std::string& address) {
    std::printf("%s\n", address.c_str());
    std::fflush(stdout);
    if (arguments.open) open_browser(address);
  };
  if (const auto failed = serve(answers, arguments.server, ready)) return report(*failed);
  return 0;
}

}  // namespace

command add_serve(CLI::App& program) {
  CLI::App* serve =
      program.add_subcommand("serve", "Opens the editor's page, and an HTTP API, on this machine.");
  serve->footer(
      "The page keeps its work in the browser; nothing is stored here. Its address is printed\n"
      "once it can be opened. The API is described by GET /v1/openapi.json. Ctrl-C ends it.\n\n"
      "Examples:\n"
      "  zeitstrahl serve --open\n"
      "  zeitstrahl serve --port 0 --jobs 4\n"
      "  curl --data-binary @article.md 'http://127.0.0.1:8137/v1/draw?published=2025-01-22'");
  const auto arguments = std::make_shared<serve_arguments>();
  server_options& server = arguments->server;
  serve->add_flag("--open", arguments->open, "Open the page in the browser");
  serve->add_option("--port", server.port, "Port to listen on; 0 takes a free one")
      ->type_name("PORT")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  serve->add_option("--host", server.host, "Address to listen on; others need --token")
      ->type_name("ADDRESS")
      ->capture_default_str();
  serve->add_option("--token", server.token, "Secret that each request must bring as a bearer")
      ->type_name("SECRET");
  serve->add_option("--allow-origin", server.allowed_origins, "Let pages of this origin ask, too")
      ->type_name("ORIGIN")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  serve->add_option("--jobs", arguments->jobs, "Requests worked on at once; as many as cores")
      ->check(CLI::Range(1, 256))
      ->type_name("NUMBER");
  arguments->analysis.add_to(*serve);
  return {serve, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
