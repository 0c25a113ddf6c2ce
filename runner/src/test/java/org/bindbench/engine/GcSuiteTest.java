package org.bindbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bindbench.binding.Libraries;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The suite {@code gc_performance} on every engine, with every way to reach Java. */
@Tag("engine")
class GcSuiteTest {
  private static final Path BUNDLE = Path.of("runner/target/classes/bundle").toAbsolutePath();
  private static final Path DOCUMENT = Path.of("docs/gc_performance.md");

  private static final Map<String, Long> ANSWERS =
      new TreeMap<>(
          Map.of(
              "no_allocation", 4L,
              "short_lived_objects", 100_099L,
              "live_set_with_churn", 4_950_000L,
              "growing_then_dropped", 99_000L,
              "bound_objects", 100_099L,
              "large_objects", 1_000_000_000L));

  private static final List<Opened> OPENED = new ArrayList<>();

  private record Opened(
      Language language, String title, Guest guest, List<CaseDeclaration> declarations) {}

  @BeforeAll
  static void open() {
    EngineContractTest.engines()
        .forEach(
            engine -> engine.bindingStyles().forEach(style -> OPENED.add(open(engine, style))));
  }

  private static Opened open(Engine engine, BindingStyle style) {
    OutputStream none = OutputStream.nullOutputStream();
    Language language = engine.profile().language();
    Guest guest =
        engine.open(
            new GuestSetup(
                BUNDLE,
                Libraries.from(GcSuiteTest.class.getClassLoader()),
                style,
                new FixedMemory(),
                none,
                none));
    Path suite = BUNDLE.resolve(language.id()).resolve("gc_performance." + language.extension());
    return new Opened(language, engine.profile().id() + " " + style, guest, guest.load(suite));
  }

  @AfterAll
  static void close() {
    OPENED.forEach(opened -> opened.guest().close());
    OPENED.clear();
  }

  @Test
  void answersAreTheSameEverywhereAndDoNotDependOnWhatRanBefore() {
    assertThat(OPENED).hasSizeGreaterThan(4);
    for (Opened opened : OPENED) {
      Map<String, Long> answers = new TreeMap<>();
      for (CaseDeclaration each : opened.declarations()) {
        PreparedCase prepared = opened.guest().prepare(each.ids().get(0));
        double first = prepared.run(1000);
        prepared.run(2037);
        assertThat(prepared.run(1000)).as(each.name()).isEqualTo(first);
        answers.put(each.name(), (long) first);
      }
      assertThat(answers).as(opened.title()).isEqualTo(ANSWERS);
    }
  }

  @Test
  void bothLanguagesDeclareTheSameCases() {
    assertThat(declared(Language.PYTHON)).isNotEmpty().isEqualTo(declared(Language.LUA));
  }

  private static Map<String, List<Object>> declared(Language language) {
    Map<String, List<Object>> rows = new TreeMap<>();
    OPENED.stream()
        .filter(opened -> opened.language() == language)
        .flatMap(opened -> opened.declarations().stream())
        .forEach(
            each ->
                rows.put(
                    each.name(),
                    List.of(
                        each.protocol(),
                        each.unit(),
                        each.tags(),
                        each.library(),
                        each.question())));
    return rows;
  }

  @Test
  void theDocumentNamesEveryCase() throws IOException {
    String document = Files.readString(DOCUMENT);
    ANSWERS.keySet().forEach(name -> assertThat(document).contains("`" + name + "`"));
  }
}
