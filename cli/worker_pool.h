#ifndef ZEITSTRAHL_CLI_WORKER_POOL_H_
#define ZEITSTRAHL_CLI_WORKER_POOL_H_

// Child processes that answer lines, each line by itself.
//
// A line can end the child that works on it, by a fault of the program or because it needs more
// memory or time than it may; the other lines come to no harm, and the child is replaced.
// Answers come in the order of the lines, however many children there are.

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/result.h"

namespace zeitstrahl {

// Of one line.
struct worker_limits {
  std::uint64_t memory = 0;  // bytes beyond what a child has when it begins
  double seconds = 0;        // of processor time
};

// What ended the work on a line.
enum class worker_end : std::uint8_t { out_of_memory, out_of_time, crashed };

struct worker_answer {
  std::string text;
  bool failed = false;
};

// What the pool calls: `work` in a child, with what the program had loaded when the pool was
// made; `lost` here, for a line that no child could answer.
struct worker_calls {
  std::function<worker_answer(const std::string& line)> work;
  std::function<worker_answer(const std::string& line, worker_end why)> lost;
};

// The program must have one thread only.
class worker_pool {
 public:
  worker_pool(worker_calls calls, worker_limits limits, std::size_t count);
  ~worker_pool();
  worker_pool(const worker_pool&) = delete;
  worker_pool& operator=(const worker_pool&) = delete;

  // Whether another line may be put in; lines and answers in the pool are bounded.
  bool has_room() const;
  void ask(std::string line);
  // An answer that needs no work and keeps its place.
  void add(worker_answer known);

  // The answer to the first line that has not been taken yet, if it is there.
  std::optional<worker_answer> take();
  bool empty() const { return window_.empty(); }

  struct news {
    bool input = false;        // can be read, or has ended
    bool output_gone = false;  // nobody reads it any more
  };
  // Waits for an answer, or for one of these files; -1 is none.  That no child can be made is
  // an io error.
  result<news> wait(int input, int output);

 private:
  struct question {
    std::string line;
    int children_lost = 0;
    std::optional<worker_answer> answer;
  };
  struct worker {
    pid_t process = -1;
    int file = -1;
    bool fresh = true;     // has answered nothing yet
    std::string unsent;    // of the lines asked
    std::size_t sent = 0;  // bytes of it
    std::string header;    // of the answer that comes, and what is there of it
    std::string text;
    std::deque<std::uint64_t> asked;  // numbers of lines, in order
  };

  question& at(std::uint64_t number) { return window_[number - first_]; }
  result<bool> hand_out();
  bool start(worker& w);
  void put(worker& w, std::uint64_t number);
  void send(worker& w);
  bool receive(worker& w);
  void read_answers(worker& w, std::string_view bytes);
  void settle(std::uint64_t number, worker_answer answer);
  bool bury(worker& w);
  [[noreturn]] void be_child(int file) const;
  void limit_child() const;

  worker_calls calls_;
  worker_limits limits_;
  std::vector<worker> workers_;
  std::deque<question> window_;  // lines in order, from the first that has not been taken
  std::uint64_t first_ = 0;      // the number of that one
  std::uint64_t next_ = 0;       // of the first that no child was asked
  std::size_t bytes_ = 0;        // of lines and answers in the window
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_WORKER_POOL_H_
