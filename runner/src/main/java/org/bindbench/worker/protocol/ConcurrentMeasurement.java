package org.bindbench.worker.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Absent;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Measure;
import org.bindbench.model.Metrics;
import org.bindbench.model.TrialOutcome;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;

/**
 * Rounds in which all guests start together; nothing is judged before the last of them has ended.
 * Guests that wait for each other without end keep the worker silent, and its parent ends it.
 */
final class ConcurrentMeasurement implements Measurement {
  private static final int ROUNDS = 3;

  private final Lab lab;
  private final List<Guest> guests = new ArrayList<>();
  private final List<PreparedCase> prepared = new ArrayList<>();
  private final List<GuestException> exceptions = new ArrayList<>();
  private final List<String> found = new ArrayList<>();
  private double faults;
  private boolean checked;
  private int rounds;
  private long elapsedNanos;
  private long beforeBytes;
  private double memoryBack = Double.NaN;

  ConcurrentMeasurement(Lab lab) {
    this.lab = lab;
  }

  private CaseDeclaration declaration() {
    return lab.spec().declaration();
  }

  @Override
  public String next() {
    if (guests.isEmpty()) return "opening " + declaration().guests() + " guests";
    if (rounds < ROUNDS) return "round " + (rounds + 1) + " of " + ROUNDS;
    return "checking";
  }

  @Override
  public boolean turn() {
    if (guests.isEmpty()) open();
    else if (rounds < ROUNDS && exceptions.isEmpty()) round();
    else {
      if (exceptions.isEmpty()) check();
      release();
      return false;
    }
    return true;
  }

  private void open() {
    beforeBytes = lab.meter().liveBytes();
    guests.addAll(lab.ownGuests().apply(declaration().guests()));
    for (Guest guest : guests) prepared.add(guest.prepare(lab.spec().id()));
  }

  private void round() {
    int operations = lab.effort().sizes().concurrentOperations();
    CyclicBarrier start = new CyclicBarrier(prepared.size() + 1);
    ExecutorService threads = Executors.newFixedThreadPool(prepared.size());
    try {
      List<Future<?>> running = new ArrayList<>();
      for (PreparedCase each : prepared)
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return each.run(operations);
                }));
      start.await();
      long started = lab.ticker().nanos();
      for (Future<?> each : running) await(each);
      elapsedNanos += lab.ticker().nanos() - started;
      rounds++;
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("the guests' threads were disturbed from outside", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void await(Future<?> running) throws InterruptedException {
    try {
      running.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GuestException raised))
        throw new IllegalStateException("a guest's thread ended by no error of the script", e);
      exceptions.add(raised);
    }
  }

  private void check() {
    count(0, "check", "in what the guests share");
    for (int i = 0; i < prepared.size(); i++)
      count(i, "check_own", "in guest " + (i + 1) + " of " + prepared.size());
  }

  private void count(int guest, String hook, String where) {
    if (!prepared.get(guest).has(hook)) return;
    checked = true;
    double count = prepared.get(guest).number(hook);
    if (!(count >= 0 && count < 0x1p53 && count == Math.rint(count)))
      throw new GuestException(
          GuestException.Kind.ERROR,
          "the hook " + hook + " must return a count of faults, but returned " + count,
          "",
          "");
    faults += count;
    if (count > 0) found.add("%.0f %s".formatted(count, where));
  }

  private void release() {
    prepared.forEach(PreparedCase::release);
    long withBytes = lab.meter().liveBytes();
    prepared.clear();
    guests.forEach(Guest::close);
    guests.clear();
    long afterBytes = lab.meter().liveBytes();
    if (withBytes > beforeBytes)
      memoryBack = 100.0 * (withBytes - afterBytes) / (withBytes - beforeBytes);
  }

  @Override
  public TrialOutcome outcome() {
    int count = declaration().guests();
    if (!exceptions.isEmpty())
      return new TrialOutcome.ScriptFailed(
          exceptions.size() + " of " + count + " guests failed: " + exceptions.get(0).getMessage(),
          exceptions.get(0).location(),
          exceptions.get(0).trace());
    if (!checked)
      return new TrialOutcome.Unsupported(
          "the case has no hook `check`, which returns the number of faults");
    if (faults > 0)
      return new TrialOutcome.WrongAnswer(
          "%.0f faults: %s".formatted(faults, String.join(", ", found)));
    double operations = (double) rounds * count * lab.effort().sizes().concurrentOperations();
    List<Measure> measures =
        new ArrayList<>(
            List.of(
                new Measure(Metrics.FAULTS, faults),
                new Measure(Metrics.EXCEPTIONS, exceptions.size()),
                new Measure(Metrics.THROUGHPUT, operations / (Math.max(1, elapsedNanos) / 1e9))));
    if (Double.isNaN(memoryBack))
      return new TrialOutcome.Completed(
          measures,
          List.of(new Absent(Metrics.MEMORY_BACK, "the live heap did not grow with the guests")),
          List.of());
    measures.add(new Measure(Metrics.MEMORY_BACK, memoryBack));
    return new TrialOutcome.Completed(measures, List.of(), List.of());
  }
}
