package org.bindbench.model.metric;

import java.util.Arrays;
import java.util.Optional;

/** How the objects of a recovery case are let go. */
public enum Release {
  /** All references are dropped at the same time. */
  AT_ONCE("at_once", "at once"),
  /** They are dropped in five parts with a collection behind each. */
  GRADUALLY("gradually", "in five parts"),
  /** All are dropped, and the script asks for a collection by its own means, once. */
  FORCED_COLLECTION("forced_collection", "at once, and the script collects"),
  /** None is dropped; the guest is closed. */
  CONTEXT_CLOSED("context_closed", "by closing the guest");

  private final String id;
  private final String title;

  Release(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The value of the parameter {@code release}. */
  public String id() {
    return id;
  }

  /** The words people read in reports, behind "let go". */
  public String title() {
    return title;
  }

  /** The way of that id. */
  public static Optional<Release> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }
}
