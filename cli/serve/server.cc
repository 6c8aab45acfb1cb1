#include "cli/serve/server.h"

#include <httplib.h>
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <thread>

namespace zeitstrahl {
namespace {

// Each connection has a thread, idle ones too, while the work is done by few (see api).
constexpr std::size_t most_connections = 512;
constexpr time_t patience = 5;  // seconds for a request to come, and for an answer to be taken

// Nothing but what the program itself brings; pictures are shown from their bytes.
constexpr const char* page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' blob: data:; font-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

bool is_loopback(const std::string& host) {
  return host == "127.0.0.1" || host == "localhost" || host == "::1" || host == "[::1]";
}

// "localhost" of "localhost:8137"; what stands in brackets stays whole.
std::string without_port(const std::string& host) {
  const std::size_t behind = host.find(']');
  const std::size_t colon = host.find(':', behind == host.npos ? 0 : behind);
  return host.substr(0, colon);
}

// Takes the same time for any wrong token.
bool equal(const std::string& a, const std::string& b) {
  unsigned char differs = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size(); ++i) {
    differs |= static_cast<unsigned char>(a[i] ^ b[b.empty() ? 0 : i % b.size()]);
  }
  return differs == 0;
}

class door {
 public:
  explicit door(const server_options& options) : options_(options) {}

  // Why a request may not come in.
  std::optional<api_answer> refuse(const httplib::Request& request) const {
    const std::string host = without_port(request.get_header_value("Host"));
    // A page elsewhere may have made its own name mean this machine.
    if (options_.token.empty() && !is_loopback(host)) {
      return problem(403, "this is no address of the server: " + host);
    }
    if (!allowed_origin(request)) {
      return problem(403, "requests of other origins need --allow-origin");
    }
    const std::string asked = request.get_header_value("Authorization");
    const bool open = request.path == "/healthz" || options_.token.empty();
    if (!open && !equal(asked, "Bearer " + options_.token)) {
      return problem(401, "needs the header Authorization: Bearer TOKEN");
    }
    const std::string length = request.get_header_value("Content-Length");
    if (!length.empty() && std::strtoull(length.c_str(), nullptr, 10) > options_.most_bytes) {
      return too_large();
    }
    return std::nullopt;
  }

  std::size_t most_bytes() const { return options_.most_bytes; }

  api_answer too_large() const {
    return problem(413, "the body is larger than " + std::to_string(options_.most_bytes) +
                            " bytes; send less");
  }

  bool allowed_origin(const httplib::Request& request) const {
    const std::string origin = request.get_header_value("Origin");
    if (origin.empty() || origin == "http://" + request.get_header_value("Host")) return true;
    return listed(origin);
  }

  bool listed(const std::string& origin) const {
    const auto& all = options_.allowed_origins;
    return std::find(all.begin(), all.end(), origin) != all.end();
  }

 private:
  const server_options& options_;
};

api_request request_of(const httplib::Request& from) {
  api_request out{from.method, from.path, {}, from.body};
  for (const auto& [name, value] : from.params) out.query.emplace(name, value);
  return out;
}

// The body as it came, whatever its Content-Type: the library would take what curl sends without
// one for a form of at most 8 KiB, and its words for options.  False where it is too long, also
// in chunks, whose length no header tells.
bool read_body(const httplib::ContentReader& read, std::size_t most, std::string& body) {
  return read([&](const char* data, std::size_t size) {
    if (body.size() + size > most) return false;
    body.append(data, size);
    return true;
  });
}

void fill(httplib::Response& into, const api_answer& answer) {
  into.status = answer.status;
  into.set_content(answer.body, answer.type);
  if (answer.status == 503) into.set_header("Retry-After", "1");
  if (answer.status == 401) into.set_header("WWW-Authenticate", "Bearer");
}

void add_headers(const door& at, const httplib::Request& request, httplib::Response& response) {
  response.set_header("Content-Security-Policy", page_policy);
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cache-Control", "no-store");
  const std::string origin = request.get_header_value("Origin");
  if (origin.empty() || !at.listed(origin)) return;
  response.set_header("Access-Control-Allow-Origin", origin);
  response.set_header("Access-Control-Allow-Headers", "Authorization, Content-Type");
  response.set_header("Vary", "Origin");
}

void add_page(httplib::Server& server) {
  const auto serve_file = [&](const char* path, std::string_view content, const char* type) {
    server.Get(path, [content, type](const httplib::Request&, httplib::Response& response) {
      response.set_content(content.data(), content.size(), type);
    });
  };
  serve_file("/", served_page, "text/html; charset=utf-8");
  serve_file("/serve.css", served_style, "text/css; charset=utf-8");
  serve_file("/serve.js", served_script, "text/javascript; charset=utf-8");
}

void set_limits(httplib::Server& server, const server_options& options) {
  server.new_task_queue = [] { return new httplib::ThreadPool(most_connections); };
  server.set_keep_alive_timeout(patience);
  server.set_read_timeout(patience);
  server.set_write_timeout(patience);
  server.set_payload_max_length(options.most_bytes);
  server.set_tcp_nodelay(true);
}

void set_answers(httplib::Server& server, api& answers, const door& at) {
  server.set_pre_routing_handler(
      [&at](const httplib::Request& request, httplib::Response& response) {
        add_headers(at, request, response);
        const std::optional<api_answer> refusal = at.refuse(request);
        if (!refusal) return httplib::Server::HandlerResponse::Unhandled;
        fill(response, *refusal);
        return httplib::Server::HandlerResponse::Handled;
      });
  server.set_expect_100_continue_handler(
      [&at](const httplib::Request& request, httplib::Response& response) {
        const std::optional<api_answer> refusal = at.refuse(request);
        if (!refusal) return 100;
        fill(response, *refusal);
        return refusal->status;
      });
  const auto pass_on = [&answers](const httplib::Request& request, httplib::Response& response) {
    fill(response, answers.answer(request_of(request)));
  };
  server.Post("/v1/.*", [&](const httplib::Request& request, httplib::Response& response,
                            const httplib::ContentReader& read) {
    api_request whole = request_of(request);
    if (request.is_multipart_form_data()) {
      fill(response, problem(415, "send the article itself as the body, not a form"));
    } else if (read_body(read, at.most_bytes(), whole.body)) {
      return fill(response, answers.answer(whole));
    } else {
      fill(response, at.too_large());
    }
    response.set_header("Connection", "close");  // the rest of the body was not read
  });
  server.Post("/healthz", pass_on);
  for (const char* path : {"/v1/.*", "/healthz"}) {
    server.Get(path, pass_on);
    server.Put(path, pass_on);
    server.Delete(path, pass_on);
  }
  server.Options("/v1/.*", [](const httplib::Request&, httplib::Response& response) {
    response.set_header("Access-Control-Allow-Methods", "GET, POST");
    response.status = 204;
  });
  server.set_error_handler([&at](const httplib::Request&, httplib::Response& response) {
    if (!response.body.empty()) return;
    fill(response, response.status == 413   ? at.too_large()
                   : response.status == 404 ? problem(404, "there is nothing here")
                                            : problem(response.status, "cannot be answered"));
  });
  server.set_exception_handler(
      [](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
        fill(response, problem(500, "the program failed; please report this"));
      });
}

}  // namespace

std::optional<error> serve(api& answers, const server_options& options,
                           const std::function<void(const std::string& address)>& ready) {
  // Before threads are made: they inherit it, so that only this one takes the signals.
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  httplib::Server server;
  const door at(options);
  set_limits(server, options);
  set_answers(server, answers, at);
  add_page(server);
  const bool any = options.port == 0;
  const int port = any ? server.bind_to_any_port(options.host)
                       : (server.bind_to_port(options.host, options.port) ? options.port : -1);
  if (port < 0) {
    return error{error_kind::io, options.host + ":" + std::to_string(options.port),
                 "cannot be served; another program may use the port, try --port 0"};
  }
  std::atomic<bool> failed = false;
  std::thread listening([&] {
    if (!server.listen_after_bind()) failed = true;
    kill(getpid(), SIGTERM);  // wakes the one that waits
  });
  ready("http://" + options.host + ":" + std::to_string(port) + "/");
  int signal = 0;
  sigwait(&ending, &signal);
  server.stop();
  listening.join();
  if (failed) return error{error_kind::io, options.host, "serving ended; see the system's log"};
  return std::nullopt;
}

}  // namespace zeitstrahl
