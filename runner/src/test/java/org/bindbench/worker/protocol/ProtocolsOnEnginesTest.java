package org.bindbench.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.Summary;
import org.bindbench.binding.Libraries;
import org.bindbench.engine.Engine;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestSetup;
import org.bindbench.engine.HostMemory;
import org.bindbench.engine.Library;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Growth;
import org.bindbench.model.Language;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.worker.Protocol;
import org.bindbench.worker.protocol.concurrent.ConcurrentProtocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bundled cases of lifecycle, scaling and concurrent on real engines, and faults planted there.
 */
@Tag("engine")
class ProtocolsOnEnginesTest {
  private static final Path BUNDLE = Path.of("runner/target/classes/bundle").toAbsolutePath();

  /**
   * Megabytes a cycle, well above the half that other tests of this JVM may give back meanwhile.
   */
  private static final int LEAKED_NUMBERS = 500_000;

  private static final Map<String, Protocol> PROTOCOLS =
      Map.of(
          "lifecycle", new LifecycleProtocol(),
          "scaling", new ScalingProtocol(),
          "concurrent", new ConcurrentProtocol());

  /** What guests are told of their memory; opening one would collect the real one's heap. */
  private static final HostMemory NO_MEMORY =
      new HostMemory() {
        @Override
        public long liveBytes() {
          return 0;
        }

        @Override
        public long peakBytes() {
          return 0;
        }

        @Override
        public void resetPeak() {}
      };

  @TempDir Path folder;

  /** Each engine in each of its styles; the JIT cannot be had inside the tests' own JVM. */
  record Column(Engine engine, BindingStyle style) {
    @Override
    public String toString() {
      return engine.profile().id() + ", " + style.title();
    }

    Stream<Column> everyStyle() {
      return engine.bindingStyles().stream().map(each -> new Column(engine, each));
    }

    boolean isPython() {
      return engine.profile().language() == Language.PYTHON;
    }

    GuestSetup setup(List<Library> libraries) {
      return new GuestSetup(
          BUNDLE,
          libraries,
          style,
          NO_MEMORY,
          OutputStream.nullOutputStream(),
          OutputStream.nullOutputStream());
    }
  }

  static Stream<Column> columns() {
    return engines().flatMap(Column::everyStyle);
  }

  /** Each engine in its first style, for what differs between engines alone. */
  static Stream<Column> engines() {
    return ServiceLoader.load(Engine.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(engine -> !engine.profile().id().equals("graalpy"))
        .map(engine -> new Column(engine, engine.bindingStyles().get(0)));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void everyBundledCaseOfGrowthGivesItsFigures(Column column) {
    Map<String, List<String>> figures = new LinkedHashMap<>();
    measured(column, bundled(column), qtforge(), "lifecycle", "scaling")
        .forEach(
            (declaration, outcome) -> {
              assertThat(outcome).as(declaration.name()).isInstanceOf(Completed.class);
              figures.put(
                  declaration.name(),
                  Bench.row(declaration, outcome).summaries().stream()
                      .map(summary -> summary.metric().id())
                      .toList());
            });
    List<String> lifecycle = List.of("growth_per_cycle", "growth_total", "release_time");
    List<String> scaling =
        List.of("time_exponent", "memory_exponent", "largest_time", "largest_bytes");
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (String name :
        List.of("object_lifecycle", "bound_object_lifecycle", "subscription_lifecycle"))
      expected.put(name, lifecycle);
    for (String name : List.of("large_numbers_of_objects", "large_numbers_of_bound_objects"))
      expected.put(name, scaling);
    assertThat(figures).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void everyBoundCaseMakesObjectsAndLetsGoInEveryStyle(Column column) {
    List<String> asked = new ArrayList<>();
    try (Guest guest = column.engine().open(column.setup(qtforge()))) {
      for (CaseDeclaration declaration : guest.load(bundled(column))) {
        if (!PROTOCOLS.containsKey(declaration.protocol()) || !declaration.isBound()) continue;
        asked.add(declaration.name());
        PreparedCase prepared = guest.prepare(declaration.ids().get(0));
        if (declaration.protocol().equals("concurrent")) continue;
        prepared.keep("run", 30);
        prepared.release();
        prepared.keep("run", 30); // fails where the first plugins are still loaded
      }
    }
    assertThat(asked).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void guestsShareOneBusAndOneManagerWithoutFaultsInEveryStyle(Column column) {
    Map<CaseDeclaration, TrialOutcome> outcomes =
        measured(column, bundled(column), qtforge(), "concurrent");
    assertThat(outcomes).hasSize(column.isPython() ? 3 : 2);
    outcomes.forEach(
        (declaration, outcome) -> {
          assertThat(outcome).as(declaration.name()).isInstanceOf(Completed.class);
          assertThat(value(outcome, Metrics.FAULTS.id())).isZero();
        });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aCaseThatKeepsMoreWithEveryCycleGrowsByAsMuch(Column column) throws IOException {
    CaseDeclaration leak =
        planted(
            column,
            """
            @case("lifecycle", unit="lists")
            def leak():
                leaked = []
                return lambda n: leaked.append([None] * %d)
            """
                .formatted(LEAKED_NUMBERS),
            """
            bench.case("leak", "lifecycle", { unit = "lists" }, function()
              local leaked = {}
              return function()
                local list = {}
                for i = 1, %d do list[i] = true end
                leaked[#leaked + 1] = list
              end
            end)
            """
                .formatted(LEAKED_NUMBERS));
    TrialOutcome outcome = measured(column, leak.file(), List.of());
    Estimate growth =
        Bench.row(leak, outcome)
            .summary(Metrics.GROWTH_PER_CYCLE.id())
            .flatMap(Summary::estimate)
            .orElseThrow();
    // a reference takes 4 or 8 bytes
    assertThat(growth.value()).isBetween(3.5 * LEAKED_NUMBERS, 9.0 * LEAKED_NUMBERS);
    assertThat(growth.low()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void memoryThatGrowsQuadraticallyMissesWhatTheCaseDeclares(Column column) throws IOException {
    CaseDeclaration square =
        planted(
            column,
            """
            @case("scaling", unit="entries", grows="n log n")
            def square():
                return lambda n: [None] * (n * n // 2)
            """,
            """
            bench.case("square", "scaling", { unit = "entries", grows = "n log n" }, function()
              return function(n)
                local list = {}
                for i = 1, n * n / 2 do list[i] = true end
                return list
              end
            end)
            """);
    assertThat(square.grows()).isEqualTo(Growth.LINEARITHMIC);
    TrialOutcome outcome = measured(column, square.file(), List.of());
    List<RangeCheck> ofMemory =
        Bench.analysed(square, outcome).checks().stream()
            .filter(check -> check.metric().equals(Metrics.MEMORY_EXPONENT))
            .toList();
    assertThat(ofMemory).extracting(RangeCheck::grade).containsExactly(Grade.BAD);
  }

  @ParameterizedTest
  @MethodSource("columns")
  @Tag("fault-21")
  void updatesThatASharedCounterLosesAreFound(Column column) throws IOException {
    assumeTrue(column.style() != BindingStyle.HAND, "the planted library has no hand binding");
    CaseDeclaration lost =
        planted(
            column,
            """
            from bindbench import bound

            @case("concurrent", library="planted", guests=10)
            def lost():
                counter, due = bound("planted").shared, []

                def run(n):
                    for _ in range(n):
                        counter.increment()
                    due.append(n)

                return {"run": run, "check": lambda: 10 * sum(due) - counter.total()}
            """,
            """
            bench.case("lost", "concurrent", { library = "planted", guests = 10 }, function()
              local counter, due = bench.bound("planted").shared, 0
              return {
                run = function(n)
                  for _ = 1, n do counter.increment() end
                  due = due + n
                end,
                check = function() return 10 * due - counter.total() end,
              }
            end)
            """);
    TrialOutcome outcome = measured(column, lost.file(), List.of(new UnsafeLibrary()));
    int calls = 3 * Bench.SMALL.concurrentOperations();
    assertThat(outcome).isInstanceOf(TrialOutcome.WrongAnswer.class);
    assertThat(outcome.reason()).isEqualTo(9 * calls + " faults: " + 9 * calls + SHARED);
  }

  private static final String SHARED = " in what the guests share";

  @ParameterizedTest
  @MethodSource("engines")
  void anExceptionInOneGuestFailsTheTrial(Column column) throws IOException {
    CaseDeclaration raises =
        planted(
            column,
            """
            @case("concurrent", guests=3)
            def raises():
                def run(n):
                    raise ValueError("on purpose")
                return {"run": run, "check": lambda: 0}
            """,
            """
            bench.case("raises", "concurrent", { guests = 3 }, function()
              return { run = function() error("on purpose") end, check = function() return 0 end }
            end)
            """);
    TrialOutcome outcome = measured(column, raises.file(), List.of());
    assertThat(outcome).isInstanceOf(TrialOutcome.ScriptFailed.class);
    assertThat(outcome.reason()).contains("3 of 3 guests failed").contains("on purpose");
  }

  private static Path bundled(Column column) {
    Language language = column.engine().profile().language();
    return BUNDLE.resolve(language.id()).resolve("memory_management." + language.extension());
  }

  private static List<Library> qtforge() {
    return Libraries.from(ProtocolsOnEnginesTest.class.getClassLoader());
  }

  /** The outcome of the suite's only case. */
  private static TrialOutcome measured(Column column, Path suite, List<Library> libraries) {
    return measured(column, suite, libraries, "lifecycle", "scaling", "concurrent")
        .values()
        .iterator()
        .next();
  }

  /** Every case of the suite that one of the protocols measures, in the order of the file. */
  private static Map<CaseDeclaration, TrialOutcome> measured(
      Column column, Path suite, List<Library> libraries, String... protocols) {
    Map<CaseDeclaration, TrialOutcome> outcomes = new LinkedHashMap<>();
    try (Guest guest = column.engine().open(column.setup(libraries))) {
      for (CaseDeclaration declaration : guest.load(suite)) {
        Protocol protocol = PROTOCOLS.get(declaration.protocol());
        if (protocol == null || !List.of(protocols).contains(protocol.id())) continue;
        outcomes.put(
            declaration,
            Bench.measure(
                protocol,
                declaration,
                guest,
                System::nanoTime,
                count -> own(column, suite, libraries, count)));
      }
    }
    return outcomes;
  }

  private static List<Guest> own(Column column, Path suite, List<Library> libraries, int count) {
    List<Guest> guests = new ArrayList<>(column.engine().open(column.setup(libraries), count));
    guests.forEach(guest -> guest.load(suite));
    return guests;
  }

  private CaseDeclaration planted(Column column, String python, String lua) throws IOException {
    Path suite =
        column.isPython()
            ? Files.writeString(
                folder.resolve("planted_suite.py"), "from bindbench import case\n\n" + python)
            : Files.writeString(
                folder.resolve("planted_suite.lua"), "local bench = require 'bindbench'\n" + lua);
    try (Guest guest = column.engine().open(column.setup(List.of()))) {
      return guest.load(suite).get(0);
    }
  }

  private static double value(TrialOutcome outcome, String metric) {
    return ((Completed) outcome)
        .measures().stream()
            .filter(measure -> measure.metric().id().equals(metric))
            .mapToDouble(Measure::value)
            .findFirst()
            .orElseThrow();
  }
}
