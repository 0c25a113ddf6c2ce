package org.bindbench.worker.protocol.path;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import org.bindbench.model.leak.ClassGrowth;

/**
 * How many instances of each class are alive, and their bytes, by class name.
 *
 * @param counts by the name that Java code writes
 */
record ClassHistogram(Map<String, Count> counts) {
  /** A line of the JVM's: {@code 12: 3456 110592 java.util.HashMap$Node (java.base@25)}. */
  private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

  /** Instances and their bytes. */
  record Count(long instances, long bytes) {
    Count plus(Count other) {
      return new Count(instances + other.instances, bytes + other.bytes);
    }
  }

  private static final Count NONE = new Count(0, 0);

  ClassHistogram {
    counts = Map.copyOf(counts);
  }

  /**
   * Collects and counts what is alive.
   *
   * @throws UnavailableException where this JVM cannot
   */
  static ClassHistogram take() throws UnavailableException {
    try {
      Object text =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return of(String.valueOf(text));
    } catch (InstanceNotFoundException e) {
      throw new UnavailableException("this JVM has no diagnostic commands", e);
    } catch (JMException e) {
      throw new UnavailableException("the JVM refused: " + e.getMessage(), e);
    }
  }

  /** Reads what the JVM printed; classes of one name from several loaders are one. */
  static ClassHistogram of(String text) {
    Map<String, Count> counts = new HashMap<>();
    text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(
            line ->
                counts.merge(
                    ClassNames.readable(line.group(3)),
                    new Count(Long.parseLong(line.group(1)), Long.parseLong(line.group(2))),
                    Count::plus));
    return new ClassHistogram(counts);
  }

  /**
   * The classes of which at least so many instances more are alive than before, most bytes first.
   */
  List<ClassGrowth> grownSince(ClassHistogram before, int leastInstances) {
    List<ClassGrowth> grown = new ArrayList<>();
    counts.forEach(
        (name, now) -> {
          Count then = before.counts.getOrDefault(name, NONE);
          long instances = now.instances - then.instances;
          if (instances >= leastInstances)
            grown.add(new ClassGrowth(name, instances, now.bytes - then.bytes));
        });
    grown.sort(
        Comparator.comparingLong(ClassGrowth::bytes).reversed().thenComparing(ClassGrowth::name));
    return grown;
  }
}
