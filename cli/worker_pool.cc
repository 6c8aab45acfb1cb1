#include "cli/worker_pool.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <new>
#include <utility>

namespace zeitstrahl {
namespace {

constexpr std::size_t most_asked = 4;          // lines a child has, so that it need not wait
constexpr std::size_t most_in_window = 32;     // lines a child
constexpr std::size_t most_bytes = 32u << 20;  // of the window, if it holds more than a line
constexpr int most_children_lost = 8;          // by one line, where somebody else ended them

constexpr int exit_out_of_time = 71;
constexpr int exit_out_of_memory = 72;

// Stands before each line and each answer.
struct header {
  std::uint64_t size = 0;
  std::uint64_t failed = 0;
};

std::string_view bytes_of(const header& h) { return {reinterpret_cast<const char*>(&h), sizeof h}; }

// --- in the child ---

void end_out_of_time(int) { ::_exit(exit_out_of_time); }
[[noreturn]] void end_out_of_memory() { ::_exit(exit_out_of_memory); }

bool read_all(int file, char* into, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::read(file, into, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    into += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::send(file, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void set_timer(double seconds) {
  const double whole = std::floor(seconds);
  itimerval timer{};
  timer.it_value.tv_sec = static_cast<time_t>(whole);
  timer.it_value.tv_usec = static_cast<suseconds_t>((seconds - whole) * 1e6);
  ::setitimer(ITIMER_PROF, &timer, nullptr);
}

// Bytes of the process's own data; 0 where the system does not tell.
std::uint64_t data_in_use() {
  std::uint64_t pages = 0;
  if (std::FILE* const file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%*u %*u %*u %*u %*u %lu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

void worker_pool::limit_child() const {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  std::signal(SIGPROF, end_out_of_time);
  std::set_new_handler(end_out_of_memory);
#ifdef __SANITIZE_ADDRESS__
  constexpr bool limited = false;  // it takes terabytes
#else
  constexpr bool limited = true;
#endif
  if (!limited) return;
  rlimit data{};
  data.rlim_cur = data.rlim_max = data_in_use() + limits_.memory;
  ::setrlimit(RLIMIT_DATA, &data);
}

// Nothing but the socket is open in it, so that files and pipes of others end when they should.
void worker_pool::be_child(int file) const {
  ::dup2(file, STDIN_FILENO);
  ::dup2(file, STDOUT_FILENO);
  ::closefrom(STDERR_FILENO + 1);
  limit_child();
  std::string line;
  for (header asked; read_all(STDIN_FILENO, reinterpret_cast<char*>(&asked), sizeof asked);) {
    line.resize(asked.size);
    if (!read_all(STDIN_FILENO, line.data(), line.size())) break;
    set_timer(limits_.seconds);
    const worker_answer answer = calls_.work(line);
    set_timer(0);
    const header told{answer.text.size(), answer.failed};
    if (!write_all(STDOUT_FILENO, bytes_of(told)) || !write_all(STDOUT_FILENO, answer.text)) break;
  }
  ::_exit(0);
}

// --- in the parent ---

worker_pool::worker_pool(worker_calls calls, worker_limits limits, std::size_t count)
    : calls_(std::move(calls)), limits_(limits), workers_(count) {}

worker_pool::~worker_pool() {
  for (const worker& w : workers_) {
    if (w.process < 0) continue;
    ::close(w.file);
    ::kill(w.process, SIGKILL);  // whose answers nobody waits for
    ::waitpid(w.process, nullptr, 0);
  }
}

bool worker_pool::has_room() const {
  return window_.empty() ||
         (window_.size() < most_in_window * workers_.size() && bytes_ < most_bytes);
}

void worker_pool::ask(std::string line) {
  bytes_ += line.size();
  window_.push_back({std::move(line), 0, {}});
}

void worker_pool::add(worker_answer known) {
  bytes_ += known.text.size();
  window_.push_back({{}, 0, std::move(known)});
}

std::optional<worker_answer> worker_pool::take() {
  if (window_.empty() || !window_.front().answer) return std::nullopt;
  std::optional<worker_answer> out = std::move(window_.front().answer);
  bytes_ -= out->text.size();
  window_.pop_front();
  ++first_;
  next_ = std::max(next_, first_);
  return out;
}

bool worker_pool::start(worker& w) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
  const pid_t process = ::fork();
  if (process == 0) be_child(ends[1]);
  ::close(ends[1]);
  if (process < 0) {
    ::close(ends[0]);
    return false;
  }
  w.process = process;
  w.file = ends[0];
  w.fresh = true;
  return true;
}

void worker_pool::put(worker& w, std::uint64_t number) {
  const std::string& line = at(number).line;
  w.unsent.append(bytes_of({line.size(), 0}));
  w.unsent.append(line);
}

// Gives lines to the children that have the fewest; false where no child can be made.
result<bool> worker_pool::hand_out() {
  for (; next_ < first_ + window_.size(); ++next_) {
    if (at(next_).answer) continue;
    worker& w = *std::min_element(
        workers_.begin(), workers_.end(),
        [](const worker& a, const worker& b) { return a.asked.size() < b.asked.size(); });
    if (w.asked.size() >= most_asked) break;
    if (w.process < 0 && !start(w)) {
      return error{
          error_kind::io, "",
          std::string("cannot start a process: ") + std::strerror(errno) + "; give fewer --jobs"};
    }
    w.asked.push_back(next_);
    put(w, next_);
  }
  return true;
}

void worker_pool::send(worker& w) {
  while (w.sent < w.unsent.size()) {
    const ssize_t count = ::send(w.file, w.unsent.data() + w.sent, w.unsent.size() - w.sent,
                                 MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return;  // it is full, or has died, which receive() tells
    w.sent += static_cast<std::size_t>(count);
  }
  w.unsent.clear();
  w.sent = 0;
}

// Takes what has come; false where the child has died.
bool worker_pool::receive(worker& w) {
  static char buffer[1 << 18];
  for (;;) {
    const ssize_t count = ::recv(w.file, buffer, sizeof buffer, MSG_DONTWAIT);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN || errno == EWOULDBLOCK;
    if (count == 0) return false;
    read_answers(w, {buffer, static_cast<std::size_t>(count)});
  }
}

void worker_pool::read_answers(worker& w, std::string_view bytes) {
  const auto move = [&](std::string& into, std::size_t wanted) {
    const std::size_t count = std::min(wanted - into.size(), bytes.size());
    into.append(bytes.substr(0, count));
    bytes.remove_prefix(count);
    return into.size() == wanted;
  };
  for (header told; move(w.header, sizeof told); w.header.clear()) {
    std::memcpy(&told, w.header.data(), sizeof told);
    w.text.reserve(told.size);
    if (!move(w.text, told.size)) return;
    settle(w.asked.front(), {std::exchange(w.text, {}), told.failed != 0});
    w.asked.pop_front();
    w.fresh = false;
  }
}

void worker_pool::settle(std::uint64_t number, worker_answer answer) {
  question& q = at(number);
  bytes_ += answer.text.size();
  bytes_ -= q.line.size();
  q.line = {};
  q.answer = std::move(answer);
}

// Replaces a child that has died.  The line it worked on is tried again where what came before
// it, or somebody else, may be to blame; without work it is forgotten until there is some.
bool worker_pool::bury(worker& w) {
  int status = 0;
  ::close(w.file);
  while (::waitpid(w.process, &status, 0) < 0 && errno == EINTR) {
  }
  const bool fresh = w.fresh;
  const std::deque<std::uint64_t> asked = std::exchange(w, {}).asked;
  if (asked.empty()) return true;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  const worker_end why = code == exit_out_of_time     ? worker_end::out_of_time
                         : code == exit_out_of_memory ? worker_end::out_of_memory
                                                      : worker_end::crashed;
  const bool by_others =
      WIFSIGNALED(status) && (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGTERM);
  question& first = at(asked.front());
  const bool guilty = ++first.children_lost >= most_children_lost ||
                      why == worker_end::out_of_time || (fresh && !by_others);
  w.asked = asked;
  if (guilty) {
    settle(asked.front(), calls_.lost(first.line, why));
    w.asked.pop_front();
  }
  if (w.asked.empty()) return true;
  if (!start(w)) return false;
  for (const std::uint64_t number : w.asked) put(w, number);
  return true;
}

result<worker_pool::news> worker_pool::wait(int input, int output) {
  if (const auto given = hand_out(); !given) return given.error();
  std::vector<pollfd> files = {{input, POLLIN, 0}, {output, 0, 0}};
  for (worker& w : workers_) {
    if (w.process >= 0) send(w);
    const bool more = !w.unsent.empty();
    files.push_back({w.file, static_cast<short>(more ? POLLIN | POLLOUT : POLLIN), 0});
  }
  while (::poll(files.data(), files.size(), -1) < 0 && errno == EINTR) {
  }
  for (std::size_t i = 0; i < workers_.size(); ++i) {
    worker& w = workers_[i];
    if (files[i + 2].revents == 0 || receive(w) || bury(w)) continue;
    return error{
        error_kind::io, "",
        std::string("cannot start a process: ") + std::strerror(errno) + "; give it more memory"};
  }
  return news{files[0].revents != 0, (files[1].revents & POLLERR) != 0};
}

}  // namespace zeitstrahl
