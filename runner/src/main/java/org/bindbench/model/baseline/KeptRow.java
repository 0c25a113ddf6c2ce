package org.bindbench.model.baseline;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Metric;

/**
 * What must be known of one row of a run to compare it with the same row of another: fork values
 * and what stands beside them, but no single reading.
 *
 * @param setup name of the JVM and collector where the run compares several; else empty
 * @param file name of the suite's file, without its folder
 * @param status {@code COMPLETED}, or how it failed
 * @param reason why it has no figures, empty where it has some
 * @param errored whether a fork of it errored
 * @param metrics those that can be compared; empty where nothing completed
 * @param absent why a metric cannot be had, by its id
 * @param flags words that stand beside its figures
 * @param machineMoved how the machine changed its speed, empty where it did not
 * @param rulerNanos what the loop of known work took beside it, 0 where that was not measured
 * @param cpuPerWall CPU time of its workers over the time they measured, 0 where that is not known
 * @param wrong why the figures of all forks mean nothing: wrong answer, eliminated; else empty
 * @param interrupted whether none of its forks was begun because the run ended first
 * @param incomplete whether a fork was planned and not run
 * @param answers distinct answers of its forks, ascending; one where all is well
 * @param facts the stable facts it was measured under, by name
 */
public record KeptRow(
    CaseId id,
    String engine,
    BindingStyle style,
    String setup,
    String file,
    String protocol,
    String unit,
    List<String> tags,
    String status,
    String reason,
    boolean errored,
    List<KeptMetric> metrics,
    Map<String, String> absent,
    List<String> flags,
    String machineMoved,
    double rulerNanos,
    double cpuPerWall,
    String wrong,
    boolean interrupted,
    boolean incomplete,
    List<Double> answers,
    Map<String, String> facts) {
  public KeptRow {
    tags = List.copyOf(tags);
    metrics = List.copyOf(metrics);
    absent = Collections.unmodifiableMap(new LinkedHashMap<>(absent));
    flags = List.copyOf(flags);
    answers = List.copyOf(answers);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** Whether it has a figure. */
  public boolean completed() {
    return !metrics.isEmpty();
  }

  /** A metric of it, empty where the row lacks it. */
  public Optional<KeptMetric> metric(Metric metric) {
    return metrics.stream().filter(each -> each.metric().id().equals(metric.id())).findFirst();
  }

  /** Why a metric is missing. */
  public String missing(Metric metric) {
    if (!completed() && absent.isEmpty()) return reason.isEmpty() ? status : status + ": " + reason;
    return absent.getOrDefault(metric.id(), metric.id() + " was not delivered");
  }

  /** As much of the case's declaration as selecting and pairing need. */
  public CaseDeclaration declaration() {
    return new CaseDeclaration(
        Path.of(file), 0, id.name(), protocol, unit, tags, Map.of(), "", 0, "");
  }

  /** The row in a sentence: {@code suite.case · engine, style}. */
  public String title() {
    return id
        + " · "
        + engine
        + (style == BindingStyle.OWN ? "" : ", " + style.title())
        + (setup.isEmpty() ? "" : ", " + setup);
  }
}
