package org.bindbench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bindbench.model.JvmFacts;

/** A computer made of a temporary folder: a home, a folder for JVMs, variables. */
final class FakeComputer {
  final Path root;
  final Map<String, String> environment = new HashMap<>();
  Path home;
  JvmFacts running;

  FakeComputer(Path root) {
    this.root = real(root);
    this.home = folder("home");
    folder("jvms");
    folder("tmp");
    Path runningHome = jvm("running", "17.0.15");
    this.running = new JvmFacts(runningHome, "17.0.15", "Debian", "HotSpot");
  }

  Surroundings surroundings() {
    return new Surroundings(
        environment,
        home,
        List.of(root.resolve("jvms")),
        running,
        "Linux",
        root.resolve("tmp"),
        "me");
  }

  Jvms find(String... named) {
    return new JvmFinder(surroundings()).find(List.of(named));
  }

  Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String name, String text) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The home of a JVM with a launcher and a file {@code release} of this version. */
  Path jvm(String name, String version) {
    launcher(name);
    file(
        name + "/release",
        "IMPLEMENTOR=\"Debian\"\nJVM_VARIANT=\"Hotspot\"\nJAVA_VERSION=\"" + version + "\"\n");
    return root.resolve(name);
  }

  /** A home with a launcher alone. */
  Path launcher(String name) {
    Path java = file(name + "/bin/java", "#!/bin/sh\n");
    if (!java.toFile().setExecutable(true))
      throw new IllegalStateException(java + " stays as it is");
    return root.resolve(name);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
