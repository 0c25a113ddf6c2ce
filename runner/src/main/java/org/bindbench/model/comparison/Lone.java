package org.bindbench.model.comparison;

import org.bindbench.model.CaseId;
import org.bindbench.model.Metric;

/**
 * A case that cannot be measured on both sides.
 *
 * @param metric what it would have been judged by first
 * @param reason why, in one sentence
 */
public record Lone(CaseId id, Match match, Metric metric, String reason) {}
