#include "lang/read_rows.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include "lang/read_example.h"

namespace zeitstrahl {
namespace {

// A pattern that may stand before every rule: rules with and without a preposition then
// begin at the same word, and the longest wins.
constexpr std::string_view left_context_name = "LEFT";

// The words of the row above, in the pattern of a row "unless".
constexpr std::string_view row_above_name = "_";

constexpr std::string_view define_rows = "define ";
constexpr std::string_view unless_rows = "unless";
constexpr std::string_view join_rows = "join ";

result<pattern_tree> read_tree(const table& rows, const table_row& row,
                               const pattern_names& names) {
  const result<pattern_tree> tree = parse_pattern(row.columns[1], names);
  if (!tree) return rows.fault(row, tree.error().message);
  return *tree;
}

failure read_examples(const table& rows, const table_row& row, std::vector<example>& out) {
  for (const std::string_view text : split(row.columns.back(), " ; ")) {
    const result<example> read = read_example(text);
    if (!read) return rows.fault(row, read.error().message);
    out.push_back(*read);
  }
  return std::nullopt;
}

failure define(const table& rows, const table_row& row, pattern_names& names, pattern_rows& out) {
  const std::string name(trimmed(row.columns[0].substr(define_rows.size())));
  const result<pattern_tree> tree = read_tree(rows, row, names);
  if (!tree) return tree.error();
  if (names.defined.contains(name) || names.find_class(name)) {
    return rows.fault(row, "the name \"" + name + "\" is taken");
  }
  names.defined[name] = *tree;
  out.defines[name] = rows.where(row);
  return std::nullopt;
}

bool has_extent(const pattern_tree& tree) {
  return tree->is == pattern_node::kind::extent ||
         std::any_of(tree->parts.begin(), tree->parts.end(), has_extent);
}

pattern_tree wrap(pattern_node::kind kind, std::vector<pattern_tree> parts, char repeat = 0) {
  auto node = std::make_shared<pattern_node>();
  node->is = kind;
  node->repeat = repeat;
  node->parts = std::move(parts);
  return node;
}

pattern_tree with_left_context(const pattern_tree& tree, const pattern_names& names) {
  const auto left = names.defined.find(left_context_name);
  if (left == names.defined.end()) return tree;
  names.used.insert(left->first);
  using kind = pattern_node::kind;
  return wrap(kind::sequence, {wrap(kind::repeat, {left->second}, '*'),
                               has_extent(tree) ? tree : wrap(kind::extent, {tree})});
}

// The pattern without slots and extents.
pattern_tree bare(const pattern_tree& tree) {
  const bool marked =
      tree->is == pattern_node::kind::slot || tree->is == pattern_node::kind::extent;
  if (tree->parts.empty()) return tree;
  auto node = std::make_shared<pattern_node>(*tree);
  if (marked) node->is = pattern_node::kind::sequence;
  for (pattern_tree& part : node->parts) part = bare(part);
  return node;
}

// unless "rund" _ NOUN: words that keep those of the row above from what it says.  It becomes a
// row of its own, longer than what it guards, which says that there is no time.
failure read_condition(const table& rows, const table_row& row, pattern_names& names,
                       pattern_rows& out, const pattern_tree& guarded) {
  if (!guarded) return rows.fault(row, "a condition stands below the row that it guards");
  if (row.columns.size() != 3) {
    return rows.fault(row, "a condition needs three columns: unless, pattern, examples");
  }
  const std::string name(row_above_name);
  names.defined[name] = bare(guarded);
  const result<pattern_tree> tree = read_tree(rows, row, names);
  names.defined.erase(name);
  if (!tree) return tree.error();
  rule r;
  r.name = std::string(unless_rows) + ' ' + out.rules.back().name;
  r.where = rows.where(row);
  r.meaning_text = "nothing()";
  if (failure problem = read_examples(rows, row, r.examples)) return problem;
  // Before the row, so that it wins where others match as much.
  out.rules.insert(out.rules.end() - 1, std::move(r));
  out.rule_trees.insert(out.rule_trees.end() - 1, with_left_context(*tree, names));
  return std::nullopt;
}

// join range	"bis" ("zum" | ARTICLE)?
failure read_join(const table& rows, const table_row& row, const pattern_names& names,
                  pattern_rows& out) {
  static constexpr std::pair<std::string_view, join_kind> kinds[] = {
      {"join inside", join_kind::inside},
      {"join range", join_kind::range},
      {"join list", join_kind::list}};
  const auto* const kind = std::find_if(std::begin(kinds), std::end(kinds),
                                        [&](const auto& k) { return k.first == row.columns[0]; });
  if (kind == std::end(kinds)) {
    return rows.fault(row, "write join inside, join range or join list");
  }
  const result<pattern_tree> tree = read_tree(rows, row, names);
  if (!tree) return tree.error();
  out.joins.push_back({rows.where(row), kind->second, {}});
  out.join_trees.push_back(*tree);
  return std::nullopt;
}

}  // namespace

std::vector<pattern_tree> pattern_rows::trees() const {
  std::vector<pattern_tree> out;
  for (const auto* some : {&rule_trees, &frame_trees, &join_trees}) {
    out.insert(out.end(), some->begin(), some->end());
  }
  return out;
}

failure read_rules(const table& rows, pattern_names& names, pattern_rows& out) {
  std::set<std::string_view> seen;
  pattern_tree above;  // of the rule above
  for (const table_row& row : rows.rows) {
    if (row.columns[0] == unless_rows) {
      if (failure problem = read_condition(rows, row, names, out, above)) return problem;
      continue;
    }
    above = nullptr;
    if (row.columns[0].starts_with(define_rows)) {
      if (failure problem = define(rows, row, names, out)) return problem;
      continue;
    }
    if (row.columns[0].starts_with(join_rows)) {
      if (failure problem = read_join(rows, row, names, out)) return problem;
      continue;
    }
    if (row.columns.size() != 4) {
      return rows.fault(row, "a rule needs four columns: name, pattern, meaning, examples");
    }
    if (!seen.insert(row.columns[0]).second) {
      return rows.fault(row, "the name \"" + std::string(row.columns[0]) + "\" is taken");
    }
    const result<pattern_tree> tree = read_tree(rows, row, names);
    if (!tree) return tree.error();
    rule r;
    r.name = row.columns[0];
    r.where = rows.where(row);
    r.meaning_text = row.columns[2];
    if (failure problem = read_examples(rows, row, r.examples)) return problem;
    out.rules.push_back(std::move(r));
    out.rule_trees.push_back(with_left_context(*tree, names));
    above = *tree;
  }
  if (out.rules.empty()) {
    return zeitstrahl::error{error_kind::bad_input, rows.name,
                             "there is no rule in it; copy the built-in table and edit that"};
  }
  return std::nullopt;
}

failure read_frames(const table& rows, pattern_names& names, pattern_rows& out) {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(frame_kind::count_)>
      kinds = {"during",     "since",     "until", "from",      "between",  "before",
               "after",      "ago",       "ahead", "until_ago", "ago_from", "ahead_from",
               "before_day", "after_day", "up_to", "within",    "close"};
  for (const table_row& row : rows.rows) {
    if (row.columns[0].starts_with(define_rows)) {
      if (failure problem = define(rows, row, names, out)) return problem;
      continue;
    }
    if (row.columns.size() != 4) {
      return rows.fault(row, "a frame needs four columns: name, pattern, relation, examples");
    }
    const auto* const kind = std::find(kinds.begin(), kinds.end(), row.columns[2]);
    if (kind == kinds.end()) {
      return rows.fault(row, "unknown relation \"" + std::string(row.columns[2]) + "\"");
    }
    const result<pattern_tree> tree = read_tree(rows, row, names);
    if (!tree) return tree.error();
    frame f;
    f.name = row.columns[0];
    f.where = rows.where(row);
    f.kind = static_cast<frame_kind>(kind - kinds.begin());
    if (failure problem = read_examples(rows, row, f.examples)) return problem;
    out.frames.push_back(std::move(f));
    out.frame_trees.push_back(*tree);
  }
  return std::nullopt;
}

}  // namespace zeitstrahl
