package org.bindbench.cli.measure;

import java.time.Duration;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Course;

/** Keeps the time budget of another course, but runs nothing beyond what it is given. */
record WithinTime(Course course) implements Course {
  @Override
  public boolean allows(Batch batch) {
    return course.allows(batch);
  }

  @Override
  public boolean goesFirst(Batch untimed) {
    return course.goesFirst(untimed);
  }

  @Override
  public Duration left() {
    return course.left();
  }
}
