package org.bindbench.model;

/**
 * Something a reader must know to trust a figure.
 *
 * @param subject the case, engine or file it is about
 * @param message what was found, with its figures
 * @param advice what to do about it, may be empty
 */
public record Remark(Severity severity, String subject, String message, String advice) {}
