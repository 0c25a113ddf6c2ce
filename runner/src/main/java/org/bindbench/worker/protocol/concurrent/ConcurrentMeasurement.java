package org.bindbench.worker.protocol.concurrent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;

/**
 * Rounds in which all guests start together; nothing is judged before the last of them has ended.
 * Then a second set of guests does the same and is weighed: by now the engine has set up what it
 * sets up once, and a library that remembers the first set can no longer spoil a verdict. Guests
 * that wait for each other without end keep the worker silent, and its parent ends it.
 */
final class ConcurrentMeasurement implements Measurement {
  private static final int ROUNDS = 3;

  private record Step(String name, Runnable act) {}

  private final Lab lab;
  private final GuestsOnThreads judged;
  private final GuestsOnThreads weighed;
  private final Deque<Step> steps = new ArrayDeque<>();
  private final List<String> found = new ArrayList<>();
  private double faults;
  private boolean checked;
  private long beforeBytes;
  private double memoryBack = Double.NaN;
  private String noMemoryBack = "the live heap did not grow with the guests";

  ConcurrentMeasurement(Lab lab) {
    this.lab = lab;
    this.judged = new GuestsOnThreads(lab);
    this.weighed = new GuestsOnThreads(lab);
    steps.add(new Step("opening " + count() + " guests", judged::open));
    for (int i = 1; i <= ROUNDS; i++)
      steps.add(new Step("round " + i + " of " + ROUNDS, this::round));
    steps.add(new Step("checking", this::check));
  }

  private int count() {
    return lab.spec().declaration().guests();
  }

  @Override
  public String next() {
    return steps.element().name();
  }

  @Override
  public boolean turn() {
    steps.remove().act().run();
    return !steps.isEmpty();
  }

  private void round() {
    judged.round();
    if (judged.exceptions().isEmpty()) return;
    steps.clear();
    end();
  }

  private void end() {
    judged.release();
    judged.close();
  }

  private void check() {
    count(0, "check", "in what the guests share");
    for (int i = 0; i < judged.prepared().size(); i++)
      count(i, "check_own", "in guest " + (i + 1) + " of " + judged.prepared().size());
    end();
    if (!checked || faults > 0) return;
    steps.add(new Step("opening " + count() + " guests again", () -> weigh(this::openAgain)));
    for (int i = 1; i <= ROUNDS; i++)
      steps.add(new Step("round " + i + " before weighing", () -> weigh(weighed::round)));
    steps.add(new Step("weighing", () -> weigh(this::weighGuests)));
  }

  private void count(int guest, String hook, String where) {
    PreparedCase prepared = judged.prepared().get(guest);
    if (!prepared.has(hook)) return;
    checked = true;
    double count = prepared.number(hook);
    if (!(count >= 0 && count < 0x1p53 && count == Math.rint(count)))
      throw new GuestException(
          GuestException.Kind.ERROR,
          "the hook " + hook + " must return a count of faults, but returned " + count,
          "",
          "");
    faults += count;
    if (count > 0) found.add("%.0f %s".formatted(count, where));
  }

  /** A step of the second set. What fails there, where the first set did not, costs its figure. */
  private void weigh(Runnable step) {
    try {
      step.run();
      if (!weighed.exceptions().isEmpty()) throw weighed.exceptions().get(0);
    } catch (GuestException e) {
      noMemoryBack = "a second set of guests failed: " + e.getMessage();
      steps.clear();
      weighed.close();
    }
  }

  private void openAgain() {
    beforeBytes = lab.meter().liveBytes();
    weighed.open();
  }

  private void weighGuests() {
    weighed.release();
    long withBytes = lab.meter().liveBytes();
    weighed.close();
    long afterBytes = lab.meter().liveBytes();
    if (withBytes > beforeBytes)
      memoryBack = Math.max(0, 100.0 * (withBytes - afterBytes) / (withBytes - beforeBytes));
  }

  @Override
  public TrialOutcome outcome() {
    List<GuestException> exceptions = judged.exceptions();
    if (!exceptions.isEmpty())
      return new TrialOutcome.ScriptFailed(
          exceptions.size()
              + " of "
              + count()
              + " guests failed: "
              + exceptions.get(0).getMessage(),
          exceptions.get(0).location(),
          exceptions.get(0).trace());
    if (!checked)
      return new TrialOutcome.Unsupported(
          "the case has no hook `check`, which returns the number of faults");
    if (faults > 0)
      return new TrialOutcome.WrongAnswer(
          "%.0f faults: %s".formatted(faults, String.join(", ", found)));
    double operations = (double) ROUNDS * count() * lab.effort().sizes().concurrentOperations();
    double seconds = Math.max(1, judged.elapsedNanos()) / 1e9;
    List<Measure> measures =
        new ArrayList<>(
            List.of(
                new Measure(Metrics.FAULTS, faults),
                new Measure(Metrics.EXCEPTIONS, exceptions.size()),
                new Measure(Metrics.THROUGHPUT, operations / seconds)));
    List<Absent> absent = new ArrayList<>();
    if (Double.isNaN(memoryBack)) absent.add(new Absent(Metrics.MEMORY_BACK, noMemoryBack));
    else measures.add(new Measure(Metrics.MEMORY_BACK, memoryBack));
    return new TrialOutcome.Completed(measures, absent, List.of());
  }
}
