#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

class WriteFile : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string content(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::size_t file_count() const {
    return std::distance(fs::directory_iterator(folder_), fs::directory_iterator());
  }

  const fs::path folder_ =
      fs::path(testing::TempDir()) / ("zeitstrahl-write-" + std::to_string(getpid()));
};

TEST_F(WriteFile, NewAndOld) {
  ASSERT_TRUE(write_file(path("a"), std::string("eins\0\r\n", 7)));
  EXPECT_EQ(content("a"), std::string("eins\0\r\n", 7));
  ASSERT_TRUE(write_file(path("a"), "zwei"));
  EXPECT_EQ(content("a"), "zwei");
  EXPECT_EQ(file_count(), 1u);
}

TEST_F(WriteFile, PermissionsOfTheOldFileStay) {
  ASSERT_TRUE(write_file(path("a"), "eins"));
  fs::permissions(path("a"), fs::perms(0640));
  ASSERT_TRUE(write_file(path("a"), "zwei"));
  EXPECT_EQ(fs::status(path("a")).permissions(), fs::perms(0640));
}

TEST_F(WriteFile, PermissionsOfANewFileFollowTheMask) {
  const mode_t old = umask(027);
  ASSERT_TRUE(write_file(path("a"), "eins"));
  umask(old);
  EXPECT_EQ(fs::status(path("a")).permissions(), fs::perms(0640));
}

TEST_F(WriteFile, ALinkStaysALink) {
  ASSERT_TRUE(write_file(path("a"), "eins"));
  fs::create_symlink("a", path("link"));
  ASSERT_TRUE(write_file(path("link"), "zwei"));
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(content("a"), "zwei");
}

TEST_F(WriteFile, ALinkToWhatIsNotThereIsFollowed) {
  fs::create_directory(path("ordner"));
  fs::create_symlink("ordner/neu", path("one"));
  fs::create_symlink("one", path("two"));
  fs::create_symlink(path("ordner/ganz"), path("whole"));
  ASSERT_TRUE(write_file(path("two"), "eins"));
  ASSERT_TRUE(write_file(path("whole"), "zwei"));
  EXPECT_TRUE(fs::is_symlink(path("one")) && fs::is_symlink(path("two")));
  EXPECT_EQ(content("ordner/neu"), "eins");
  EXPECT_EQ(content("ordner/ganz"), "zwei");
}

TEST_F(WriteFile, ALinkToItselfIsAnError) {
  fs::create_symlink("loop", path("loop"));
  EXPECT_FALSE(write_file(path("loop"), "x"));
  EXPECT_TRUE(fs::is_symlink(path("loop")));
  EXPECT_EQ(file_count(), 1u);
}

TEST_F(WriteFile, ANameMayBeAsLongAsTheFolderAllows) {
  for (const std::size_t size : {242u, 243u, 255u}) {
    const std::string name(size, 'n');
    ASSERT_TRUE(write_file(path(name), "x")) << size;
    EXPECT_EQ(content(name), "x");
  }
  EXPECT_FALSE(write_file(path(std::string(256, 'n')), "x"));
  EXPECT_EQ(file_count(), 3u);
}

TEST_F(WriteFile, ADeviceStaysADevice) {
  ASSERT_TRUE(write_file("/dev/null", "x"));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(WriteFile, FailuresLeaveNothing) {
  fs::create_directory(path("ordner"));
  for (const std::string& target : {path("fehlt/a"), path("ordner"), std::string("/dev/full")}) {
    const auto done = write_file(target, "x");
    ASSERT_FALSE(done) << target;
    EXPECT_EQ(done.error().kind, error_kind::io);
    EXPECT_EQ(done.error().where, target);
  }
  EXPECT_EQ(file_count(), 1u);
}

// Writes where files may not grow beyond 4 KiB, as on a disk that is full; ends the process.
void write_on_a_full_disk(const std::string& path) {
  const rlimit limit{4096, 4096};
  setrlimit(RLIMIT_FSIZE, &limit);
  const auto done = write_file(path, std::string(1 << 20, 'x'));
  _exit(!done && done.error().kind == error_kind::io ? 0 : 1);
}

TEST_F(WriteFile, AFullDiskKeepsTheOldContent) {
  ASSERT_TRUE(write_file(path("a"), "alt"));
  EXPECT_EXIT(write_on_a_full_disk(path("a")), testing::ExitedWithCode(0), "");
  EXPECT_EQ(content("a"), "alt");
  EXPECT_EQ(file_count(), 1u);
}

// Writes again and again until a signal ends the process.
[[noreturn]] void write_until_ended(const std::string& path) {
  const std::string content(1 << 20, 'x');
  for (;;) {
    if (!write_file(path, content)) _exit(1);
  }
}

TEST_F(WriteFile, ASignalLeavesAWholeFileAlone) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGKILL}) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) write_until_ended(path("a"));
    while (!fs::exists(path("a"))) usleep(1000);
    usleep(20000);
    kill(child, number);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == number);
    EXPECT_EQ(content("a").size(), std::size_t{1} << 20) << number;
    if (number != SIGKILL) {  // which may come between two steps
      EXPECT_EQ(file_count(), 1u) << number;
    }
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
}

}  // namespace
}  // namespace zeitstrahl
