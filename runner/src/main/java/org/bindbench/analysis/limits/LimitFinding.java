package org.bindbench.analysis.limits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.limits.Ending;
import org.bindbench.model.limits.LimitMetrics;
import org.bindbench.model.limits.Room;
import org.bindbench.model.limits.Sought;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Sample;

/**
 * The breaking point of a case on an engine, by all its searches.
 *
 * @param row the row it was found in
 * @param searches those that found it
 * @param rooms how the case fares in larger heaps, where that was measured
 */
public record LimitFinding(
    CaseResult row, Sought sought, List<Search> searches, List<InRoom> rooms) {
  /** Independent searches that differ by more than this share do not agree. */
  public static final double AGREEMENT = 0.10;

  /** One try, in the metric's unit. */
  public record Tried(double size, Ending ending) {}

  /**
   * One search.
   *
   * @param number its number, from 1
   * @param found what it found, in the metric's unit
   * @param failed the next harder size tried, which failed; empty where none did
   * @param step how much the larger of both exceeds the smaller, as a share
   * @param how how the harder size failed
   * @param tries every try in its order
   */
  public record Search(
      int number,
      double found,
      OptionalDouble failed,
      OptionalDouble step,
      Optional<Ending> how,
      List<Tried> tries) {
    public Search {
      tries = List.copyOf(tries);
    }
  }

  /**
   * The case in a heap some times as large as the smallest.
   *
   * @param row its row, which need not have figures
   */
  public record InRoom(Room room, CaseResult row) {
    /** Operations per second, over all of the measured time. */
    public Optional<Summary> rate() {
      return row.summary(Metrics.RATE);
    }

    /** The collector's share of that time, in percent. */
    public Optional<Summary> collectorShare() {
      return row.summary(LimitMetrics.GC_SHARE.id());
    }
  }

  public LimitFinding {
    searches = List.copyOf(searches);
    rooms = List.copyOf(rooms);
  }

  /** Whether the row is of a case that has a limit, in whatever heap. */
  public static boolean isLimit(CaseResult row) {
    return Sought.of(row.declaration()).isPresent();
  }

  /** Every row that was searched, in the order of the rows, whether or not a limit was found. */
  public static List<LimitFinding> of(RunAnalysis analysis) {
    List<LimitFinding> findings = new ArrayList<>();
    for (CaseResult row : analysis.results())
      if (isLimit(row) && !Room.isRoom(row.setup()))
        findings.add(
            new LimitFinding(
                row,
                Sought.of(row.declaration()).orElseThrow(),
                row.trials().stream().flatMap(trial -> search(trial).stream()).toList(),
                rooms(row, analysis)));
    return findings;
  }

  private static List<InRoom> rooms(CaseResult row, RunAnalysis analysis) {
    List<InRoom> rooms = new ArrayList<>();
    for (Room room : Room.ALL)
      analysis.results().stream()
          .filter(other -> other.id().equals(row.id()) && other.engine().equals(row.engine()))
          .filter(other -> other.style() == row.style())
          .filter(other -> room.isSetup(row.setup(), other.setup()))
          .forEach(other -> rooms.add(new InRoom(room, other)));
    return rooms;
  }

  private static Optional<Search> search(TrialRecord trial) {
    if (!(trial.outcome() instanceof Completed completed)) return Optional.empty();
    Sought sought = Sought.of(trial.spec().declaration()).orElseThrow();
    OptionalDouble found = measure(completed, sought.metric().id());
    if (found.isEmpty()) return Optional.empty();
    OptionalDouble failed = measure(completed, LimitMetrics.FAILED_SIZE.id());
    OptionalDouble percent = measure(completed, LimitMetrics.STEP.id());
    List<Tried> tries = tries(completed.samples());
    return Optional.of(
        new Search(
            trial.spec().fork(),
            found.getAsDouble(),
            failed,
            percent.isPresent()
                ? OptionalDouble.of(percent.getAsDouble() / 100)
                : OptionalDouble.empty(),
            failed.isPresent() ? how(tries, failed.getAsDouble()) : Optional.empty(),
            tries));
  }

  private static OptionalDouble measure(Completed completed, String id) {
    return completed.measures().stream()
        .filter(measure -> measure.metric().id().equals(id))
        .mapToDouble(Measure::value)
        .findFirst();
  }

  private static List<Tried> tries(List<Sample> samples) {
    Map<Integer, Ending> endings = new LinkedHashMap<>();
    for (Sample sample : samples)
      if (sample.metric().equals(LimitMetrics.TRIED_ENDING.id()))
        endings.put(sample.iteration(), Ending.numbered(sample.value()));
    return samples.stream()
        .filter(sample -> sample.metric().equals(LimitMetrics.TRIED_SIZE.id()))
        .filter(sample -> endings.containsKey(sample.iteration()))
        .map(
            sample ->
                new Tried(
                    sample.value(), endings.getOrDefault(sample.iteration(), Ending.COMPLETED)))
        .toList();
  }

  private static Optional<Ending> how(List<Tried> tries, double failed) {
    return tries.stream()
        .filter(each -> each.size() == failed && each.ending() != Ending.COMPLETED)
        .map(Tried::ending)
        .findFirst();
  }

  /** The headline over the searches, empty where none found a limit. */
  public Optional<Summary> summary() {
    return row.summary(sought.metric().id());
  }

  /**
   * How much the largest limit found exceeds the smallest, as a share; empty below two searches.
   */
  public OptionalDouble spread() {
    if (searches.size() < 2) return OptionalDouble.empty();
    double least = searches.stream().mapToDouble(Search::found).min().orElseThrow();
    double most = searches.stream().mapToDouble(Search::found).max().orElseThrow();
    return OptionalDouble.of(most / least - 1);
  }

  /** The widest gap that a search left, as a share; empty where no search met a failure. */
  public OptionalDouble widestStep() {
    return searches.stream()
        .filter(each -> each.step().isPresent())
        .mapToDouble(each -> each.step().getAsDouble())
        .max();
  }

  /** How the next harder sizes failed, each once, the most frequent first. */
  public List<Ending> endings() {
    Map<Ending, Long> counts =
        searches.stream()
            .flatMap(each -> each.how().stream())
            .collect(Collectors.groupingBy(how -> how, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Ending, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The largest number of workers that a search took. */
  public int mostTries() {
    return searches.stream().mapToInt(each -> each.tries().size()).max().orElse(0);
  }
}
