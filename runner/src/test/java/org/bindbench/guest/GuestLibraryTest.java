package org.bindbench.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bindbench.guest.StockInterpreter.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the guest libraries do with suites that are right, wrong and loaded by a host. */
@Tag("interpreter")
class GuestLibraryTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aNameTakenTwiceIsAnErrorWithFileAndLine(StockInterpreter interpreter) throws IOException {
    interpreter.assumeInstalled();
    Path suite =
        planted(
            interpreter,
            """
            @case("rate")
            def twice(): pass

            @case("rate")
            def twice(): pass
            """,
            """
            bench.case("twice", "rate", {}, function() end)


            bench.case("twice", "rate", {},
              function() end)
            """);
    Ended ended = interpreter.run(suite);
    assertThat(ended.exitCode()).isNotZero();
    assertThat(ended.err())
        .contains(suite + ":" + (interpreter.isPython() ? 6 : 5) + ": case twice: the case at ")
        .contains("has the same name");
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownArgumentIsAnErrorWithFileAndLine(StockInterpreter interpreter) throws IOException {
    interpreter.assumeInstalled();
    Path suite =
        planted(
            interpreter,
            """
            @case("rate", units="objects")
            def one(): pass
            """,
            """

            bench.case("one", "rate", { units = "objects" }, function() end)
            """);
    Ended ended = interpreter.run(suite);
    assertThat(ended.exitCode()).isNotZero();
    assertThat(ended.err()).contains(suite + ":3: case one: unknown argument units");
  }

  @ParameterizedTest
  @EnumSource
  void guestsAndGrowthThatCannotBeAreErrorsWithFileAndLine(StockInterpreter interpreter)
      throws IOException {
    interpreter.assumeInstalled();
    for (String wrong : List.of("guests", "grows")) {
      boolean guests = wrong.equals("guests");
      String option = guests ? "guests=0" : "grows=\"n!\"";
      Path suite =
          planted(
              interpreter,
              "@case(\"rate\", " + option + ")\ndef one(): pass\n",
              "\nbench.case(\"one\", \"rate\", { " + option + " }, function() end)\n");
      Ended ended = interpreter.run(suite);
      assertThat(ended.exitCode()).isNotZero();
      assertThat(ended.err())
          .contains(suite + ":3: case one: " + wrong + " must be ")
          .contains(guests ? "but is 0" : "1, log n, n, n log n, n^2, but is ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatGoesWrongInOneCaseIsARowAndTheOthersStillRun(StockInterpreter interpreter)
      throws IOException {
    interpreter.assumeInstalled();
    Path suite =
        planted(
            interpreter,
            """
            @case("rate")
            def no_run(): return 3
            @case("rate")
            def raises():
                def run(n):
                    raise ValueError('"quoted"')
                return run
            @case("rate")
            def half(): return lambda n: 0.5
            @case("rate")
            def nothing(): return lambda n: n
            @case("leak")
            def later(): pass
            main()
            """,
            """
            bench.case("no_run", "rate", {}, function() return 3 end)
            bench.case("raises", "rate", {}, function()
              return function() error('"quoted"') end
            end)
            bench.case("half", "rate", {}, function() return function() return 0.5 end end)
            bench.case("nothing", "rate", {}, function() return function(n) return n end end)
            bench.case("later", "leak", {}, function() end)
            bench.main(arg)
            """);
    Ended ended = interpreter.run(suite, "--rows", "--seconds", "0");
    Map<String, JsonNode> rows = StockInterpreter.rowsOf(ended);
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(rows.get("no_run").path("reason").asText()).contains("run must be a function");
    assertThat(rows.get("raises").path("status").asText()).isEqualTo("SCRIPT_FAILED");
    assertThat(rows.get("raises").path("reason").asText()).contains("planted.").contains("\"");
    assertThat(rows.get("half").path("status").asText()).isEqualTo("WRONG_ANSWER");
    assertThat(rows.get("nothing").path("status").asText()).isEqualTo("ELIMINATED");
    assertThat(rows.get("later").path("status").asText()).isEqualTo("UNSUPPORTED");
  }

  @ParameterizedTest
  @EnumSource
  void paramsKeepTheirTypesAndOneRowEach(StockInterpreter interpreter) throws IOException {
    interpreter.assumeInstalled();
    Path suite =
        planted(
            interpreter,
            """
            @case("weakref", params={"size": [8, 2**4]}, variants=["plain"])
            def swept(size, variant):
                size + 1
            main()
            """,
            """
            bench.case("swept", "weakref", { params = { { "size", { 8, 2 ^ 4 } } },
              variants = { "plain" } }, function(chosen) return chosen.size + 1 end)
            bench.main(arg)
            """);
    assertThat(StockInterpreter.rowsOf(interpreter.run(suite, "--rows", "--case", "swe*")))
        .containsOnlyKeys("swept[size=16,variant=plain]", "swept[size=8,variant=plain]");
  }

  @ParameterizedTest
  @EnumSource
  void aHostLoadsASuiteWithoutRunningItAndPreparesItsCases(StockInterpreter interpreter)
      throws IOException {
    interpreter.assumeInstalled();
    Path suite = interpreter.file("memory_management");
    Path host =
        planted(
            interpreter,
            """
            import bindbench
            cases = bindbench.load("%s")
            shapes = next(each for each in cases if each.name == "memory_by_shape")
            print(cases[0].name, shapes.params, shapes.guests, shapes.grows)
            hooks = bindbench.prepare("memory_management", "memory_by_shape", [["variant", "slots"]])
            print(len(hooks["run"](10)), len(hooks["empty"](10)))
            """
                .formatted(suite),
            """
            local cases = bench.load("%s")
            local shapes
            for _, each in ipairs(cases) do shapes = each.name == "memory_by_shape" and each or shapes end
            print(cases[1].name, shapes.params[1][1], shapes.params[1][2][3], shapes.guests, shapes.grows)
            local hooks = bench.prepare("memory_management", "memory_by_shape", { { "variant", "fields4" } })
            print(#hooks.run(10), #hooks.empty(10))
            """
                .formatted(suite));
    Ended ended = interpreter.run(host);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().replace('\t', ' ').lines())
        .containsExactly(
            interpreter.isPython()
                ? "empty_loop [['variant', ['class', 'slots', 'tuple', 'closure']]] 1 n"
                : "empty_loop variant fields4 1 n",
            "10 10");
  }

  @ParameterizedTest
  @EnumSource
  void thePeoplesFormIsOneLinePerCase(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    Ended ended =
        interpreter.run(
            interpreter.file("memory_management"), "--seconds", "0", "--case", "function_call");
    assertThat(ended.out()).matches("function_call   \\d+\\.\\d\\d [Mk] calls/s\\R");
  }

  @ParameterizedTest
  @EnumSource
  void aCaseThatIsNotThereIsAUsageError(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    Ended ended = interpreter.run(interpreter.file("memory_management"), "--case", "nope");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("no case of this file is called nope");
  }

  @ParameterizedTest
  @EnumSource
  void aPlainScriptRunsToItsEnd(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    Ended ended = interpreter.run(interpreter.plain("benchmark"));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern("Rate: \\d+ objects/second")
        .containsPattern("Rate: \\d+ calls/second")
        .containsPattern("Memory per object: \\d+ bytes")
        .containsPattern("Cleanup efficiency: [\\d.]+%")
        .contains("✅")
        .contains("bindings not available");
  }

  private Path planted(StockInterpreter interpreter, String python, String lua) throws IOException {
    return interpreter.suite(folder, interpreter.isPython() ? python : lua);
  }
}
