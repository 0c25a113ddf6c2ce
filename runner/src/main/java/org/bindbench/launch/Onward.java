package org.bindbench.launch;

import java.time.Duration;
import java.util.List;
import org.bindbench.model.TrialRecord;

/** A course that goes as another one, but for what a subclass says. */
public abstract class Onward implements Course {
  private final Course course;

  /** As the course goes. */
  protected Onward(Course course) {
    this.course = course;
  }

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

  @Override
  public void took(Batch batch, Duration time) {
    course.took(batch, time);
  }

  @Override
  public Duration open() {
    return course.open();
  }

  @Override
  public List<Batch> further(List<TrialRecord> trials) {
    return course.further(trials);
  }
}
