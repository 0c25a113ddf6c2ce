package org.bindbench.cli.measure;

import java.util.List;
import org.bindbench.launch.Batch;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.model.Plan;
import org.bindbench.model.TrialRecord;

/** What is measured once the plan is done, by what came out. */
@FunctionalInterface
public interface Afterwards {
  /**
   * Plans it.
   *
   * @param plan the plan that is done
   * @param setups its JVM setups
   * @param trials all that became of it
   */
  Further plan(Plan plan, List<WorkerJvm> setups, List<TrialRecord> trials);

  /**
   * Batches beyond the plan, and the JVM setups they run on.
   *
   * @param setups each under the name by which the batches call it
   */
  record Further(List<WorkerJvm> setups, List<Batch> batches) {
    static final Further NONE = new Further(List.of(), List.of());
  }
}
