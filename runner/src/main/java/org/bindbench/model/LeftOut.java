package org.bindbench.model;

/**
 * A row that the time budget left without some or all of its forks.
 *
 * @param row title of the row: {@code suite.case · engine · style · setup}
 * @param measured forks that were run
 * @param wanted forks that the level or the user asked for
 */
public record LeftOut(String row, int measured, int wanted) {}
