package org.bindbench.binding.qtforge;

/** The namespace {@code qtforge.communication}. */
public final class Communication {
  Communication() {}

  /** A bus without subscribers. */
  @SuppressWarnings("MemberName") // scripts see this name
  public MessageBus create_message_bus() {
    return new MessageBus();
  }
}
