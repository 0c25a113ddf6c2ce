package org.bindbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.bindbench.binding.Libraries;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine behind the door must do, run over all that are found. */
@Tag("engine")
class EngineContractTest {
  private static final Path BUNDLE = Path.of("runner/target/classes/bundle").toAbsolutePath();
  private static final Map<String, Opened> OPENED = new LinkedHashMap<>();

  @TempDir Path folder;

  private record Opened(Guest guest, ByteArrayOutputStream out) {}

  /** The JIT cannot be had inside the tests' own JVM; graalpy differs from it in nothing else. */
  static Stream<Engine> engines() {
    return ServiceLoader.load(Engine.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(engine -> !engine.profile().id().equals("graalpy"));
  }

  @AfterAll
  static void close() {
    OPENED.values().forEach(opened -> opened.guest().close());
  }

  @Test
  void thereAreEnginesForBothLanguages() {
    assertThat(engines().map(engine -> engine.profile().language()))
        .contains(Language.PYTHON, Language.LUA);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aDeclarationCarriesWhatTheFileSays(Engine engine) {
    CaseDeclaration shapes =
        guest(engine).load(suite(engine, "memory_management")).stream()
            .filter(each -> each.name().equals("memory_by_shape"))
            .findFirst()
            .orElseThrow();
    assertThat(shapes.protocol()).isEqualTo("retained");
    assertThat(shapes.unit()).isEqualTo("objects");
    assertThat(shapes.ids()).hasSize(4);
    assertThat(shapes.ids().get(0).shortName()).isEqualTo("memory_by_shape[variant=class]");
    assertThat(shapes.question()).startsWith("How many bytes");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void hooksKeepCountAndLetGo(Engine engine) {
    Guest guest = guest(engine);
    guest.load(suite(engine, "memory_management"));
    PreparedCase prepared =
        guest.prepare(new CaseId("memory_management", "weak_references", Map.of()));
    assertThat(prepared.has("alive")).isTrue();
    assertThat(prepared.has("nonsense")).isFalse();
    prepared.keep("run", 500);
    assertThat(prepared.number("alive")).isEqualTo(500);
    prepared.release();
    System.gc();
    assertThat(prepared.number("alive")).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aHooksTextComesAsItIsAndAnythingElseIsAnError(Engine engine) throws IOException {
    Guest guest = guest(engine);
    guest.load(
        script(
            engine,
            "texts",
            """
            from bindbench import case

            @case("capability", reference="https://example.org/why")
            def texts():
                return {"probe": lambda: "BROKEN: ä", "other": lambda: 7}
            """,
            """
            local bench = require "bindbench"
            bench.case("texts", "capability", { reference = "https://example.org/why" }, function()
              return { probe = function() return "BROKEN: ä" end, other = function() return 7 end }
            end)
            """));
    PreparedCase prepared = guest.prepare(new CaseId("texts", "texts", Map.of()));
    assertThat(prepared.text("probe")).isEqualTo("BROKEN: ä");
    assertThatThrownBy(() -> prepared.text("other"))
        .isInstanceOf(GuestException.class)
        .hasMessageContaining("other must return a text");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aDeclaredReferenceReachesTheHost(Engine engine) throws IOException {
    List<CaseDeclaration> cases = guest(engine).load(suite(engine, "capabilities"));
    assertThat(cases)
        .isNotEmpty()
        .allMatch(CaseDeclaration::isCapability)
        .anySatisfy(each -> assertThat(each.reference()).startsWith("https://"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void anErrorNamesTheScriptsOwnPlace(Engine engine) throws IOException {
    Path broken =
        script(
            engine,
            "broken",
            "x = 1\nraise ValueError('on purpose')\n",
            "local x = 1\nerror('on purpose')\n");
    assertThatThrownBy(() -> guest(engine).runPlain(broken))
        .asInstanceOf(type(GuestException.class))
        .satisfies(
            e -> {
              assertThat(e.getMessage()).contains("on purpose");
              if (!engine.profile().id().equals("luajc")) // LuaJC keeps no lines
              assertThat(e.location()).contains("broken").contains(":2");
            });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aMemoryErrorOfTheScriptsOwnFailsInItsLine(Engine engine) throws IOException {
    Path broken =
        script(
            engine,
            "too_large",
            "x = 1\nraise MemoryError('on purpose')\n",
            "local x = 1\nerror('on purpose')\n");
    assertThatThrownBy(() -> guest(engine).runPlain(broken))
        .asInstanceOf(type(GuestException.class))
        .satisfies(
            e -> {
              if (!engine.profile().id().equals("luajc")) // LuaJC keeps no lines
              assertThat(e.location()).contains("too_large").contains(":2");
            });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aFileThatDoesNotCompileNamesTheLine(Engine engine) throws IOException {
    Path broken = script(engine, "unfinished", "x = 1\nif x ==\n", "local x = 1\nif x ==\n");
    assertThatThrownBy(() -> guest(engine).load(broken))
        .asInstanceOf(type(GuestException.class))
        .satisfies(
            e ->
                assertThat(e.location() + " " + e.getMessage())
                    .contains("unfinished")
                    .containsPattern(":[23]"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aRecursionWithoutEndIsTheScriptsError(Engine engine) throws IOException {
    Path deep =
        script(
            engine,
            "deep",
            "def f(n):\n    return 1 + f(n + 1)\nf(0)\n",
            "local function f(n) return 1 + f(n + 1) end\nf(0)\n");
    assertThatThrownBy(() -> guest(engine).runPlain(deep)).isInstanceOf(GuestException.class);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aPlainScriptSeesItsNameItsBindingsAndTrueMemory(Engine engine) throws IOException {
    Path script =
        script(
            engine,
            "plain",
            """
            import sys, tracemalloc, qtforge
            from qtforge.core import create_plugin_manager
            tracemalloc.start()
            print(sys.argv[0].endswith("plain.py"), __name__)
            print(create_plugin_manager().create("sensor", 7).build())
            print(qtforge.communication.create_message_bus().publish("t", "m"))
            print(tracemalloc.get_traced_memory()[0])
            sys.exit(3)
            """,
            """
            print(arg[0]:match("plain.lua") ~= nil, "__main__")
            print(qtforge.core.create_plugin_manager():create("sensor", 7):build())
            print(qtforge.communication.create_message_bus():publish("t", "m"))
            print(collectgarbage("count"))
            os.exit(3)
            """);
    ByteArrayOutputStream out = out(engine);
    out.reset();
    assertThat(guest(engine).runPlain(script)).isEqualTo(3);
    assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.replace('\t', ' ')))
        .containsExactly(
            engine.profile().language() == Language.PYTHON ? "True __main__" : "true __main__",
            "7",
            "0",
            "0");
  }

  private static Guest guest(Engine engine) {
    return opened(engine).guest();
  }

  private static ByteArrayOutputStream out(Engine engine) {
    return opened(engine).out();
  }

  private static Opened opened(Engine engine) {
    return OPENED.computeIfAbsent(
        engine.profile().id(),
        id -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          return new Opened(
              engine.open(
                  new GuestSetup(
                      BUNDLE,
                      Libraries.from(EngineContractTest.class.getClassLoader()),
                      engine.bindingStyles().get(0),
                      new FixedMemory(),
                      out,
                      out)),
              out);
        });
  }

  private static Path suite(Engine engine, String name) {
    Language language = engine.profile().language();
    return BUNDLE.resolve(language.id()).resolve(name + "." + language.extension());
  }

  private Path script(Engine engine, String name, String python, String lua) throws IOException {
    boolean isPython = engine.profile().language() == Language.PYTHON;
    return Files.writeString(
        folder.resolve(name + (isPython ? ".py" : ".lua")), isPython ? python : lua);
  }
}
