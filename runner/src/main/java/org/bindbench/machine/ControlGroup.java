package org.bindbench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The limits that Linux sets this process through control groups, version 1 and 2. A limit of a
 * group above counts as well: the lowest one holds.
 *
 * @param memoryLimitBytes −1 for none
 * @param cpuQuota how many CPUs' worth of time it may use, such as 1.5; −1 for none
 * @param oomKills how many processes of the group the system killed for want of memory; −1 where it
 *     does not count
 */
public record ControlGroup(long memoryLimitBytes, double cpuQuota, long oomKills) {
  /** No group, or none that can be read. */
  public static final ControlGroup NONE = new ControlGroup(-1, -1, -1);

  /** What version 1 calls unlimited is close to 2^63, rounded to pages. */
  private static final double UNLIMITED = 1L << 60;

  /**
   * Reads the group of this process; never fails.
   *
   * @param root folder that holds {@code proc} and {@code sys}
   */
  public static ControlGroup read(Path root) {
    List<Path> memory1 = ControlGroupFolders.of(root, "memory");
    List<Path> cpu1 = ControlGroupFolders.of(root, "cpu");
    List<Path> unified = ControlGroupFolders.of(root, "");
    double memory =
        Math.min(
            lowest(memory1, folder -> number(folder.resolve("memory.limit_in_bytes"))),
            lowest(unified, folder -> number(folder.resolve("memory.max"))));
    double cpu =
        Math.min(lowest(cpu1, ControlGroup::quota1), lowest(unified, ControlGroup::quota2));
    return new ControlGroup(
        memory >= UNLIMITED ? -1 : (long) memory,
        Double.isInfinite(cpu) ? -1 : cpu,
        Math.max(kills(memory1, "memory.oom_control"), kills(unified, "memory.events")));
  }

  private static double lowest(List<Path> folders, ToDoubleFunction<Path> limit) {
    return folders.stream()
        .mapToDouble(limit)
        .filter(value -> value > 0)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static double quota1(Path folder) {
    double quota = number(folder.resolve("cpu.cfs_quota_us"));
    double period = number(folder.resolve("cpu.cfs_period_us"));
    return quota > 0 && period > 0 ? quota / period : -1;
  }

  private static double quota2(Path folder) {
    List<String> parts = List.of(text(folder.resolve("cpu.max")).split("\\s+"));
    double[] numbers = parts.stream().mapToDouble(ControlGroup::parse).toArray();
    return numbers.length == 2 && DoubleStream.of(numbers).allMatch(part -> part > 0)
        ? numbers[0] / numbers[1]
        : -1;
  }

  /** The group's own count, which in version 2 includes the groups below it. */
  private static long kills(List<Path> folders, String file) {
    return folders.stream()
        .limit(1)
        .flatMap(folder -> text(folder.resolve(file)).lines())
        .filter(line -> line.startsWith("oom_kill "))
        .mapToLong(line -> (long) parse(line.substring("oom_kill ".length())))
        .findFirst()
        .orElse(-1);
  }

  private static double number(Path file) {
    return parse(text(file));
  }

  private static double parse(String text) {
    String digits = text.strip();
    return digits.matches("[0-9]{1,20}") ? Double.parseDouble(digits) : -1;
  }

  /** The text of a small file of the system; empty where there is none. */
  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException | InvalidPathException e) {
      return "";
    }
  }
}
