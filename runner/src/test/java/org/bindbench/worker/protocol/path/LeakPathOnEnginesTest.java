package org.bindbench.worker.protocol.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.bindbench.binding.Libraries;
import org.bindbench.engine.Engine;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestSetup;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.Language;
import org.bindbench.model.Sizes;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WarmUp;
import org.bindbench.model.leak.ContainerGrowth;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.worker.CapturedOutput;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is told of leaks planted in scripts, on every engine in every style. Where the flight
 * recorder's samples come from depends on the JVM's buffers: see the test of the whole program.
 */
@Tag("engine")
class LeakPathOnEnginesTest {
  private static final Path BUNDLE = Path.of("runner/target/classes/bundle").toAbsolutePath();
  private static final Path SUITES = Path.of("runner/src/test/resources/leaks").toAbsolutePath();
  private static final int OBJECTS = 200;

  /** A planted leak on an engine; the JIT cannot be had inside the tests' own JVM. */
  record Planted(Engine engine, BindingStyle style, String name) {
    boolean isPython() {
      return engine.profile().language() == Language.PYTHON;
    }

    @Override
    public String toString() {
      return name + ", " + engine.profile().id() + ", " + style.title();
    }
  }

  static Stream<Planted> planted() {
    return ServiceLoader.load(Engine.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(engine -> !engine.profile().id().equals("graalpy"))
        .flatMap(
            engine ->
                Stream.concat(
                    Stream.of(
                            "kept_in_a_module",
                            "kept_in_a_closure",
                            "kept_in_an_attribute",
                            "nothing_is_kept")
                        .map(name -> new Planted(engine, engine.bindingStyles().get(0), name)),
                    engine.bindingStyles().stream()
                        .map(style -> new Planted(engine, style, "kept_by_a_library"))));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void theContainerIsNamedAsTheScriptWritesIt(Planted planted) {
    LeakEvidence evidence = explained(planted);
    List<String> named =
        evidence.containers().stream()
            .map(growth -> growth.container().name() + "; " + growth.container().place())
            .toList();
    switch (planted.name()) {
      case "kept_in_a_module" ->
          assertThat(named)
              .containsExactly(
                  planted.isPython() ? "sessions; global of the module leaks" : "sessions; global");
      case "kept_in_a_closure" ->
          assertThat(named)
              .singleElement()
              .asString()
              .matches("history; .*function .*run, leaks.*");
      case "kept_in_an_attribute" ->
          assertThat(named)
              .singleElement()
              .asString()
              .matches("archive\\.pages; .*function .*run, leaks.*");
      case "kept_by_a_library" ->
          assertThat(named)
              .hasSize(50)
              .allMatch(each -> each.matches("bus\\.entries\\[\"topic \\d+\"]; .*run, leaks.*"));
      case "nothing_is_kept" -> assertThat(named).isEmpty();
      default -> throw new AssertionError(planted.name());
    }
    for (ContainerGrowth growth : evidence.containers())
      assertThat(growth.added()).isGreaterThanOrEqualTo(evidence.cycles());
  }

  private static LeakEvidence explained(Planted planted) {
    String extension = planted.engine().profile().language().extension();
    try (Guest guest =
        planted
            .engine()
            .open(
                new GuestSetup(
                    BUNDLE,
                    Libraries.from(LeakPathOnEnginesTest.class.getClassLoader()),
                    planted.style(),
                    new JvmMeter(),
                    OutputStream.nullOutputStream(),
                    OutputStream.nullOutputStream()))) {
      CaseDeclaration declaration =
          guest.load(SUITES.resolve("leaks." + extension)).stream()
              .filter(each -> each.name().equals(planted.name()))
              .findFirst()
              .orElseThrow();
      TrialSpec spec =
          new TrialSpec(
                  declaration,
                  declaration.ids().get(0),
                  planted.engine().profile().id(),
                  planted.style(),
                  1)
              .explaining();
      Measurement measurement = new LeakPathProtocol().begin(lab(spec, guest));
      while (measurement.turn()) {}
      TrialOutcome outcome = measurement.outcome();
      assertThat(outcome).isInstanceOf(TrialOutcome.Explained.class);
      return ((TrialOutcome.Explained) outcome).evidence();
    }
  }

  private static Lab lab(TrialSpec spec, Guest guest) {
    Duration moment = Duration.ofMillis(1);
    Effort effort =
        new Effort(
            1,
            false,
            WarmUp.fixed(moment),
            moment,
            moment,
            moment,
            8,
            1,
            1,
            Duration.ofMinutes(1),
            new Sizes(10, OBJECTS, Sizes.standard().scalingSizes(), 1));
    return new Lab(
        spec,
        effort,
        guest,
        new JvmMeter(),
        System::nanoTime,
        new CapturedOutput(OutputStream.nullOutputStream()),
        count -> List.of());
  }
}
