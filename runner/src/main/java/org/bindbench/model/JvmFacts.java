package org.bindbench.model;

import java.nio.file.Path;

/**
 * A Java virtual machine found on this computer.
 *
 * @param home its folder
 * @param version full version such as {@code 25.0.3}
 * @param vendor who built it, from its {@code release} file
 * @param vmName such as {@code HotSpot} or {@code OpenJ9}; empty where the file does not say
 */
public record JvmFacts(Path home, String version, String vendor, String vmName) {
  /** The {@code java} command of this JVM. */
  public Path java() {
    return home.resolve("bin").resolve(isWindows() ? "java.exe" : "java");
  }

  /** The feature release: 17, 21, 25 …. */
  public int feature() {
    return java.lang.Runtime.Version.parse(version).feature();
  }

  /** "Temurin 25.0.3", as people say it. */
  public String title() {
    return vendor + " " + version;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }
}
