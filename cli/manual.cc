#include "cli/manual.h"

#include <algorithm>
#include <cctype>

#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& program) {
  std::vector<const CLI::App*> out;
  for (const CLI::App* c : program.get_subcommands({})) {
    if (!c->get_group().empty()) out.push_back(c);
  }
  return out;
}

std::vector<const CLI::Option*> options_of(const CLI::App& command) {
  std::vector<const CLI::Option*> out;
  for (const CLI::Option* o : command.get_options()) {
    if (!o->get_positional()) out.push_back(o);
  }
  return out;
}

std::vector<const CLI::Option*> positionals_of(const CLI::App& command) {
  std::vector<const CLI::Option*> out;
  for (const CLI::Option* o : command.get_options()) {
    if (o->get_positional()) out.push_back(o);
  }
  return out;
}

bool takes_value(const CLI::Option& o) { return o.get_items_expected_max() > 0; }

// The values that one_of() allows, which stand in the type's name: "{svg, png}".
std::vector<std::string> choices_of(const CLI::Option& o) {
  const std::string name = o.get_type_name();
  const std::size_t open = name.find('{');
  std::vector<std::string> out;
  if (open == std::string::npos) return out;
  for (std::size_t at = open + 1; at < name.size() && name[at] != '}';) {
    const std::size_t end = name.find_first_of(",}", at);
    out.push_back(name.substr(at, end - at));
    at = name.find_first_not_of(", ", end);
  }
  return out;
}

bool takes_file(const CLI::Option& o) {
  const std::string name = o.get_type_name();
  return takes_value(o) && (name == "FILE" || name == "DIR" || name == "ARTICLE");
}

std::vector<std::string> names_of(const CLI::Option& o) {
  std::vector<std::string> out;
  for (const std::string& s : o.get_snames()) out.push_back("-" + s);
  for (const std::string& l : o.get_lnames()) out.push_back("--" + l);
  return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(separator)) + part;
  return out;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

// What stands for the value: the choices themselves where they are few.
std::string value_name(const CLI::Option& o) {
  constexpr std::size_t few = 24;
  const std::string choices = joined(choices_of(o), "|");
  if (choices.empty()) return o.get_type_name();
  return choices.size() <= few ? choices : upper(o.get_lnames().front());
}

// --- man ---

std::string roff(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    line_begins = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string value_of(const CLI::Option& o) {
  return takes_value(o) ? " " + italic(value_name(o)) : std::string();
}

std::string option_entry(const CLI::Option& o) {
  std::vector<std::string> names = names_of(o);
  for (std::string& name : names) name = bold(name);
  std::string out = ".TP\n" + joined(names, ", ") + value_of(o) + "\n";
  out += roff(o.get_description()) + ".\n";
  if (!o.get_default_str().empty()) out += "Default: " + roff(o.get_default_str()) + ".\n";
  return out;
}

// What stands behind the options in --help: text, and indented lines as they are.
std::string footer_sections(const std::string& footer) {
  std::string out;
  bool as_it_is = false;
  std::size_t at = 0;
  while (at < footer.size()) {
    const std::size_t end = std::min(footer.find('\n', at), footer.size());
    const std::string line = footer.substr(at, end - at);
    at = end + 1;
    const bool indented = line.starts_with("  ");
    if (indented != as_it_is && !line.empty()) {
      out += indented ? ".PP\n.EX\n" : ".EE\n.PP\n";
      as_it_is = indented;
    }
    if (line.empty()) {
      if (!as_it_is) out += ".PP\n";
    } else {
      out += roff(line) + "\n";
    }
  }
  return as_it_is ? out + ".EE\n" : out;
}

std::string synopsis(const CLI::App& command, const std::string& name) {
  std::string out = ".SH SYNOPSIS\n" + bold(name) + " [" + italic("options") + "]";
  for (const CLI::Option* p : positionals_of(command)) {
    const std::string word =
        italic(p->get_name()) + (p->get_items_expected_max() > 1 ? " ..." : "");
    out += " " + (p->get_required() ? word : "[" + word + "]");
  }
  return out + "\n";
}

std::string arguments_and_options(const CLI::App& command) {
  std::string out;
  for (const CLI::Option* p : positionals_of(command)) {
    out += ".TP\n" + italic(p->get_name()) + "\n" + roff(p->get_description()) + ".\n";
  }
  for (const CLI::Option* o : options_of(command)) out += option_entry(*o);
  return ".SH OPTIONS\n" + out;
}

// --- shells ---

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

// Values stand with the option where they are few, and its default behind the words.
class formatter : public CLI::Formatter {
 public:
  std::string make_option_opts(const CLI::Option* o) const override {
    return takes_value(*o) ? " " + value_name(*o) : std::string();
  }
  std::string make_option_desc(const CLI::Option* o) const override {
    const std::string by_default = o->get_default_str();
    return o->get_description() + (by_default.empty() ? "" : " (default: " + by_default + ")");
  }
};

}  // namespace

std::shared_ptr<CLI::Formatter> help_formatter() {
  auto out = std::make_shared<formatter>();
  out->label("SUBCOMMAND", "COMMAND");
  out->label("SUBCOMMANDS", "COMMANDS");
  out->label("Subcommands", "Commands");
  out->label("Positionals", "Arguments");
  return out;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> out;
  for (const CLI::Option* o : options_of(command)) {
    for (const std::string& name : names_of(*o)) out.push_back(name);
  }
  return out;
}

std::vector<std::string> command_names(const CLI::App& program) {
  std::vector<std::string> out;
  for (const CLI::App* c : commands_of(program)) out.push_back(c->get_name());
  return out;
}

std::string man_page(const CLI::App& program, const CLI::App& command) {
  const bool whole = &program == &command;
  const std::string dashed =
      whole ? program.get_name() : program.get_name() + "-" + command.get_name();
  const std::string typed =
      whole ? program.get_name() : program.get_name() + " " + command.get_name();
  std::string about = command.get_description();
  if (about.ends_with('.')) about.pop_back();
  std::string out = ".TH " + upper(dashed) + " 1 \"\" \"" + std::string(program_version()) +
                    "\" \"User Commands\"\n";
  out += ".SH NAME\n" + roff(dashed) + " \\- " + roff(about) + "\n";
  if (whole) {
    out += ".SH SYNOPSIS\n" + bold(typed) + " " + italic("command") + " [" + italic("options") +
           "] ...\n.SH COMMANDS\n";
    for (const CLI::App* c : commands_of(program)) {
      out += ".TP\n" + bold(c->get_name()) + "\n" + roff(c->get_description()) + "\n";
    }
  } else {
    out += synopsis(command, typed);
  }
  out += arguments_and_options(command);
  out += ".SH NOTES\n" + footer_sections(command.get_footer());
  out += ".SH SEE ALSO\n";
  if (!whole) return out + bold(program.get_name()) + "(1)\n";
  std::vector<std::string> pages;
  for (const CLI::App* c : commands_of(program)) {
    pages.push_back(bold(program.get_name() + "-" + c->get_name()) + "(1)");
  }
  return out + joined(pages, ",\n") + "\n";
}

std::string bash_completion(const CLI::App& program) {
  std::string out =
      "_zeitstrahl() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=\n"
      "  ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}\n"
      "  local options= values=\n"
      "  case $command in\n";
  out += "    '') values=\"" + joined(command_names(program), " ") + "\" options=\"" +
         joined(option_names(program), " ") + "\" ;;\n";
  out += "    help) values=\"" + joined(command_names(program), " ") + "\" ;;\n";
  std::string choices;
  for (const CLI::App* c : commands_of(program)) {
    if (c->get_name() == "help") continue;
    out += "    " + c->get_name() + ") options=\"" + joined(option_names(*c), " ") + "\" ;;\n";
    for (const CLI::Option* o : options_of(*c)) {
      if (choices_of(*o).empty()) continue;
      choices += "    " + c->get_name() + "/" + names_of(*o).back() + ") values=\"" +
                 joined(choices_of(*o), " ") + "\" options= ;;\n";
    }
  }
  return out + "  esac\n  case $command/$before in\n" + choices +
         "  esac\n"
         "  if [[ $word == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
         "  elif [[ -n $values ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$values\" -- \"$word\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _zeitstrahl zeitstrahl\n";
}

std::string zsh_completion(const CLI::App& program) {
  std::string out = "#compdef zeitstrahl\n\n_zeitstrahl() {\n  local -a commands\n  commands=(\n";
  for (const CLI::App* c : commands_of(program)) {
    out += "    " + single_quoted(c->get_name() + ":" + c->get_description()) + "\n";
  }
  out +=
      "  )\n"
      "  if ((CURRENT == 2)); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n"
      "  ((CURRENT--))\n"
      "  case $command in\n"
      "    help) _describe command commands ;;\n";
  for (const CLI::App* c : commands_of(program)) {
    if (c->get_name() == "help") continue;
    out += "    " + c->get_name() + ")\n      _arguments \\\n";
    for (const CLI::Option* o : options_of(*c)) {
      std::string about = o->get_description();
      for (char& sign : about) sign = sign == '[' || sign == ']' || sign == ':' ? ' ' : sign;
      std::string action;
      if (const std::vector<std::string> values = choices_of(*o); !values.empty()) {
        action = ":value:(" + joined(values, " ") + ")";
      } else if (takes_value(*o)) {
        action = takes_file(*o) ? ":file:_files" : ":value:";
      }
      for (const std::string& name : names_of(*o)) {
        out += "        " + single_quoted(name + "[" + about + "]" + action) + " \\\n";
      }
    }
    out += "        '*:file:_files' ;;\n";
  }
  return out + "  esac\n}\n\n_zeitstrahl \"$@\"\n";
}

std::string fish_completion(const CLI::App& program) {
  std::string out;
  const std::string line = "complete -c zeitstrahl";
  for (const CLI::App* c : commands_of(program)) {
    out += line + " -n __fish_use_subcommand -f -a " + c->get_name() + " -d " +
           single_quoted(c->get_description()) + "\n";
  }
  out += line + " -n '__fish_seen_subcommand_from help' -f -a '" +
         joined(command_names(program), " ") + "'\n";
  for (const CLI::App* c : commands_of(program)) {
    for (const CLI::Option* o : options_of(*c)) {
      out += line + " -n '__fish_seen_subcommand_from " + c->get_name() + "'";
      for (const std::string& s : o->get_snames()) out += " -s " + s;
      for (const std::string& l : o->get_lnames()) out += " -l " + l;
      if (const std::vector<std::string> values = choices_of(*o); !values.empty()) {
        out += " -x -a '" + joined(values, " ") + "'";
      } else if (takes_value(*o)) {
        out += takes_file(*o) ? " -r -F" : " -x";
      }
      out += " -d " + single_quoted(o->get_description()) + "\n";
    }
  }
  return out;
}

}  // namespace zeitstrahl
