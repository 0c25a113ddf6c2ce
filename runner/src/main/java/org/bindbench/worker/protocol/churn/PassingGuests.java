package org.bindbench.worker.protocol.churn;

import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.CaseId;
import org.bindbench.model.EngineSharing;
import org.bindbench.model.Ticker;
import org.bindbench.worker.FreshGuests;
import org.bindbench.worker.Lab;

/** Guests that come and go for a case: each is opened, calls {@code run} once and is closed. */
public final class PassingGuests implements AutoCloseable {
  /** Operations of each guest. */
  public static final long OPERATIONS = 1000;

  private final CaseId id;
  private final Ticker ticker;
  private final FreshGuests guests;

  /**
   * What a guest did.
   *
   * @param answer of {@code run}
   * @param openMillis ms to open it and to load the suite
   * @param closeMillis ms to close it
   */
  record Passed(double answer, double openMillis, double closeMillis) {}

  /**
   * Guests of the trial's case, which share what its parameter {@code sharing} names.
   *
   * @throws GuestException where that parameter is no such word
   */
  public PassingGuests(Lab lab) {
    this.id = lab.spec().id();
    this.ticker = lab.ticker();
    this.guests = lab.freshGuests().apply(sharing(id));
  }

  private static EngineSharing sharing(CaseId id) {
    try {
      return EngineSharing.of(id);
    } catch (IllegalArgumentException e) {
      throw new GuestException(GuestException.Kind.ERROR, String.valueOf(e.getMessage()), "", "");
    }
  }

  /** Lets one pass, of which nothing is referred to after the return; how that went. */
  Passed timed() {
    long opening = ticker.nanos();
    Guest guest = guests.open();
    long opened = ticker.nanos();
    double answer;
    try {
      PreparedCase prepared = guest.prepare(id);
      answer = prepared.run(OPERATIONS);
      prepared.release();
    } catch (RuntimeException | Error e) {
      guest.close();
      throw e;
    }
    long closing = ticker.nanos();
    guest.close();
    return new Passed(answer, (opened - opening) / 1e6, (ticker.nanos() - closing) / 1e6);
  }

  /** Lets one pass. */
  public void pass() {
    timed();
  }

  /** Closes what they shared. */
  @Override
  public void close() {
    guests.close();
  }
}
