package org.bindbench.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bindbench.config.yaml.Faults;
import org.bindbench.config.yaml.Origin;
import org.bindbench.config.yaml.SettingsSchema;
import org.bindbench.config.yaml.YamlReader;
import org.bindbench.model.ChurnSize;
import org.bindbench.model.GcLoad;
import org.bindbench.model.Language;
import org.bindbench.model.LeakCycles;
import org.bindbench.model.Sizes;
import org.bindbench.model.Threshold;
import org.bindbench.model.UsageException;
import org.bindbench.model.WarmUp;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.PauseMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(List.of("graalpy", "luaj", "luajc"), List.of("json", "markdown", "both"));

  @TempDir Path folder;

  @Test
  void theDefaultsFollowTheSchema() {
    Faults faults = new Faults();
    SettingsSchema.check(Settings.defaultsAsWritten(), faults);
    assertThat(faults.lines()).isEmpty();
    assertThat(Settings.defaults().orderFaults().lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gates: {rate: {least: 0.3}}",
        "gates: {rate: {least: 0.1, minor: 0.1}}",
        "gates: {retained_bytes: {critical: 0.2}}"
      })
  void theSharesOfAGateMustRise(String text) {
    assertThatThrownBy(() -> file(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("least, minor, major and critical to rise");
  }

  @Test
  void aGateOfTheFileIsInEffect() throws IOException {
    Settings settings = file("gates: {rate: {least: 0.1}, inconclusive: fail, fail_on: minor}\n");
    assertThat(settings.gates().get("rate")).isEqualTo(new ChangeGate(0.1, 0.2, 0.5, 1, 0));
    assertThat(settings.gateLimits()).isEqualTo(new GateLimits(0, 3, 0.3, true, false));
    assertThat(Settings.defaults().updatesBaselineOnImprovement()).isFalse();
    assertThat(file("baseline: {update_on_improvement: true}\n").updatesBaselineOnImprovement())
        .isTrue();
    assertThat(settings.failOn()).contains("minor");
    assertThat(Settings.defaults().failOn()).isEmpty();
  }

  @Test
  void everyExampleInTheDocumentIsAccepted() throws IOException {
    String text = Files.readString(Path.of("docs/configuration.md"));
    List<String> examples =
        Pattern.compile("```yaml[^\n]*\n(.*?)```", Pattern.DOTALL)
            .matcher(text)
            .results()
            .map((MatchResult each) -> each.group(1))
            .toList();
    assertThat(examples).isNotEmpty();
    for (String example : examples) assertThat(file(example).all()).anyMatch(this::isChanged);
  }

  @Test
  void theSchemaOffersEveryMetricThatHasABetterSide() {
    for (Metric metric :
        Stream.concat(Metrics.all().stream(), PauseMetrics.all().stream()).toList()) {
      Faults faults = new Faults();
      SettingsSchema.check(
          YamlReader.text(
              "thresholds: {" + metric.id() + ": {critical: 1}}", Origin.word("test"), faults),
          faults);
      assertThat(faults.isEmpty())
          .as(metric.id())
          .isEqualTo(metric.direction() != Direction.NEITHER);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# nothing yet\n", "\ufeff", "---\n", "{}\n", "levels: {quick: {}}\n"})
  void aFileThatSaysNothingChangesNothing(String text) throws IOException {
    assertThat(file(text).all()).isEqualTo(Settings.defaults().all());
  }

  @Test
  void anAssignmentIsStrongerThanTheFileAndAnOptionThanBoth() throws IOException {
    Path file =
        Files.writeString(folder.resolve("s.yaml"), "gc: [g1]\nlevels: {quick: {forks: 7}}\n");
    List<String> assignments = List.of("gc=[zgc]", "gc=[serial]", "levels.quick.turn=1s");
    List<Given> options = List.of(Given.number("--forks", "levels.*.forks", 9));
    Settings settings = new Sources(Optional.of(file), assignments, options).settings(VOCABULARY);
    assertThat(settings.collectors()).containsExactly("serial");
    assertThat(settings.level().forks()).isEqualTo(9);
    assertThat(settings.level().turn()).isEqualTo(Duration.ofSeconds(1));
    assertThat(origin(settings, "gc")).isEqualTo("--set gc=[serial]");
    assertThat(origin(settings, "levels.quick.forks")).isEqualTo("--forks");
    assertThat(origin(settings, "levels.nightly.forks")).isEqualTo("default");
  }

  @Test
  void aListOfOneMayBeWrittenAsItsOnlyWord() throws IOException {
    Settings words =
        file(
            """
            cases: {patterns: "*object*", tags: bound}
            engines: luaj
            jvms: /opt/jdk
            gc: g1
            output: {formats: json}
            """);
    Settings lists =
        file(
            """
            cases: {patterns: ["*object*"], tags: [bound]}
            engines: [luaj]
            jvms: [/opt/jdk]
            gc: [g1]
            output: {formats: [json]}
            """);
    assertThat(texts(words)).isEqualTo(texts(lists)).contains("[g1]", "['*object*']");
    assertThat(words.collectors()).containsExactly("g1");
    assertThat(words.patterns()).containsExactly("*object*");
    assertThat(set("gc=zgc").collectors()).containsExactly("zgc");
    assertThat(words.outputFolder()).isEqualTo(Settings.defaults().outputFolder());
  }

  @Test
  void aValueOfTheFileKnowsItsLine() throws IOException {
    assertThat(origin(file("# mine\ngc: [g1]\n"), "gc")).endsWith("s.yaml:2");
  }

  @Test
  void anOptionChangesTheLevelThatTheOtherSourcesChose() {
    Settings settings =
        new Sources(
                Optional.empty(),
                List.of("level=nightly"),
                List.of(Given.text("--warmup", "levels.*.warm_up", "90s")))
            .settings(VOCABULARY);
    assertThat(settings.level().id()).isEqualTo("nightly");
    assertThat(settings.level().warmUp())
        .isEqualTo(
            new Level.WarmUpByEngine(
                WarmUp.fixed(Duration.ofSeconds(90)), WarmUp.fixed(Duration.ofSeconds(90))));
    assertThat(settings.level("quick")).isEqualTo(Settings.defaults().level("quick"));
  }

  @Test
  void aWarmUpIsOneTimeOrTwoEndsForOneKindOfEngineOrBoth() {
    Settings one = set("levels.nightly.warm_up={jit: 40s}");
    assertThat(one.level("nightly").warmUp())
        .isEqualTo(
            new Level.WarmUpByEngine(
                WarmUp.fixed(Duration.ofSeconds(40)),
                Settings.defaults().level("nightly").warmUp().other()));
    Settings ends = set("levels.quick.warm_up={other: {least: 1s, most: 3s}}");
    assertThat(ends.level("quick").warmUp().other())
        .isEqualTo(new WarmUp(Duration.ofSeconds(1), Duration.ofSeconds(3)));
    assertThat(set("levels.comprehensive.warm_up.jit.most=15s").level("comprehensive").warmUp())
        .extracting(Level.WarmUpByEngine::jit)
        .isEqualTo(new WarmUp(Duration.ofSeconds(10), Duration.ofSeconds(15)));
  }

  @Test
  void bothEndsMayBeForEveryEngineAndOneKindOfEngineGoesBeforeThat() {
    WarmUp ends = new WarmUp(Duration.ofSeconds(1), Duration.ofSeconds(9));
    assertThat(set("levels.quick.warm_up={least: 1s, most: 9s}").level("quick").warmUp())
        .isEqualTo(new Level.WarmUpByEngine(ends, ends));
    for (String order :
        List.of("{least: 1s, most: 9s, jit: 40s}", "{jit: 40s, least: 1s, most: 9s}"))
      assertThat(set("levels.quick.warm_up=" + order).level("quick").warmUp())
          .isEqualTo(new Level.WarmUpByEngine(WarmUp.fixed(Duration.ofSeconds(40)), ends));
  }

  @Test
  void aWarmUpThatEndsBeforeItMayIsRefused() {
    assertThatThrownBy(() -> set("levels.nightly.warm_up.jit.most=5s"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("levels.nightly.warm_up.jit.most is 5s")
        .hasMessageContaining("levels.nightly.warm_up.jit.least is 20s (default)")
        .hasMessageContaining("change one of the two");
  }

  @ParameterizedTest
  @CsvSource({"500ms,500", "2.5s,2500", "2m,120000", "3,3000", "1.5,1500", "'\"4\"',4000"})
  void aTimeIsReadWithItsUnitAndASecondWithoutOne(String text, long millis) {
    assertThat(set("levels.quick.turn=" + text).level("quick").turn())
        .isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void aSizeIsForEveryLevelUnlessItNamesOne() {
    Settings all = set("sizes.weakref.objects=77");
    assertThat(Level.IDS).allSatisfy(id -> assertThat(all.level(id).weakObjects()).isEqualTo(77));
    Settings one = set("sizes.weakref.objects={nightly: 300_000}");
    assertThat(one.level("nightly").weakObjects()).isEqualTo(300_000);
    assertThat(one.level("quick")).isEqualTo(Settings.defaults().level("quick"));
  }

  @Test
  void theSizesOfEveryLevelAreTheStandardOnes() {
    assertThat(Level.IDS)
        .allSatisfy(
            id ->
                assertThat(Settings.defaults().level(id).sizes())
                    .usingRecursiveComparison()
                    .ignoringFields("gc.forks", "churn", "leak")
                    .isEqualTo(Sizes.standard()));
    assertThat(Settings.defaults().level("comprehensive").sizes().churn())
        .isEqualTo(ChurnSize.standard());
  }

  @Test
  void theSizesOfEachProtocolAreForEveryLevelUnlessTheyNameOne() throws IOException {
    Settings settings =
        file(
            """
            sizes:
              lifecycle: {cycles: {nightly: 100}, objects: 7_000}
              scaling:
                sizes: {quick: [10, 30, 100, 300, 1000, 3000]}
              concurrent: {operations: 50}
              churn: {contexts: 40, limit: {nightly: 20m}}
            """);
    List<Integer> standard = Sizes.standard().scalingSizes();
    assertThat(settings.level("quick").sizes())
        .isEqualTo(
            new Sizes(
                20,
                7_000,
                List.of(10, 30, 100, 300, 1000, 3000),
                50,
                GcLoad.standard(),
                new ChurnSize(40, Duration.ofSeconds(4)),
                LeakCycles.standard()));
    assertThat(settings.level("nightly").sizes())
        .usingRecursiveComparison()
        .ignoringFields("gc.forks", "leak")
        .isEqualTo(
            new Sizes(
                100,
                7_000,
                standard,
                50,
                GcLoad.standard(),
                new ChurnSize(40, Duration.ofMinutes(20)),
                LeakCycles.standard()));
  }

  @Test
  void aScaleIsAssignedForEveryLevelAtOnce() {
    Settings settings = set("sizes.scaling.sizes=[2, 4, 8, 16, 32, 128]");
    assertThat(Level.IDS)
        .allSatisfy(
            id ->
                assertThat(settings.level(id).sizes().scalingSizes())
                    .containsExactly(2, 4, 8, 16, 32, 128));
    assertThat(origin(settings, "sizes.scaling.sizes.quick"))
        .isEqualTo("--set sizes.scaling.sizes=[2, 4, 8, 16, 32, 128]");
  }

  /** What one of the two refuses, the other must not let through. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lifecycle.cycles=9",
        "lifecycle.objects=0",
        "concurrent.operations=0",
        "scaling.sizes=[2, 4, 8, 16, 128]",
        "scaling.sizes=[1, 4, 8, 16, 32, 128]",
        "scaling.sizes=[2, 4, 8, 16, 32, 127]",
        "scaling.sizes=[2, 8, 4, 16, 32, 128]",
        "scaling.sizes=[2, 4, 4, 16, 32, 128]"
      })
  void sizesThatTheProtocolsRefuseAreNoSettings(String assignment) {
    assertThatThrownBy(() -> set("sizes." + assignment))
        .isInstanceOf(UsageException.class)
        .message()
        .startsWith("--set sizes." + assignment + ": sizes." + assignment.split("=")[0])
        .hasLineCount(1);
  }

  @Test
  void aThresholdIsForBothLanguagesUnlessItNamesOneInWhateverOrder() throws IOException {
    Settings settings =
        file(
            """
            thresholds:
              cleanup_efficiency:
                lua: {critical: 60}
                critical: 90
                optimal: 99
                fail: true
            """);
    Threshold python = threshold(settings, "cleanup_efficiency", Language.PYTHON);
    Threshold lua = threshold(settings, "cleanup_efficiency", Language.LUA);
    assertThat(python.critical()).get().extracting(Threshold.Bound::limit).isEqualTo(90.0);
    assertThat(lua.critical()).get().extracting(Threshold.Bound::limit).isEqualTo(60.0);
    assertThat(lua.optimal()).get().extracting(Threshold.Bound::limit).isEqualTo(99.0);
    assertThat(List.of(python, lua)).allMatch(Threshold::fails).allMatch(Threshold::exclusive);
    assertThat(python.critical().orElseThrow().origin()).endsWith("s.yaml:4");
  }

  @Test
  void aLimitIsTakenAwayByNull() {
    assertThat(set("thresholds.retained_bytes.critical=null").thresholds())
        .noneMatch(each -> each.metric().equals(Metrics.RETAINED_BYTES));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          levels.quick.forks    | this is no assignment
          =3                    | this is no assignment
          a..b=3                | this is no assignment
          levels.quick.fork=3   | levels.quick has no key "fork"
          level=                | level is without a value
          engines=[nothing]     | there is no engine "nothing"
          engines=nothing       | there is no engine "nothing"
          gc=parallel,g1        | gc is the text "parallel,g1"
          gc: g1=3              | this is no assignment
          engines=[luaj         | this is no YAML
          """)
  void anAssignmentThatMakesNoSenseIsQuoted(String assignment, String complaint) {
    assertThatThrownBy(() -> set(assignment))
        .message()
        .startsWith("--set " + assignment + ": " + complaint)
        .hasLineCount(1);
  }

  @Test
  void everySettingIsAnAssignmentThatChangesNothing() {
    for (Setting setting : Settings.defaults().all()) {
      Settings same = set(setting.key() + "=" + setting.text());
      assertThat(same.all()).extracting(Setting::text).isEqualTo(texts(Settings.defaults()));
    }
  }

  private static List<String> texts(Settings settings) {
    return settings.all().stream().map(Setting::text).toList();
  }

  private boolean isChanged(Setting setting) {
    return !setting.origin().equals(Origin.DEFAULT);
  }

  private static Threshold threshold(Settings settings, String metric, Language language) {
    return settings.thresholds().stream()
        .filter(each -> each.metric().id().equals(metric) && each.language() == language)
        .findFirst()
        .orElseThrow();
  }

  private static String origin(Settings settings, String key) {
    return settings.all().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow()
        .origin()
        .brief();
  }

  private static Settings set(String assignment) {
    return new Sources(Optional.empty(), List.of(assignment), List.of()).settings(VOCABULARY);
  }

  private Settings file(String text) throws IOException {
    Path file = folder.resolve("s.yaml");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return new Sources(Optional.of(file), List.of(), List.of()).settings(VOCABULARY);
  }
}
