package org.bindbench.program;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a document, in its order.
 *
 * <p>A command is a line of a fence whose first word is {@code sh}; lines that begin with {@code #}
 * are comments, and one that ends in a backslash goes on in the next. A fence with {@code
 * title=NAME} is a file that the reader makes; the commands of the fence right after it need it.
 */
final class ReadmeCommands {
  private static final Pattern FENCE = Pattern.compile("(`{3,}|~{3,})\\s*(\\S*)(.*)");
  private static final Pattern TITLE = Pattern.compile("\\btitle=\"?([^\\s\"]+)\"?");

  private ReadmeCommands() {}

  /**
   * One line for a shell.
   *
   * @param files contents of the files it needs, by name
   */
  record Command(String text, Map<String, String> files) {

    /** Makes the files and runs it, which must end with 0. */
    Ended obey(RunnerJar runner) throws IOException {
      for (Map.Entry<String, String> file : files.entrySet())
        Files.writeString(runner.folder().resolve(file.getKey()), file.getValue());
      return runner.bash(text).with(0);
    }
  }

  static List<Command> of(String document) {
    List<Command> commands = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    List<String> block = new ArrayList<>();
    String fence = "";
    String language = "";
    String title = "";
    for (String line : document.lines().toList()) {
      Matcher opening = FENCE.matcher(line);
      if (fence.isEmpty() && opening.matches()) {
        Matcher titled = TITLE.matcher(opening.group(3));
        fence = opening.group(1);
        language = opening.group(2);
        title = titled.find() ? titled.group(1) : "";
        block.clear();
      } else if (!fence.isEmpty() && line.strip().equals(fence)) {
        if (!title.isEmpty()) {
          files.put(title, String.join("\n", block) + "\n");
        } else {
          if (language.equals("sh")) commands.addAll(commands(block, files));
          files.clear();
        }
        fence = "";
      } else if (!fence.isEmpty()) {
        block.add(line);
      }
    }
    if (!fence.isEmpty()) throw new IllegalArgumentException("a fence is not closed: " + language);
    return commands;
  }

  private static List<Command> commands(List<String> lines, Map<String, String> files) {
    String joined = String.join("\n", lines).replaceAll("\\\\\n\\s*", "");
    return joined
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> new Command(line, Map.copyOf(files)))
        .toList();
  }
}
