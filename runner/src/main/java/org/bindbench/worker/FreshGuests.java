package org.bindbench.worker;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bindbench.engine.Guest;

/**
 * Guests of one trial that come and go one after another.
 *
 * @param opening opens one
 * @param ending ends what they share, once none of them is open
 */
public record FreshGuests(Supplier<Guest> opening, Runnable ending) implements AutoCloseable {
  /** Opens one; whoever opens it closes it. */
  public Guest open() {
    return opening.get();
  }

  /** The same guests after something was done to each. One to which it cannot be done is closed. */
  FreshGuests then(Consumer<Guest> act) {
    return new FreshGuests(
        () -> {
          Guest guest = open();
          try {
            act.accept(guest);
            return guest;
          } catch (RuntimeException | Error e) {
            guest.close();
            throw e;
          }
        },
        ending);
  }

  @Override
  public void close() {
    ending.run();
  }
}
