#ifndef ZEITSTRAHL_CLI_SERVE_SERVER_H_
#define ZEITSTRAHL_CLI_SERVE_SERVER_H_

// `zeitstrahl serve` over HTTP: what may be asked by whom, and how much.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/serve/api.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

struct server_options {
  std::string host = "127.0.0.1";
  int port = 8137;  // 0 takes a free one
  std::string token;
  std::vector<std::string> allowed_origins;
  std::size_t most_bytes = std::size_t{5} << 20;  // of a body
};

// Serves until SIGINT or SIGTERM, then ends what has begun.  `ready` gets the address to open.
std::optional<error> serve(api& answers, const server_options& options,
                           const std::function<void(const std::string& address)>& ready);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_SERVE_SERVER_H_
