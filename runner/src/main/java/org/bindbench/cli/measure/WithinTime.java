package org.bindbench.cli.measure;

import java.time.Duration;
import java.util.List;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Course;
import org.bindbench.launch.Onward;
import org.bindbench.model.TrialRecord;

/** Keeps the time budget of another course, but runs nothing beyond what it is given. */
final class WithinTime extends Onward {
  WithinTime(Course course) {
    super(course);
  }

  @Override
  public Duration open() {
    return Duration.ZERO;
  }

  @Override
  public List<Batch> further(List<TrialRecord> trials) {
    return List.of();
  }
}
