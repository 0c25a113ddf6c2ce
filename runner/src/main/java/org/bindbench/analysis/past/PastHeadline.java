package org.bindbench.analysis.past;

import java.util.Optional;
import org.bindbench.analysis.Column;
import org.bindbench.model.Language;

/**
 * One of the four numbers of a language in a past run.
 *
 * @param name such as {@code object_creation_rate}
 * @param value empty where the run did not have it
 * @param reason why it is missing; empty where it is not
 */
public record PastHeadline(
    Language language,
    Column column,
    String name,
    String unit,
    Optional<Double> value,
    String reason) {}
