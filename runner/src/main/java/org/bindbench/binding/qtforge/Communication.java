package org.bindbench.binding.qtforge;

import java.util.Objects;

/** The namespace {@code qtforge.communication}. */
public final class Communication {
  private final SharedObjects shared;

  Communication(SharedObjects shared) {
    this.shared = shared;
  }

  /** A bus without subscribers. */
  @SuppressWarnings("MemberName") // scripts see this name
  public MessageBus create_message_bus() {
    return new MessageBus();
  }

  /** The one bus of that name, which all guests of a trial share. */
  @SuppressWarnings("MemberName") // scripts see this name
  public MessageBus shared_message_bus(String name) {
    return shared.bus(Objects.requireNonNull(name, "a bus needs a name"));
  }
}
