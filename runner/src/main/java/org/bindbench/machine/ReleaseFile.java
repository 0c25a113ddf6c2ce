package org.bindbench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code release} in the home of a JVM: lines of {@code KEY="value"}. Which keys there are
 * differs by maker, so each reading falls back to the next best.
 */
record ReleaseFile(Map<String, String> values) {
  private static final long MAX_BYTES = 1 << 20;
  private static final Pattern LINE = Pattern.compile("(\\w+)=\"?([^\"]*)\"?\\s*");
  private static final Pattern PRODUCT = Pattern.compile("([A-Za-z][A-Za-z ]*?)[- ]?[0-9].*");

  ReleaseFile {
    values = Map.copyOf(values);
  }

  /**
   * Reads the file of a home.
   *
   * @throws IOException where it is missing, unreadable or far too large
   */
  static ReleaseFile read(Path home) throws IOException {
    Path file = home.resolve("release");
    if (Files.size(file) > MAX_BYTES) throw new IOException(file + " is no release file");
    Map<String, String> values = new HashMap<>();
    for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\\R")) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) values.put(matcher.group(1), matcher.group(2).strip());
    }
    return new ReleaseFile(values);
  }

  /** The version's plain number, such as {@code 25.0.3}; empty where the file has none. */
  String version() {
    String version = value("JAVA_VERSION");
    return plainVersion(version.isEmpty() ? value("JAVA_RUNTIME_VERSION") : version);
  }

  /** Who built it, as people say it. */
  String vendor() {
    return vendor(value("IMPLEMENTOR_VERSION"), value("IMPLEMENTOR"));
  }

  /** {@code HotSpot}, {@code OpenJ9} …; empty where neither file nor folder says. */
  String vmName(Path home) {
    String variant = vmName(value("JVM_VARIANT"));
    if (!variant.isEmpty()) return variant;
    Path library = home.resolve("lib");
    if (Files.isDirectory(library.resolve("j9vm"))) return "OpenJ9";
    boolean server =
        Files.isDirectory(library.resolve("server"))
            || Files.isDirectory(home.resolve("bin").resolve("server"));
    return server ? "HotSpot" : "";
  }

  private String value(String key) {
    return values.getOrDefault(key, "");
  }

  /** A version without build number and suffix: {@code 17.0.15+6-Debian} is {@code 17.0.15}. */
  static String plainVersion(String version) {
    return version.split("[+-]", 2)[0].strip();
  }

  /** The product's name from {@code Temurin-25.0.3+9}, else the maker's, else "Java". */
  static String vendor(String productVersion, String maker) {
    Matcher product = PRODUCT.matcher(productVersion);
    if (product.matches()) return product.group(1);
    return maker.isEmpty() || maker.equals("N/A") ? "Java" : maker;
  }

  /** The usual spelling of a virtual machine's name. */
  static String vmName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("j9")) return "OpenJ9";
    if (lower.contains("hotspot") || lower.contains("server vm")) return "HotSpot";
    return name;
  }
}
