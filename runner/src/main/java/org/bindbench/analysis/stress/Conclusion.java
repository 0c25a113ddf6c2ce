package org.bindbench.analysis.stress;

/**
 * What figures come to.
 *
 * @param subject case and column it is about
 * @param finding one sentence
 * @param evidence the figures it follows from
 * @param advice what follows for who uses the engine; empty where nothing does
 */
public record Conclusion(String subject, String finding, String evidence, String advice) {}
