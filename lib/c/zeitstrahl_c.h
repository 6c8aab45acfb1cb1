#ifndef ZEITSTRAHL_C_H_
#define ZEITSTRAHL_C_H_

/* Zeitstrahl for C, and for all that can call C.
 *
 *     zs_extractor *find = NULL;  zs_timeline *found = NULL;  char *svg = NULL;  size_t size = 0;
 *     const zs_option when[] = {{"published", "2025-01-22"}, {NULL, NULL}};
 *     if (zs_open(NULL, &find) || zs_read_file(find, "artikel.md", when, &found) ||
 *         zs_write(found, "svg", NULL, &svg, &size)) fprintf(stderr, "%s\n", zs_last_error());
 *     if (svg) fwrite(svg, 1, size, stdout);
 *
 * Link with -lzeitstrahl_c (pkg-config zeitstrahl_c).  Handles are opaque; whoever gets one
 * gives it back with its zs_..._free, which takes NULL too.  An extractor may be used by
 * several threads at once; timelines and comparisons are never changed and may be read by
 * several.  All text is UTF-8.  Nothing is printed, and no C++ exception leaves the library. */

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Goes up where a program that was built before would no longer run; the library's SONAME
 * ends in it.  What is added does not change it. */
#define ZS_ABI_VERSION 1

#if defined(__GNUC__)
#define ZS_API __attribute__((visibility("default")))
#else
#define ZS_API
#endif

/* What every call that can fail returns; 0 to 3 are the program's exit codes. */
typedef enum zs_status {
  ZS_OK = 0,
  ZS_BAD_INPUT = 1, /* an article or a table that cannot be used as it is */
  ZS_BAD_USAGE = 2, /* NULL, an unknown option or format, options that do not fit */
  ZS_IO = 3,        /* the operating system refused to read or write */
  ZS_NO_MEMORY = 4,
  ZS_INTERNAL = 5 /* a fault in the library: please report it */
} zs_status;

typedef struct zs_extractor zs_extractor;
typedef struct zs_timeline zs_timeline;
typedef struct zs_comparison zs_comparison;

/* Options are an array that ends with {NULL, NULL}; NULL is none.  Their names are those of
 * the program's options: {"published", "2025-01-22"}, {"width", "400"}, {"with-text", "true"}.
 * Flags are "true" or "false".  A call that does not know one is bad usage and names those
 * that it knows. */
typedef struct zs_option {
  const char *name;
  const char *value;
} zs_option;

/* ZS_ABI_VERSION of the library that runs, and "zeitstrahl 0.1.0". */
ZS_API int zs_abi_version(void);
ZS_API const char *zs_program_version(void);

/* Why the last call of this thread that failed did so: one line without its end.  Valid until
 * the next call that fails; "" where none has. */
ZS_API const char *zs_last_error(void);

/* Loads the language.  Options: style (news, narrative, auto), lang-dir. */
ZS_API zs_status zs_open(const zs_option *options, zs_extractor **out);
ZS_API void zs_extractor_free(zs_extractor *find);

/* Reads an article (text, Markdown, HTML, TimeML, a record of NDJSON, gzip of these) and finds
 * what it claims; or reads a timeline that zs_write or the program wrote as JSON.  Options:
 * published, name (of the article, for errors and its id), input-format (auto, text, markdown,
 * html, timeml, ndjson), time-zone, no-repair. */
ZS_API zs_status zs_read(const zs_extractor *find, const char *bytes, size_t size,
                         const zs_option *options, zs_timeline **out);
/* The same; "-" is standard input. */
ZS_API zs_status zs_read_file(const zs_extractor *find, const char *path, const zs_option *options,
                              zs_timeline **out);
ZS_API void zs_timeline_free(zs_timeline *found);

/* One line of `zeitstrahl batch`: a record of NDJSON in, the line of its result out, without
 * line break.  A record that cannot be read is no failure: its line holds the error, and *failed,
 * which may be NULL, is 1.  Options: with-text, output-only (all, expressions), time-zone,
 * no-repair. */
ZS_API zs_status zs_answer_line(const zs_extractor *find, const char *line, size_t size,
                                const zs_option *options, char **out, size_t *out_size,
                                int *failed);

/* The bytes that `extract` and `draw` write.  Formats: json, ndjson, csv, timeml, markdown,
 * icalendar, json-ld, followthemoney, timelinejs, vis-timeline; svg, png, pdf, html, caption.
 * Options of json and ndjson: with-text; of timeml: vague; of pictures: theme, width, scale,
 * page, embed-fonts, links, title, thread (may stand several times), without (parted by
 * commas), since, until, max-claims, hide-vague, all.  A zero follows the bytes and is not counted.
 */
ZS_API zs_status zs_write(const zs_timeline *found, const char *format, const zs_option *options,
                          char **out, size_t *out_size);

/* Puts timelines side by side, which stay the caller's.  Options: none yet. */
ZS_API zs_status zs_compare(const zs_extractor *find, const zs_timeline *const *timelines,
                            size_t count, const zs_option *options, zs_comparison **out);
/* Formats: json, csv, markdown; svg, png, pdf, html with the options theme, width, scale,
 * embed-fonts, title and merge. */
ZS_API zs_status zs_comparison_write(const zs_comparison *compared, const char *format,
                                     const zs_option *options, char **out, size_t *out_size);
ZS_API void zs_comparison_free(zs_comparison *compared);

/* Gives back what a call has put into a char **out. */
ZS_API void zs_bytes_free(char *bytes);

#ifdef __cplusplus
}
#endif

#endif /* ZEITSTRAHL_C_H_ */
