package org.bindbench.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What guests share that are opened and closed one after another. */
public enum EngineSharing {
  /** One engine, which stays: parsed and compiled code is that of all. */
  SHARED("shared", "shared engine"),
  /** Nothing: each brings an engine of its own, which goes with it. */
  OWN("own", "engine per context");

  /** The parameter by which a case chooses; a case without it has guests that share nothing. */
  public static final String PARAM = "sharing";

  private final String id;
  private final String title;

  EngineSharing(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The words people read in reports. */
  public String title() {
    return title;
  }

  /** What the case asks for; empty where its parameter is no such word. */
  public static Optional<EngineSharing> find(CaseId id) {
    String word = id.params().getOrDefault(PARAM, OWN.id);
    return Arrays.stream(values()).filter(sharing -> sharing.id.equals(word)).findFirst();
  }

  /**
   * What the case asks for.
   *
   * @throws IllegalArgumentException where its parameter is no such word
   */
  public static EngineSharing of(CaseId id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: the parameter %s must be one of %s"
                        .formatted(
                            id,
                            PARAM,
                            Arrays.stream(values())
                                .map(sharing -> sharing.id)
                                .collect(Collectors.joining(", ")))));
  }
}
