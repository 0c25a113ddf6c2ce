package org.bindbench.analysis.past;

/** The value of a series in one run. */
public record Reading(RunMark run, double value) {}
