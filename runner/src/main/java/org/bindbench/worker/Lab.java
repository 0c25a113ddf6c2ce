package org.bindbench.worker;

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
 */
public record Lab(
    TrialSpec spec,
    Effort effort,
    Guest guest,
    JvmMeter meter,
    Ticker ticker,
    CapturedOutput output) {}
