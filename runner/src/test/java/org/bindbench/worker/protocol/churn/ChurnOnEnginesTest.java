package org.bindbench.worker.protocol.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.churn.ChurnFinding;
import org.bindbench.analysis.churn.ContextChurn;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.binding.Libraries;
import org.bindbench.engine.Engine;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.GuestSetup;
import org.bindbench.engine.GuestSource;
import org.bindbench.engine.HostMemory;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.ChurnSize;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineSharing;
import org.bindbench.model.GcLoad;
import org.bindbench.model.Language;
import org.bindbench.model.LeakCycles;
import org.bindbench.model.Sizes;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WarmUp;
import org.bindbench.model.metric.ChurnReading;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.worker.CapturedOutput;
import org.bindbench.worker.FreshGuests;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite {@code memory_contexts} on real engines, and a leak that is planted there. */
@Tag("engine")
class ChurnOnEnginesTest {
  private static final Path BUNDLE = Path.of("runner/target/classes/bundle").toAbsolutePath();

  private static final Map<String, Double> ANSWERS =
      new TreeMap<>(
          Map.of(
              "no_context", 499_500.0,
              "bare_context", 499_500.0,
              "library_context", 996.0,
              "bound_context", 1000.0,
              "thread_context", 499_500.0,
              "waiting_thread_context", 499_500.0));

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

    boolean isPython() {
      return engine.profile().language() == Language.PYTHON;
    }

    GuestSetup setup() {
      return new GuestSetup(
          BUNDLE,
          Libraries.from(ChurnOnEnginesTest.class.getClassLoader()),
          style,
          NO_MEMORY,
          OutputStream.nullOutputStream(),
          OutputStream.nullOutputStream());
    }
  }

  static Stream<Column> columns() {
    return engines()
        .flatMap(engine -> engine.bindingStyles().stream().map(style -> new Column(engine, style)));
  }

  static Stream<Engine> engines() {
    return ServiceLoader.load(Engine.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(engine -> !engine.profile().id().equals("graalpy"));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void everyBundledCaseHasTheSameAnswerInEveryGuest(Column column) {
    Map<String, Double> answers = new TreeMap<>();
    Path suite = suite(column);
    try (Guest guest = column.engine().open(column.setup())) {
      for (CaseDeclaration declaration : guest.load(suite)) {
        PreparedCase prepared = guest.prepare(own(declaration));
        answers.put(declaration.name(), prepared.run(1000));
      }
    }
    assertThat(answers).isEqualTo(ANSWERS);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void guestsThatComeAndGoAreAllClosedAndRead(Engine engine) {
    Column column = new Column(engine, engine.bindingStyles().get(0));
    Completed measured =
        (Completed) measure(column, suite(column), "bare_context", "own", new ChurnSize(3, LONG));
    assertThat(measured.measures())
        .extracting(measure -> measure.metric().id())
        .contains("contexts", "open_time", "close_time");
    assertThat(value(measured, "contexts")).isEqualTo(3);
    assertThat(measured.samples().stream().filter(each -> each.metric().equals("churn_threads")))
        .hasSize(4);
  }

  @Test
  void graalPysContextsShareOneEngineAndOthersHaveNone() {
    engines()
        .forEach(
            engine -> {
              Column column = new Column(engine, engine.bindingStyles().get(0));
              if (!column.isPython()) {
                assertThatThrownBy(() -> engine.source(EngineSharing.SHARED))
                    .isInstanceOf(GuestException.class)
                    .hasMessageContaining("no engine that guests could share");
                return;
              }
              Completed measured =
                  (Completed)
                      measure(
                          column, suite(column), "bare_context", "shared", new ChurnSize(2, LONG));
              assertThat(value(measured, "contexts")).isEqualTo(2);
            });
  }

  /** A guest's function that a Java object keeps, which outlives the guest. */
  @Test
  void whatAJavaObjectKeepsOfClosedGuestsIsALeak() throws IOException {
    Engine luaj =
        engines().filter(engine -> engine.profile().id().equals("luaj")).findFirst().orElseThrow();
    Path suite =
        Files.writeString(
            folder.resolve("planted.lua"),
            """
            local bench = require "bindbench"
            bench.case("idle", "churn", { tags = { "control" } }, function() return function() return 1 end end)
            bench.case("kept", "churn", { library = "qtforge" }, function()
              return function()
                bench.bound("qtforge").communication.shared_message_bus("all"):subscribe("t", function() end)
                return 1
              end
            end)
            """);
    Column column = new Column(luaj, BindingStyle.HAND);
    ChurnSize size = new ChurnSize(60, Duration.ofMinutes(5));
    List<CaseDeclaration> declared = declarations(column, suite);
    ContextChurn churn =
        ContextChurn.of(
                RunAnalyser.analyse(
                    Trials.run(
                        List.of(
                            Trials.trial(
                                declared.get(0),
                                "luaj",
                                BindingStyle.HAND,
                                1,
                                measure(column, suite, "idle", "", size)),
                            Trials.trial(
                                declared.get(1),
                                "luaj",
                                BindingStyle.HAND,
                                1,
                                measure(column, suite, "kept", "", size)))),
                    List.of()))
            .orElseThrow();
    ChurnFinding heap = churn.measured().get(0).finding(ChurnReading.LIVE_HEAP).orElseThrow();
    assertThat(heap.isLeak()).as(heap.reason()).isTrue();
    assertThat(heap.perContext().orElseThrow().low()).isGreaterThan(10_000); // a guest's globals
    assertThat(churn.advice()).isNotEmpty();
  }

  private static final Duration LONG = Duration.ofMinutes(5);

  private static double value(Completed measured, String metric) {
    return measured.measures().stream()
        .filter(measure -> measure.metric().id().equals(metric))
        .mapToDouble(Measure::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError(metric + " is not in " + Metrics.all()));
  }

  private static Path suite(Column column) {
    return BUNDLE
        .resolve(column.engine().profile().language().id())
        .resolve("memory_contexts." + column.engine().profile().language().extension());
  }

  private static CaseId own(CaseDeclaration declaration) {
    return id(declaration, declaration.params().isEmpty() ? "" : "own");
  }

  private static CaseId id(CaseDeclaration declaration, String sharing) {
    return new CaseId(
        declaration.suite(),
        declaration.name(),
        sharing.isEmpty() ? Map.of() : Map.of(EngineSharing.PARAM, sharing));
  }

  private static List<CaseDeclaration> declarations(Column column, Path suite) {
    try (Guest guest = column.engine().open(column.setup())) {
      return guest.load(suite);
    }
  }

  private static TrialOutcome measure(
      Column column, Path suite, String name, String sharing, ChurnSize size) {
    Duration second = Duration.ofSeconds(1);
    Effort effort =
        new Effort(
            1,
            false,
            WarmUp.fixed(second),
            second,
            second,
            second,
            8,
            1,
            1,
            second,
            new Sizes(
                20,
                1,
                Sizes.standard().scalingSizes(),
                1,
                GcLoad.standard(),
                size,
                LeakCycles.standard()));
    GuestSetup shared = column.setup();
    try (Guest guest = column.engine().open(shared)) {
      CaseDeclaration declaration =
          guest.load(suite).stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow();
      Lab lab =
          new Lab(
              new TrialSpec(
                  declaration,
                  id(declaration, sharing),
                  column.engine().profile().id(),
                  column.style(),
                  1),
              effort,
              guest,
              new JvmMeter(),
              System::nanoTime,
              new CapturedOutput(OutputStream.nullOutputStream()),
              count -> List.of(),
              choice -> {
                GuestSource source = column.engine().source(choice);
                return new FreshGuests(
                    () -> {
                      Guest fresh = source.open(shared);
                      fresh.load(suite);
                      return fresh;
                    },
                    source::close);
              });
      Measurement measurement = new ChurnProtocol().begin(lab);
      while (measurement.turn()) {}
      return measurement.outcome();
    }
  }
}
