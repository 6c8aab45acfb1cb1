// convert FORMAT NAME VALUE ARTICLE...: writes each article in a format, or with the format
// "compare:FORMAT" their comparison.  NAME and VALUE are an option of writing; "-" is none.

#include <stdio.h>
#include <string.h>

#include "zeitstrahl_c.h"

#define MOST_ARTICLES 16

static int fail(void) {
  fprintf(stderr, "convert: %s\n", zs_last_error());
  return 1;
}

static int print(char *bytes, size_t size) {
  const int done = fwrite(bytes, 1, size, stdout) == size;
  zs_bytes_free(bytes);
  return done;
}

int main(int count, char **arguments) {
  const char compare[] = "compare:";
  if (count < 5 || count - 4 > MOST_ARTICLES) return 2;
  const int articles = count - 4;
  const int compared = strncmp(arguments[1], compare, strlen(compare)) == 0;
  const zs_option option[] = {{arguments[2], arguments[3]}, {NULL, NULL}};
  const zs_option *options = strcmp(arguments[2], "-") == 0 ? NULL : option;

  zs_extractor *find = NULL;
  zs_timeline *found[MOST_ARTICLES] = {NULL};
  char *out = NULL;
  size_t size = 0;
  if (zs_open(NULL, &find)) return fail();
  for (int i = 0; i < articles; ++i) {
    if (zs_read_file(find, arguments[4 + i], NULL, &found[i])) return fail();
    if (compared) continue;
    if (zs_write(found[i], arguments[1], options, &out, &size)) return fail();
    if (!print(out, size)) return 3;
  }
  if (compared) {
    zs_comparison *all = NULL;
    if (zs_compare(find, (const zs_timeline *const *)found, articles, NULL, &all)) return fail();
    if (zs_comparison_write(all, arguments[1] + strlen(compare), options, &out, &size)) {
      return fail();
    }
    zs_comparison_free(all);
    if (!print(out, size)) return 3;
  }
  for (int i = 0; i < articles; ++i) zs_timeline_free(found[i]);
  zs_extractor_free(find);
  return 0;
}
