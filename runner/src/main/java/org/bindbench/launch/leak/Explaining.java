package org.bindbench.launch.leak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Course;
import org.bindbench.launch.Onward;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;

/**
 * A course that, once the plan is done and before anything else follows it, runs one fork for each
 * trial that whoever judges figures wants explained, in a worker like the trial's own.
 */
public final class Explaining extends Onward {
  private final Function<List<TrialRecord>, List<TrialSpec>> wanted;
  private final List<Batch> batches;
  private final Set<String> tried = new HashSet<>();

  /**
   * The course with what it does not know of.
   *
   * @param wanted trials to explain, of all that ended so far; an explained one may be among them
   * @param batches every batch that was asked for
   */
  public Explaining(
      Course course, Function<List<TrialRecord>, List<TrialSpec>> wanted, List<Batch> batches) {
    super(course);
    this.wanted = wanted;
    this.batches = List.copyOf(batches);
  }

  @Override
  public List<Batch> further(List<TrialRecord> trials) {
    List<Batch> explaining = new ArrayList<>();
    for (TrialSpec lost : wanted.apply(trials)) {
      Optional<Batch> batch = explaining(lost);
      if (batch.isPresent()
          && batch.get().estimate().compareTo(left()) <= 0
          && tried.add(lost.title())) explaining.add(batch.get());
    }
    return explaining.isEmpty() ? super.further(trials) : explaining;
  }

  private Optional<Batch> explaining(TrialSpec lost) {
    return batches.stream()
        .filter(
            batch -> batch.trials().stream().anyMatch(each -> each.title().equals(lost.title())))
        .findFirst()
        .map(batch -> batch.with(List.of(lost.explaining())));
  }

  /** What an explanation took says nothing of how long its row takes to measure. */
  @Override
  public void took(Batch batch, Duration time) {
    if (batch.trials().stream().noneMatch(TrialSpec::explains)) super.took(batch, time);
  }
}
