package org.bindbench.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.model.metric.LeakMetrics;

/**
 * A case as its suite declares it, before parameters are expanded.
 *
 * @param file the suite's file
 * @param line where in the file the case is declared, from 1; 0 where the engine cannot tell
 * @param name the case's name, unique within its file
 * @param protocol id of the way it is measured: {@code rate}, {@code retained}, {@code weakref}
 * @param unit plural of what one operation makes or does: {@code objects}, {@code calls}
 * @param tags words to select cases by
 * @param params names and values to sweep, in the order declared; variants are the parameter {@code
 *     variant}
 * @param library name of the Java library the case is bound to, empty for none
 * @param leastAllocation fewest bytes one operation must allocate for its work to have happened; 0
 *     where the case makes nothing
 * @param question what the case answers, from its documentation comment; may be empty
 * @param guests interpreters that run the case at once, each on a thread of its own
 * @param grows how fast time and memory of {@code run(n)} may grow with n
 * @param reference address of what is known of a facility that is not supported; may be empty
 */
public record CaseDeclaration(
    Path file,
    int line,
    String name,
    String protocol,
    String unit,
    List<String> tags,
    Map<String, List<String>> params,
    String library,
    double leastAllocation,
    String question,
    int guests,
    Growth grows,
    String reference) {
  private static final Set<String> HELD_AGAINST_COMPANIONS =
      Set.of(LeakMetrics.PROTOCOL, ChurnMetrics.PROTOCOL);

  /** The protocol of cases that probe a facility. */
  public static final String CAPABILITY = "capability";

  public CaseDeclaration {
    if (guests < 1)
      throw new IllegalArgumentException("guests must be at least 1, but is " + guests);
    tags = List.copyOf(tags);
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** A case of one guest, whose cost grows with the operations, and without reference. */
  public CaseDeclaration(
      Path file,
      int line,
      String name,
      String protocol,
      String unit,
      List<String> tags,
      Map<String, List<String>> params,
      String library,
      double leastAllocation,
      String question) {
    this(
        file,
        line,
        name,
        protocol,
        unit,
        tags,
        params,
        library,
        leastAllocation,
        question,
        1,
        Growth.LINEAR,
        "");
  }

  /** The same case, measured in another way. */
  public CaseDeclaration with(String otherProtocol) {
    return new CaseDeclaration(
        file,
        line,
        name,
        otherProtocol,
        unit,
        tags,
        params,
        library,
        leastAllocation,
        question,
        guests,
        grows,
        reference);
  }

  /** What the case's figures ask of the JVM they are taken in. */
  public Timing timing() {
    return Timing.of(protocol);
  }

  /** What the case is there for. */
  public Role role() {
    return Role.of(tags);
  }

  /**
   * Whether the other case, of the same suite, cannot be judged without this one: its control, or
   * the leak that was planted.
   */
  public boolean isCompanionOf(CaseDeclaration other) {
    return role().isCompanion()
        && HELD_AGAINST_COMPANIONS.contains(protocol)
        && protocol.equals(other.protocol)
        && file.equals(other.file);
  }

  /** The name of the file without its extension. */
  public String suite() {
    String fileName = String.valueOf(file.getFileName());
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? fileName : fileName.substring(0, dot);
  }

  /** Whether it stands for a whole script that declares no case. */
  public boolean isPlain() {
    return protocol.equals("plain");
  }

  /** Whether it probes a facility of the engine, and measures nothing. */
  public boolean isCapability() {
    return protocol.equals(CAPABILITY);
  }

  /** Whether the case calls a Java library. */
  public boolean isBound() {
    return !library.isEmpty();
  }

  /** One id for every combination of parameter values, the last parameter varying fastest. */
  public List<CaseId> ids() {
    List<Map<String, String>> combinations = List.of(Map.of());
    for (Map.Entry<String, List<String>> param : params.entrySet()) {
      List<Map<String, String>> grown = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (String value : param.getValue()) {
          Map<String, String> next = new LinkedHashMap<>(combination);
          next.put(param.getKey(), value);
          grown.add(next);
        }
      }
      combinations = grown;
    }
    return combinations.stream().map(chosen -> new CaseId(suite(), name, chosen)).toList();
  }
}
