package org.bindbench.launch.leak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Course;
import org.bindbench.launch.Onward;
import org.bindbench.model.Effort;
import org.bindbench.model.Role;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;

/**
 * A course after which what looks like a leak is measured again, in a fresh JVM and over enough
 * cycles to tell a leak from a cache that fills.
 */
public final class LookingTwice extends Onward {
  private final List<Batch> planned;
  private final UnaryOperator<List<TrialRecord>> suspected;
  private final Set<String> tried = new HashSet<>();

  /**
   * A course that goes on as the other one does before.
   *
   * @param planned every batch that was asked for, so that what was only run later is among them
   * @param suspected those of the trials that must be looked at again, with what they are held
   *     against
   */
  public LookingTwice(
      Course course, List<Batch> planned, UnaryOperator<List<TrialRecord>> suspected) {
    super(course);
    this.planned = List.copyOf(planned);
    this.suspected = suspected;
  }

  /** Leaks first: what is left of a time budget may go to anything. */
  @Override
  public List<Batch> further(List<TrialRecord> trials) {
    List<TrialSpec> suspects = suspected.apply(trials).stream().map(TrialRecord::spec).toList();
    List<TrialSpec> fresh =
        suspects.stream().filter(each -> !tried.contains(each.title())).toList();
    if (fresh.isEmpty()) return super.further(trials);
    List<TrialSpec> due =
        suspects.stream()
            .filter(each -> fresh.contains(each) || each.declaration().role() == Role.CONTROL)
            .toList();
    due.forEach(each -> tried.add(each.title()));
    List<Batch> again =
        again(due).stream().filter(batch -> batch.estimate().compareTo(left()) <= 0).toList();
    return again.isEmpty() ? super.further(trials) : again;
  }

  private List<Batch> again(List<TrialSpec> specs) {
    List<Batch> batches = new ArrayList<>();
    for (Batch batch : planned) {
      List<TrialSpec> once = batch.trials().stream().filter(specs::contains).toList();
      if (once.isEmpty()) continue;
      Effort effort = batch.effort();
      Effort longer = effort.with(effort.sizes().with(effort.sizes().leak().enough()));
      batches.add(
          new Batch(
              batch.engine(),
              batch.setup(),
              batch.runsOn(),
              longer,
              batch.sharing(),
              once.stream().map(trial -> trial.inFork(trial.fork() + 1)).toList()));
    }
    return batches;
  }
}
