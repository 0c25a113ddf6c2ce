package org.bindbench.model;

/**
 * A row that got forks beyond the plan, from time that was left of the budget.
 *
 * @param row title of the row: {@code suite.case · engine · style · setup}
 * @param planned forks that it had in the plan
 * @param measured forks that were run in all
 */
public record ForksAdded(String row, int planned, int measured) {}
