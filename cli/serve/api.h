#ifndef ZEITSTRAHL_CLI_SERVE_API_H_
#define ZEITSTRAHL_CLI_SERVE_API_H_

// The HTTP API of `zeitstrahl serve` without HTTP: a request's parts in, an answer's out.
// cli/serve/openapi.json says what they mean.

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/compare.h"
#include "zeitstrahl/extractor.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

struct api_request {
  std::string method;                        // "POST"
  std::string path;                          // "/v1/extract"
  std::map<std::string, std::string> query;  // decoded
  std::string body;
};

struct api_answer {
  int status = 200;
  std::string type;  // "application/json"
  std::string body;
};

// application/problem+json (RFC 9457).
api_answer problem(int status, std::string_view detail);

// As many requests are worked on at once as there are jobs; so many more wait for a while,
// others are turned away.
class api {
 public:
  api(extractor find, comparer side_by_side, std::size_t jobs, read_options reading);

  // May be called from any thread.
  api_answer answer(const api_request& request);

 private:
  api_answer extract(const api_request& request);
  api_answer draw(const api_request& request);
  api_answer compare(const api_request& request);
  // Runs the work with memory of its own, or says that all are busy.
  api_answer with_memory(const std::function<api_answer(scratch&)>& work);
  result<timeline> timeline_of(std::string_view body, const api_request& request,
                               scratch& memory) const;

  extractor find_;
  comparer side_by_side_;
  read_options reading_;
  std::size_t most_waiting_;
  std::mutex lock_;
  std::condition_variable free_;
  std::vector<std::unique_ptr<scratch>> idle_;
  std::size_t waiting_ = 0;
};

// What the program brings along, built in from cli/serve.
extern const std::string_view served_page;
extern const std::string_view served_style;
extern const std::string_view served_script;
extern const std::string_view served_openapi;
extern const std::string_view served_schema;

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_SERVE_API_H_
