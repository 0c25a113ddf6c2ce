package org.bindbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Steadiness;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the documents say of options, metrics and dependencies is so. */
class DocsTest {
  private static final Path ROOT = root();
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private static final Pattern ARTIFACT = Pattern.compile("(.+)-(\\d[\\w.]*)\\.(jar|pom)");

  /** Options of other programs: the guest libraries' and scripts' own, and those of a JVM. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "--benchmark-json",
          "--case",
          "--out",
          "--seconds",
          "--rows",
          "--enable-native-access",
          "--sun-misc-unsafe-memory-access",
          "--upgrade-module-path");

  /** Folders of the local Maven repository whose jars only tests and the compiler need. */
  private static final List<String> FOR_TESTS =
      List.of(
          "/org/apache/maven/",
          "/commons-io/",
          "/org/junit/",
          "/org/opentest4j/",
          "/org/apiguardian/",
          "/org/assertj/",
          "/net/bytebuddy/",
          "/com/tngtech/",
          "/org/openjdk/jol/",
          "/org/openjdk/jmh/",
          "/net/sf/jopt-simple/",
          "/org/apache/commons/commons-math3/",
          "/com/google/auto/service/");

  @ParameterizedTest
  @MethodSource("documents")
  void everyOptionExists(Path document) {
    Set<String> unknown = found(OPTION, document, 0);
    unknown.removeAll(OF_OTHERS);
    unknown.removeAll(options());
    assertThat(unknown).isEmpty();
  }

  @Test
  void theReadmeNamesEveryOptionOfAMeasurement() {
    Set<String> missing = new TreeSet<>();
    new CommandLine(new MeasureOptions())
        .getCommandSpec().options().stream()
            .forEach(option -> missing.addAll(List.of(option.names())));
    String readme = text(Path.of("README.md"));
    missing.removeIf(
        name -> readme.contains("`" + name + "`") || readme.contains("`" + name + " "));
    assertThat(missing).isEmpty();
  }

  @Test
  void theReadmeNamesEveryCommand() {
    assertThat(commandLine().getSubcommands().keySet())
        .allSatisfy(name -> assertThat(text(Path.of("README.md"))).contains("`" + name));
  }

  @Test
  void everyMetricIsDefined() throws IllegalAccessException {
    List<String> ids = new ArrayList<>(List.of(Metrics.RATE));
    for (Field field : Metrics.class.getFields())
      if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Metric metric)
        ids.add(metric.id());
    assertThat(ids).hasSizeGreaterThan(10);
    String metrics = text(Path.of("docs", "metrics.md"));
    assertThat(ids).allSatisfy(id -> assertThat(metrics).contains("| `" + id + "` |"));
  }

  @Test
  void everyWordBesideAFigureIsExplained() {
    Stream<String> flags =
        Stream.of(
            CaseResult.INLINED,
            CaseResult.MACHINE_MOVED,
            CaseResult.INTERPRETER_ONLY,
            CaseResult.WITHOUT_JIT,
            CaseResult.REPORTED);
    Stream<String> settled =
        Stream.of(Steadiness.values()).filter(each -> !each.isSteady()).map(Steadiness::title);
    String page = text(Path.of("docs", "reading-the-report.md"));
    assertThat(Stream.concat(flags, settled))
        .allSatisfy(word -> assertThat(page).contains("\n| " + word + " | "));
  }

  @Test
  void theNoticeNamesEveryDependencyThatTheJarCarries() {
    List<String> carried =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> entry.replace('\\', '/'))
            .filter(entry -> entry.matches(".+\\.(jar|pom)"))
            .filter(entry -> FOR_TESTS.stream().noneMatch(entry::contains))
            .map(entry -> entry.substring(entry.lastIndexOf('/') + 1))
            .map(DocsTest::artifactAndVersion)
            .toList();
    assertThat(carried).hasSizeGreaterThan(40);
    String notice = text(Path.of("NOTICE"));
    assertThat(carried).allSatisfy(each -> assertThat(notice).contains(":" + each + "\n"));
  }

  private static String artifactAndVersion(String fileName) {
    Matcher artifact = ARTIFACT.matcher(fileName);
    return artifact.matches() ? artifact.group(1) + ":" + artifact.group(2) : fileName;
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(
                      "README.md",
                      "CHANGELOG.md",
                      "reports/README.md",
                      "docs/examples/own-library/README.md")
                  .map(Path::of),
              docs.filter(file -> file.toString().endsWith(".md")).map(ROOT::relativize).sorted())
          .toList();
    }
  }

  private static Set<String> options() {
    Set<String> names = new TreeSet<>();
    addOptions(commandLine(), names);
    return names;
  }

  private static void addOptions(CommandLine command, Set<String> names) {
    command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
    command.getSubcommands().values().forEach(below -> addOptions(below, names));
  }

  static CommandLine commandLine() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(nowhere, nowhere, new Style(false, false, 100), false);
    return Main.commandLine(terminal);
  }

  private static Set<String> found(Pattern pattern, Path document, int group) {
    Set<String> found = new TreeSet<>();
    pattern
        .matcher(text(document))
        .results()
        .map((MatchResult each) -> each.group(group))
        .forEach(found::add);
    return found;
  }

  private static String text(Path document) {
    try {
      return Files.readString(ROOT.resolve(document));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot read " + document, e);
    }
  }

  /** The folder of the sources, which tests run in or below. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("mvnw"))) folder = folder.getParent();
    if (folder == null) throw new IllegalStateException("run the tests inside the repository");
    return folder;
  }
}
