// The C API from C11: what each call gives, and what it says where it cannot.
//
//     api_test FOLDER TABLES     a folder that can be written to, and one of tables that lacks
//     claims

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "zeitstrahl_c.h"

static int faults = 0;

static void expect(bool holds, int line, const char *what) {
  if (holds) return;
  ++faults;
  fprintf(stderr, "api_test.c:%d: not so: %s (last error: %s)\n", line, what, zs_last_error());
}
#define EXPECT(what) expect((what), __LINE__, #what)
#define EXPECT_FAILS(call, status, words)             \
  do {                                                \
    EXPECT((call) == (status));                       \
    EXPECT(strstr(zs_last_error(), (words)) != NULL); \
  } while (0)

static const char since[] = "Die Partnerschaft von Siemens und Bosch l\xC3\xA4uft seit 2019.\n";
static const char until[] = "Die Partnerschaft von Siemens und Bosch endet 2030.\n";

static zs_timeline *read_text(const zs_extractor *find, const char *text, const char *published) {
  const zs_option options[] = {{"published", published}, {"name", "artikel.txt"}, {NULL, NULL}};
  zs_timeline *found = NULL;
  EXPECT(zs_read(find, text, strlen(text), options, &found) == ZS_OK);
  return found;
}

// Freed by the caller.
static char *written(const zs_timeline *found, const char *format) {
  char *out = NULL;
  size_t size = 0;
  EXPECT(zs_write(found, format, NULL, &out, &size) == ZS_OK);
  EXPECT(out != NULL && size > 0 && out[size] == 0);
  return out;
}

static void test_versions(void) {
  EXPECT(zs_abi_version() == ZS_ABI_VERSION);
  EXPECT(strncmp(zs_program_version(), "zeitstrahl ", 11) == 0);
}

static void test_reading(const zs_extractor *find) {
  zs_timeline *found = read_text(find, since, "2025-01-22");
  char *json = written(found, "json");
  EXPECT(strstr(json, "\"edtf\": \"2019/..\"") != NULL);
  EXPECT(strstr(json, "\"published_from\": \"option\"") != NULL);

  // What was written is a timeline again, with the same bytes.
  zs_timeline *again = NULL;
  EXPECT(zs_read(find, json, strlen(json), NULL, &again) == ZS_OK);
  char *csv = written(found, "csv");
  char *csv_again = written(again, "csv");
  EXPECT(strcmp(csv, csv_again) == 0);

  zs_bytes_free(csv_again);
  zs_bytes_free(csv);
  zs_timeline_free(again);
  zs_bytes_free(json);
  zs_timeline_free(found);

  EXPECT(zs_read(find, NULL, 0, NULL, &found) == ZS_OK);  // an empty article is one
  zs_timeline_free(found);
}

static void test_files(const zs_extractor *find, const char *folder) {
  char path[4096];
  snprintf(path, sizeof path, "%s/artikel.txt", folder);
  FILE *file = fopen(path, "wb");
  EXPECT(file != NULL && fputs(since, file) >= 0 && fclose(file) == 0);
  zs_timeline *found = NULL;
  EXPECT(zs_read_file(find, path, NULL, &found) == ZS_OK);
  char *json = written(found, "json");
  EXPECT(strstr(json, "\"id\": \"artikel\"") != NULL);
  zs_bytes_free(json);
  zs_timeline_free(found);
  EXPECT(remove(path) == 0);
  found = NULL;
  EXPECT_FAILS(zs_read_file(find, path, NULL, &found), ZS_IO, "artikel.txt");
  EXPECT(found == NULL);
}

static void test_faults(const zs_extractor *find, const char *faulty_tables) {
  zs_timeline *found = NULL;
  const zs_option unknown[] = {{"publisht", "2025-01-22"}, {NULL, NULL}};
  EXPECT_FAILS(zs_read(find, since, strlen(since), unknown, &found), ZS_BAD_USAGE,
               "publisht: no such option; there are time-zone, no-repair, published");
  const zs_option no_day[] = {{"published", "2025-02-30"}, {NULL, NULL}};
  EXPECT_FAILS(zs_read(find, since, strlen(since), no_day, &found), ZS_BAD_USAGE, "YYYY-MM-DD");
  const zs_option no_value[] = {{"published", NULL}, {NULL, NULL}};
  EXPECT_FAILS(zs_read(find, since, strlen(since), no_value, &found), ZS_BAD_USAGE, "no value");
  EXPECT_FAILS(zs_read(find, "%PDF-1.7\n", 9, NULL, &found), ZS_BAD_INPUT, "PDF");
  EXPECT_FAILS(zs_read(NULL, since, strlen(since), NULL, &found), ZS_BAD_USAGE, "NULL");
  EXPECT(found == NULL);

  zs_extractor *none = NULL;
  const zs_option no_folder[] = {{"lang-dir", "/there/is/none"}, {NULL, NULL}};
  EXPECT_FAILS(zs_open(no_folder, &none), ZS_IO, "/there/is/none");
  const zs_option no_claims[] = {{"lang-dir", faulty_tables}, {NULL, NULL}};
  EXPECT_FAILS(zs_open(no_claims, &none), ZS_BAD_INPUT, "claims.tsv: is missing or empty");
  EXPECT(none == NULL);

  char *out = NULL;
  size_t size = 0;
  found = read_text(find, since, "2025-01-22");
  EXPECT_FAILS(zs_write(found, "docx", NULL, &out, &size), ZS_BAD_USAGE, "docx: no such format");
  const zs_option narrow[] = {{"width", "100"}, {NULL, NULL}};
  EXPECT_FAILS(zs_write(found, "svg", narrow, &out, &size), ZS_BAD_USAGE, "320");
  const zs_option no_number[] = {{"width", "1e3"}, {NULL, NULL}};
  EXPECT_FAILS(zs_write(found, "svg", no_number, &out, &size), ZS_BAD_USAGE, "number");
  EXPECT_FAILS(zs_write(found, "csv", narrow, &out, &size), ZS_BAD_USAGE, "there are none here");
  EXPECT(out == NULL && size == 0);
  zs_timeline_free(found);
}

static void test_lines(const zs_extractor *find) {
  const char good[] = "{\"id\": \"a\", \"text\": \"Seit 2019 sind sie Partner.\"}";
  char *out = NULL;
  size_t size = 0;
  int failed = 1;
  EXPECT(zs_answer_line(find, good, strlen(good), NULL, &out, &size, &failed) == ZS_OK);
  EXPECT(failed == 0 && strstr(out, "2019") != NULL && strchr(out, '\n') == NULL);
  zs_bytes_free(out);
  EXPECT(zs_answer_line(find, "{\"id\": \"b\"}", 11, NULL, &out, &size, &failed) == ZS_OK);
  EXPECT(failed == 1 && strstr(out, "\"code\":\"no-text\"") != NULL);
  zs_bytes_free(out);
}

static void test_comparing(const zs_extractor *find) {
  zs_timeline *articles[2] = {
      read_text(find, until, "2025-01-22"),
      read_text(find, "Die Partnerschaft von Siemens und Bosch endet 2032.", "2025-01-23")};
  zs_comparison *compared = NULL;
  EXPECT(zs_compare(find, (const zs_timeline *const *)articles, 2, NULL, &compared) == ZS_OK);
  zs_timeline_free(articles[0]);  // the comparison has its own
  zs_timeline_free(articles[1]);
  char *out = NULL;
  size_t size = 0;
  EXPECT(zs_comparison_write(compared, "json", NULL, &out, &size) == ZS_OK);
  EXPECT(strstr(out, "\"verdict\": \"conflict\"") != NULL);
  zs_bytes_free(out);
  out = NULL;
  const zs_option merged[] = {{"merge", "true"}, {NULL, NULL}};
  EXPECT_FAILS(zs_comparison_write(compared, "xml", NULL, &out, &size), ZS_BAD_USAGE, "xml");
  EXPECT_FAILS(zs_comparison_write(compared, "json", merged, &out, &size), ZS_BAD_USAGE, "merge");
  zs_comparison_free(compared);
  const zs_timeline *const none[] = {NULL};
  EXPECT_FAILS(zs_compare(find, none, 1, NULL, &compared), ZS_BAD_USAGE, "NULL");
}

static void *read_often(void *find) {
  char *first = NULL;
  for (int i = 0; i < 50; ++i) {
    zs_timeline *found = read_text(find, i % 2 ? since : until, "2025-01-22");
    zs_timeline_free(found);
    found = read_text(find, since, "2025-01-22");
    char *json = written(found, "json");
    zs_timeline_free(found);
    EXPECT(first == NULL || strcmp(first, json) == 0);
    if (first == NULL) {
      first = json;
    } else {
      zs_bytes_free(json);
    }
  }
  return first;
}

// Errors belong to their thread, and an extractor to all.
static void *fail_elsewhere(void *find) {
  zs_timeline *found = NULL;
  EXPECT(zs_last_error()[0] == 0);
  EXPECT(zs_read(find, "%PDF-1.7\n", 9, NULL, &found) == ZS_BAD_INPUT);
  return NULL;
}

static void test_threads(zs_extractor *find) {
  pthread_t threads[4];
  char *results[4];
  for (int i = 0; i < 4; ++i) EXPECT(pthread_create(&threads[i], NULL, read_often, find) == 0);
  for (int i = 0; i < 4; ++i) EXPECT(pthread_join(threads[i], (void **)&results[i]) == 0);
  for (int i = 1; i < 4; ++i) EXPECT(strcmp(results[0], results[i]) == 0);
  for (int i = 0; i < 4; ++i) zs_bytes_free(results[i]);

  EXPECT_FAILS(zs_write(NULL, "svg", NULL, NULL, NULL), ZS_BAD_USAGE, "NULL");
  EXPECT(pthread_create(&threads[0], NULL, fail_elsewhere, find) == 0);
  EXPECT(pthread_join(threads[0], NULL) == 0);
  EXPECT(strstr(zs_last_error(), "NULL") != NULL);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  zs_extractor *find = NULL;
  EXPECT(zs_last_error()[0] == 0);
  EXPECT(zs_open(NULL, &find) == ZS_OK);
  if (find == NULL) return 1;
  test_versions();
  test_reading(find);
  test_files(find, arguments[1]);
  test_faults(find, arguments[2]);
  test_lines(find);
  test_comparing(find);
  test_threads(find);
  zs_extractor_free(find);
  zs_extractor_free(NULL);
  zs_timeline_free(NULL);
  zs_comparison_free(NULL);
  zs_bytes_free(NULL);
  return faults == 0 ? 0 : 1;
}
