package org.bindbench.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The name of one question, the same in every language.
 *
 * @param suite the file's name without extension
 * @param name the case's name
 * @param params swept parameters by name, among them {@code variant}; sorted, empty where nothing
 *     is swept
 */
public record CaseId(String suite, String name, Map<String, String> params)
    implements Comparable<CaseId> {
  public CaseId {
    params = Collections.unmodifiableMap(new TreeMap<>(params));
  }

  /** {@code suite.name} or {@code suite.name[key=value,…]}. */
  @Override
  public String toString() {
    return suite + "." + shortName();
  }

  /** {@code suite.name}, the same for all values of the parameters. */
  public String withoutParams() {
    return suite + "." + name;
  }

  /** The name with its parameters, without the suite. */
  public String shortName() {
    return params.isEmpty()
        ? name
        : name
            + params.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public int compareTo(CaseId other) {
    return toString().compareTo(other.toString());
  }
}
