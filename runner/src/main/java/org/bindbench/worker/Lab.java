package org.bindbench.worker;

import java.util.List;
import java.util.function.IntFunction;
import org.bindbench.engine.Guest;
import org.bindbench.model.Effort;
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
 */
public record Lab(
    TrialSpec spec,
    Effort effort,
    Guest guest,
    JvmMeter meter,
    Ticker ticker,
    CapturedOutput output,
    IntFunction<List<Guest>> ownGuests) {}
