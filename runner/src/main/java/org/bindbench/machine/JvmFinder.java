package org.bindbench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.UsageException;

/** Finds the JVMs of a computer by reading files alone; starts none of them. */
public final class JvmFinder {
  /** The source of the JVM this process runs on. */
  public static final String RUNNING = "the running JVM";

  /** The variable that names a JVM as {@code --jvm} does. */
  public static final String VARIABLE = "BINDBENCH_JVM";

  private static final int EXIT_ENVIRONMENT = 78;
  private static final Runtime.Version NO_VERSION = Runtime.Version.parse("1");

  /** JAVA_HOME_25, JAVA_HOME_17_X64, JDK_25, JDK25, JAVA_25_HOME, GRAALVM_HOME … */
  private static final Pattern COUSIN =
      Pattern.compile("JAVA_HOME_\\d+\\w*|JDK_?\\d+\\w*|JAVA_?\\d+_HOME|(JDK|GRAALVM)_HOME");

  private static final List<String> USER_FOLDERS =
      List.of(
          ".sdkman/candidates/java",
          ".jdks",
          ".asdf/installs/java",
          ".local/share/mise/installs/java",
          ".gradle/jdks",
          ".jenv/versions",
          ".jabba/jdk",
          "Library/Java/JavaVirtualMachines");

  private final Surroundings surroundings;

  public JvmFinder(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Finds every JVM: those named first, then those of variables, the running one, and the usual
   * folders, each of these from its newest version down.
   *
   * @param named values of {@code --jvm}: a home, its {@code bin/java}, or a link to either
   * @throws UsageException with exit code 78 where one that was named, here or in {@value
   *     #VARIABLE}, cannot be used
   */
  public Jvms find(List<String> named) {
    Found found = new Found(surroundings.running().home());
    String variable = surroundings.variable(VARIABLE);
    for (String text : named) found.add(explicit(text, "--jvm"));
    if (named.isEmpty() && !variable.isEmpty()) found.add(explicit(variable, VARIABLE));
    int explicit = found.size();

    found.searched("JAVA_HOME and its numbered cousins");
    variables().forEach((name, value) -> found.add(JvmHome.inspect(value, name)));
    found.searched(RUNNING);
    found.add(running());
    List<Path> folders = new ArrayList<>(surroundings.jvmFolders());
    USER_FOLDERS.forEach(folder -> folders.add(surroundings.home().resolve(folder)));
    for (Path folder : folders) {
      found.searched(folder.toString());
      inFolder(folder).forEach(found::add);
    }
    return found.jvms(explicit);
  }

  private Candidate explicit(String text, String source) {
    Candidate candidate = JvmHome.inspect(text, source);
    if (candidate instanceof Candidate.Refused refused) {
      String what = source.equals(VARIABLE) ? VARIABLE + "=" + text : source + " " + text;
      throw new UsageException(
          what
              + " cannot be used: "
              + refused.home()
              + " "
              + refused.reason()
              + "; give the home of a JDK 17 or later, such as "
              + surroundings.running().home()
              + ", or its bin/java.",
          EXIT_ENVIRONMENT);
    }
    return candidate;
  }

  private Map<String, String> variables() {
    Map<String, String> chosen = new LinkedHashMap<>();
    String javaHome = surroundings.variable("JAVA_HOME");
    if (!javaHome.isEmpty()) chosen.put("JAVA_HOME", javaHome);
    surroundings.environment().keySet().stream()
        .filter(name -> COUSIN.matcher(name).matches())
        .sorted(Comparator.comparingInt(JvmFinder::number).reversed().thenComparing(name -> name))
        .filter(name -> !surroundings.variable(name).isEmpty())
        .forEach(name -> chosen.put(name, surroundings.variable(name)));
    return chosen;
  }

  private static int number(String name) {
    String digits = name.replaceFirst("\\D*", "").replaceFirst("\\D.*", "");
    return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
  }

  /** The running JVM is known without its files, but needs a launcher to be forked. */
  private Candidate running() {
    JvmFacts running = surroundings.running();
    Candidate candidate = JvmHome.inspect(running.home().toString(), RUNNING);
    return candidate.refusal().isPresent() && Files.isExecutable(running.java())
        ? new Candidate.Usable(running, RUNNING)
        : candidate;
  }

  private static List<Candidate> inFolder(Path folder) {
    List<Path> homes = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.sorted().toList()) {
        Stream.of("", JvmHome.MAC, "libexec/openjdk.jdk/" + JvmHome.MAC)
            .map(child::resolve)
            .filter(JvmHome::hasLauncher)
            .findFirst()
            .ifPresent(homes::add);
      }
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // no such folder here, or none that may be read: nothing to offer
    }
    return homes.stream()
        .map(home -> JvmHome.inspect(home.toString(), folder.toString()))
        .sorted(Comparator.comparing(JvmFinder::versionOf).reversed())
        .toList();
  }

  private static Runtime.Version versionOf(Candidate candidate) {
    return candidate.jvm().map(jvm -> Runtime.Version.parse(jvm.version())).orElse(NO_VERSION);
  }

  /** What was found so far, each home once: the place that is looked at first names its source. */
  private static final class Found {
    private final Map<Path, Candidate> byHome = new LinkedHashMap<>();
    private final List<String> searched = new ArrayList<>();
    private final Path running;

    Found(Path running) {
      this.running = running;
    }

    void searched(String place) {
      searched.add(place);
    }

    void add(Candidate candidate) {
      byHome.putIfAbsent(candidate.home(), candidate);
    }

    int size() {
      return byHome.size();
    }

    Jvms jvms(int explicit) {
      return new Jvms(List.copyOf(byHome.values()), explicit, real(running), searched);
    }

    private static Path real(Path path) {
      try {
        return path.toRealPath();
      } catch (IOException e) {
        return path;
      }
    }
  }
}
