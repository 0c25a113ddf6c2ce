package org.bindbench.worker;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineSharing;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialSpec;

/**
 * What a protocol works with.
 *
 * @param spec the trial
 * @param guest the guest the case's suite is loaded in
 * @param output what the script printed since the trial began
 * @param ownGuests opens so many guests of the trial's own, its suite loaded in each, with
 *     libraries that no other trial sees; whoever opens them closes them
 * @param freshGuests the same for guests that come and go one after another
 */
public record Lab(
    TrialSpec spec,
    Effort effort,
    Guest guest,
    JvmMeter meter,
    Ticker ticker,
    CapturedOutput output,
    IntFunction<List<Guest>> ownGuests,
    Function<EngineSharing, FreshGuests> freshGuests) {
  /** A lab in which no guests come and go. */
  public Lab(
      TrialSpec spec,
      Effort effort,
      Guest guest,
      JvmMeter meter,
      Ticker ticker,
      CapturedOutput output,
      IntFunction<List<Guest>> ownGuests) {
    this(
        spec,
        effort,
        guest,
        meter,
        ticker,
        output,
        ownGuests,
        sharing -> {
          throw new GuestException(
              GuestException.Kind.UNSUPPORTED, "no guests come and go here", "", "");
        });
  }
}
