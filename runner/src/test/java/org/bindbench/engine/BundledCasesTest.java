package org.bindbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.binding.Libraries;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite {@code memory_management} on every engine, with every way to reach Java. */
@Tag("engine")
class BundledCasesTest {
  private static final Path BUNDLE = Path.of("runner/target/classes/bundle").toAbsolutePath();
  private static final Path DOCUMENT = Path.of("docs/memory_management.md");
  private static final int OBJECTS = 300;

  private static final Map<String, Long> ANSWERS =
      Map.ofEntries(
          Map.entry("empty_loop", 500L),
          Map.entry("object_creation", 999L),
          Map.entry("slotted_object_creation", 999L),
          Map.entry("closure_creation", 1001L),
          Map.entry("method_call", 500L),
          Map.entry("function_call", 500L),
          Map.entry("coroutine_switch", 500L),
          Map.entry("coroutine_creation", 500L),
          Map.entry("bound_object_creation", 999L),
          Map.entry("bound_method_call", 536_609L),
          Map.entry("bound_object_release", 1000L),
          Map.entry("publish_to_subscriber", 1000L),
          Map.entry("host_calls_guest", 536_609L),
          Map.entry("java_exception_caught", 1000L),
          Map.entry("guest_exception_through_java", 1000L));

  /** What only one language has; docs/memory_management.md says so too. */
  private static final Set<String> OF_ONE_LANGUAGE =
      Set.of(
          "memory_by_shape[variant=slots]",
          "memory_by_shape[variant=tuple]",
          "memory_by_shape[variant=fields4]",
          "memory_by_shape[variant=fields16]",
          "threads_in_one_context");

  private static final List<Opened> OPENED = new ArrayList<>();

  /**
   * A guest and what it read from the suite.
   *
   * @param collect a script that collects, and in Python lets callbacks run
   */
  private record Opened(
      Language language,
      String title,
      Guest guest,
      List<CaseDeclaration> declarations,
      Path collect) {
    List<CaseDeclaration> of(String protocol) {
      return declarations.stream().filter(each -> each.protocol().equals(protocol)).toList();
    }

    List<CaseId> idsOf(String protocol) {
      return of(protocol).stream().flatMap(each -> each.ids().stream()).toList();
    }

    @Override
    public String toString() {
      return title;
    }
  }

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    Path python =
        Files.writeString(
            folder.resolve("collect.py"), "import gc, time; gc.collect(); time.sleep(0.1)\n");
    Path lua = Files.writeString(folder.resolve("collect.lua"), "collectgarbage()\n");
    EngineContractTest.engines()
        .forEach(
            engine -> {
              Path collect = engine.profile().language() == Language.PYTHON ? python : lua;
              engine.bindingStyles().forEach(style -> OPENED.add(open(engine, style, collect)));
            });
  }

  private static Opened open(Engine engine, BindingStyle style, Path collect) {
    OutputStream none = OutputStream.nullOutputStream();
    Language language = engine.profile().language();
    Guest guest =
        engine.open(
            new GuestSetup(
                BUNDLE,
                Libraries.from(BundledCasesTest.class.getClassLoader()),
                style,
                new FixedMemory(),
                none,
                none));
    Path suite = BUNDLE.resolve(language.id()).resolve("memory_management." + language.extension());
    return new Opened(
        language, engine.profile().id() + " " + style, guest, guest.load(suite), collect);
  }

  @AfterAll
  static void close() {
    OPENED.forEach(opened -> opened.guest().close());
    OPENED.clear();
  }

  static Stream<Opened> guests() {
    return OPENED.stream();
  }

  @Test
  void everyEngineIsTriedInEachOfItsStyles() {
    assertThat(OPENED)
        .extracting(Opened::toString)
        .contains("graalpy-interpreter HOST", "luaj HAND", "luaj COERCED", "luajc COERCED");
  }

  @ParameterizedTest
  @MethodSource("guests")
  void ratesGiveTheSameAnswersEverywhereAndEachTime(Opened opened) {
    Map<String, Long> answers = new TreeMap<>();
    for (CaseDeclaration each : opened.of("rate")) {
      PreparedCase prepared = opened.guest().prepare(each.ids().get(0));
      double first = prepared.run(1000);
      prepared.run(17);
      assertThat(prepared.run(1000)).as(each.name()).isEqualTo(first);
      answers.put(each.name(), (long) first);
    }
    assertThat(answers).isEqualTo(new TreeMap<>(ANSWERS));
  }

  @ParameterizedTest
  @MethodSource("guests")
  void whatWeakReferenceCasesWatchIsGoneOnceDropped(Opened opened) {
    for (CaseId id : opened.idsOf("weakref")) {
      PreparedCase prepared = opened.guest().prepare(id);
      if (isUnsupported(opened, id)) continue;
      prepared.keep("run", OBJECTS);
      assertThat(prepared.number("alive")).as("%s held", id).isEqualTo(OBJECTS);
      prepared.release();
      // LuaJ's interpreter may keep one in a register of its own.
      assertThat(collected(opened, prepared)).as("%s dropped", id).isBetween(0.0, 1.0);
    }
  }

  /**
   * How many are alive after at most ten collections. The guest itself asks for them: GraalPy drops
   * the callbacks that fall due while no thread is in it.
   */
  private static double collected(Opened opened, PreparedCase prepared) {
    double alive = OBJECTS;
    for (int i = 0; i < 10 && alive > 0; i++) {
      opened.guest().runPlain(opened.collect());
      alive = prepared.number("alive");
    }
    return alive;
  }

  @ParameterizedTest
  @MethodSource("guests")
  void onlyLuasFinalizersAreUnsupported(Opened opened) {
    assertThat(opened.idsOf("weakref"))
        .allSatisfy(
            id ->
                assertThat(opened.guest().prepare(id).has("alive"))
                    .as("%s", id)
                    .isNotEqualTo(isUnsupported(opened, id)));
  }

  private static boolean isUnsupported(Opened opened, CaseId id) {
    return opened.language() == Language.LUA && id.name().equals("finalizers");
  }

  @ParameterizedTest
  @MethodSource("guests")
  void pythonCallsBackForEveryObjectAndLuaNever(Opened opened) {
    for (CaseId id : opened.idsOf("weakref")) {
      PreparedCase prepared = opened.guest().prepare(id);
      boolean callsBack =
          opened.language() == Language.PYTHON && !id.name().equals("weak_containers");
      assertThat(prepared.has("called")).as("%s", id).isEqualTo(callsBack);
      if (!callsBack) continue;
      prepared.keep("run", OBJECTS);
      assertThat(prepared.number("called")).as("%s held", id).isZero();
      prepared.release();
      assertThat(collected(opened, prepared)).isZero();
      for (int i = 0; i < 50 && prepared.number("called") < OBJECTS; i++)
        opened.guest().idle(Duration.ofMillis(200));
      assertThat(prepared.number("called")).as("%s dropped", id).isEqualTo(OBJECTS);
    }
  }

  @ParameterizedTest
  @MethodSource("guests")
  void memoryCasesTellTheirContainerFromTheirObjects(Opened opened) {
    for (CaseId id : opened.idsOf("retained")) {
      PreparedCase prepared = opened.guest().prepare(id);
      assertThat(prepared.has("empty")).as("%s", id).isTrue();
      prepared.keep("empty", OBJECTS);
      prepared.keep("run", OBJECTS);
      prepared.release();
    }
  }

  @Test
  void bothLanguagesDeclareTheSameCasesBesidesThoseOfOneLanguage() {
    assertThat(shared(Language.PYTHON)).isNotEmpty().isEqualTo(shared(Language.LUA));
    assertThat(
            OPENED.stream()
                .flatMap(opened -> opened.declarations().stream())
                .flatMap(each -> each.ids().stream())
                .map(CaseId::shortName))
        .containsAll(OF_ONE_LANGUAGE);
  }

  /** All but place and question, by the name of the row. */
  private static Map<String, List<Object>> shared(Language language) {
    Map<String, List<Object>> rows = new TreeMap<>();
    for (CaseDeclaration each : first(language).declarations())
      for (CaseId id : each.ids())
        rows.put(
            id.shortName(),
            List.of(
                each.protocol(), each.unit(), each.tags(), each.library(), each.leastAllocation()));
    rows.keySet().removeAll(OF_ONE_LANGUAGE);
    return rows;
  }

  private static Opened first(Language language) {
    return OPENED.stream().filter(each -> each.language() == language).findFirst().orElseThrow();
  }

  @Test
  void everyCaseAsksAQuestion() {
    assertThat(OPENED)
        .flatExtracting(Opened::declarations)
        .allSatisfy(each -> assertThat(each.question()).as(each.name()).endsWith("?"));
  }

  @Test
  void theDocumentNamesEveryCaseAndWhatOnlyOneLanguageHas() throws Exception {
    String document = Files.readString(DOCUMENT);
    Set<String> names =
        OPENED.stream()
            .flatMap(opened -> opened.declarations().stream())
            .map(CaseDeclaration::name)
            .collect(Collectors.toSet());
    assertThat(names).hasSizeGreaterThan(20);
    assertThat(names).allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    assertThat(OF_ONE_LANGUAGE).allSatisfy(row -> assertThat(document).contains("`" + row + "`"));
  }
}
