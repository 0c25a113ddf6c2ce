package org.bindbench.model.comparison;

import java.util.Optional;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Metric;

/**
 * A case that cannot be measured on both sides.
 *
 * @param metric what it would have been judged by first
 * @param reason why, in one sentence
 * @param missing the side that lacks it; empty where both have it, but not alike
 */
public record Lone(CaseId id, Match match, Metric metric, String reason, Optional<Side> missing) {}
