package org.bindbench.worker;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindbench.engine.graalpy.GraalPyEngine;
import org.bindbench.machine.JvmFinder;
import org.bindbench.machine.Surroundings;
import org.bindbench.model.JvmFacts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GraalPy with its JIT compiles on threads that the clock knows by name. */
@Tag("engine")
@Tag("fork")
class CompilersOfGraalPyTest {
  private static final Path BUNDLE = Path.of("runner/target/classes/bundle").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void theWorkOfItsCompilerIsSeen() throws Exception {
    GraalPyEngine engine = new GraalPyEngine();
    Optional<JvmFacts> jvm =
        new JvmFinder(Surroundings.ofThisProcess())
            .find(List.of()).usable().stream()
                .filter(each -> engine.unfit(each).isEmpty())
                .findFirst();
    assumeTrue(jvm.isPresent(), "no JVM is fit for GraalPy's compiler");
    List<String> command = new ArrayList<>(List.of(jvm.orElseThrow().java().toString()));
    command.addAll(List.of("-Xmx1g", "-XX:+UnlockDiagnosticVMOptions"));
    command.addAll(engine.jvmOptions(jvm.orElseThrow(), BUNDLE, folder.resolve("cache")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(CompilingGuest.class.getName(), BUNDLE.toString()));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    boolean ended = process.waitFor(5, MINUTES);
    process.destroyForcibly();
    assertThat(ended).as(Files.readString(folder.resolve("err.txt"))).isTrue();
    Map<String, String> seen =
        Files.readAllLines(out).stream()
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    assertThat(seen).as(Files.readString(folder.resolve("err.txt"))).containsEntry("jit", "true");
    assertThat(Long.parseLong(seen.getOrDefault("guest", "0"))).isPositive();
    assertThat(Long.parseLong(seen.getOrDefault("all", "0")))
        .isGreaterThan(Long.parseLong(seen.getOrDefault("guest", "0")));
  }
}
