package org.bindbench.model.leak;

/**
 * A Java class of which more is alive after the cycles than before them.
 *
 * @param name as Java code writes it: {@code java.lang.Object[]}
 * @param instances more than before
 * @param bytes more than before, those of the instances alone
 */
public record ClassGrowth(String name, long instances, long bytes) {}
