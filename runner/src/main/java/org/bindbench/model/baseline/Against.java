package org.bindbench.model.baseline;

/**
 * What a run is compared with at its end.
 *
 * @param failOn the word for what fails it, as {@code --fail-on} takes it
 * @param forced whether rows of other circumstances are compared all the same, without blocking
 */
public record Against(Baseline baseline, String failOn, boolean forced) {}
