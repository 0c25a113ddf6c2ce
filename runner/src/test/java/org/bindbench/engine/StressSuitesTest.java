package org.bindbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bindbench.binding.Libraries;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suites {@code memory_stress} and {@code memory_recovery} on every engine, in every style. */
@Tag("engine")
class StressSuitesTest {
  private static final Path BUNDLE = Path.of("runner/target/classes/bundle").toAbsolutePath();
  private static final int OBJECTS = 300;

  /** What a protocol asks of its cases beside {@code run}. */
  private static final Map<String, Set<String>> HOOKS =
      Map.of(
          "pressure", Set.of("hold"),
          "pool", Set.of(),
          "fragmentation", Set.of("thin", "held", "held_from", "refill", "release"),
          "limit", Set.of("exhaust", "caught"),
          "recovery", Set.of("churn", "collect"),
          "given_back", Set.of());

  private record Opened(
      Language language, String title, Guest guest, List<CaseDeclaration> cases) {}

  private static final List<Opened> OPENED = new ArrayList<>();

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
                Libraries.from(StressSuitesTest.class.getClassLoader()),
                style,
                new FixedMemory(),
                none,
                none));
    List<CaseDeclaration> cases = new ArrayList<>();
    for (String suite : List.of("memory_stress", "memory_recovery"))
      cases.addAll(
          guest.load(BUNDLE.resolve(language.id()).resolve(suite + "." + language.extension())));
    return new Opened(language, engine.profile().id() + " " + style, guest, cases);
  }

  @AfterAll
  static void close() {
    OPENED.forEach(opened -> opened.guest().close());
    OPENED.clear();
  }

  @Test
  void bothLanguagesDeclareTheSameCases() {
    Map<Language, Map<String, List<Object>>> declared = new LinkedHashMap<>();
    for (Opened opened : OPENED) {
      Map<String, List<Object>> rows = new TreeMap<>();
      for (CaseDeclaration each : opened.cases())
        for (CaseId id : each.ids())
          rows.put(
              id.toString(),
              List.of(each.protocol(), each.unit(), each.tags(), each.library(), each.guests()));
      declared.put(opened.language(), rows);
    }
    assertThat(declared.get(Language.PYTHON))
        .hasSizeGreaterThan(15)
        .isEqualTo(declared.get(Language.LUA));
  }

  @Test
  void everyCaseAsksAQuestionAndHasTheHooksOfItsProtocol() {
    for (Opened opened : OPENED)
      for (CaseDeclaration each : opened.cases()) {
        assertThat(each.question()).as(each.name()).endsWith("?");
        for (CaseId id : each.ids()) {
          PreparedCase prepared = opened.guest().prepare(id);
          assertThat(HOOKS).containsKey(each.protocol());
          for (String hook : HOOKS.getOrDefault(each.protocol(), Set.of()))
            assertThat(prepared.has(hook)).as("%s has %s", id, hook).isTrue();
        }
      }
  }

  @Test
  void answersAreTheSameEverywhereAndEachTime() {
    Map<String, Set<Double>> answers = new TreeMap<>();
    for (Opened opened : OPENED)
      for (CaseDeclaration each : opened.cases()) {
        if (!Set.of("pressure", "pool", "limit").contains(each.protocol())) continue;
        PreparedCase prepared = opened.guest().prepare(each.ids().get(0));
        double answer = prepared.run(1000);
        prepared.run(17);
        assertThat(prepared.run(1000)).as(each.name()).isEqualTo(answer);
        answers.computeIfAbsent(each.name(), any -> new java.util.TreeSet<>()).add(answer);
      }
    assertThat(answers).hasSize(6);
    assertThat(answers).allSatisfy((name, values) -> assertThat(values).as(name).hasSize(1));
  }

  /** The guest's own sums are held to what every third block of the documented sizes comes to. */
  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void everyThirdBlockIsLetGoAndTheSizesAreThoseOfTheDocument(String variant) {
    List<Long> sizes = new ArrayList<>();
    if (variant.equals("small")) for (int power = 0; power <= 8; power++) sizes.add(1024L << power);
    else for (int eighth = 1; eighth <= 8; eighth++) sizes.add(256L * 1024 * eighth);
    long all = 0;
    long dropped = 0;
    for (int i = 0; i < 90; i++) {
      long size = sizes.get((i + i / sizes.size()) % sizes.size());
      all += size;
      if (i % 3 == 2) dropped += size;
    }
    for (Opened opened : OPENED) {
      PreparedCase prepared =
          opened
              .guest()
              .prepare(
                  new CaseId("memory_stress", "every_third_freed", Map.of("variant", variant)));
      prepared.run(90);
      assertThat(prepared.number("held")).as(opened.title()).isEqualTo(all);
      assertThat(prepared.number("thin")).isEqualTo(dropped);
      assertThat(prepared.number("held")).isEqualTo(all - dropped);
      assertThat(prepared.number("held_from", 0)).isEqualTo(all - dropped);
      assertThat(prepared.number("held_from", 1e9)).isZero();
      prepared.number("refill", 1);
      assertThat(prepared.number("held")).isEqualTo(all - dropped + sizes.get(sizes.size() - 1));
      prepared.release();
      assertThat(prepared.number("held")).isZero();
    }
  }

  @Test
  void whatIsHeldAndChurnedCanBeMadeByEveryEngine() {
    for (Opened opened : OPENED)
      for (CaseDeclaration each : opened.cases()) {
        PreparedCase prepared = opened.guest().prepare(each.ids().get(0));
        if (prepared.has("hold")) prepared.keep("hold", 3);
        if (prepared.has("churn")) prepared.number("churn", OBJECTS);
        if (prepared.has("collect")) prepared.keep("collect", 1);
        if (each.protocol().equals("recovery") || each.protocol().equals("given_back"))
          prepared.keep("run", OBJECTS);
        prepared.release();
      }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory_stress", "memory_recovery"})
  void theDocumentNamesEveryCaseOfItsSuite(String suite) throws Exception {
    String document = Files.readString(Path.of("docs", suite + ".md"));
    assertThat(OPENED.get(0).cases())
        .filteredOn(each -> each.suite().equals(suite))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(document).contains("`" + each.name() + "`"));
  }
}
