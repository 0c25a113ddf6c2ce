package org.bindbench.worker.protocol.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Ticker;
import org.bindbench.worker.Lab;

/** Guests that are single-threaded, each with a thread that alone calls it while tasks wait. */
final class GuestPool implements AutoCloseable {
  private final List<Guest> guests;
  private final List<PreparedCase> cases;
  private final List<ExecutorService> threads;
  private final Ticker ticker;

  private GuestPool(List<Guest> guests, List<PreparedCase> cases, Ticker ticker) {
    this.guests = guests;
    this.cases = cases;
    this.ticker = ticker;
    this.threads = cases.stream().map(each -> Executors.newSingleThreadExecutor()).toList();
  }

  /**
   * What became of tasks.
   *
   * @param right how many were answered rightly
   * @param nanos from the first that was begun to the last that ended
   */
  record Served(int right, long nanos) {}

  /** As many guests as the trial's case declares, with the case prepared in each. */
  static GuestPool open(Lab lab) {
    List<Guest> guests = lab.ownGuests().apply(lab.spec().declaration().guests());
    List<PreparedCase> cases = new ArrayList<>();
    for (Guest guest : guests) cases.add(guest.prepare(lab.spec().id()));
    return new GuestPool(guests, cases, lab.ticker());
  }

  /** The case in the first guest. */
  PreparedCase first() {
    return cases.get(0);
  }

  int size() {
    return cases.size();
  }

  /** Each guest does the work once, all at the same time. */
  void each(long operations) {
    serve(
        cases.stream()
            .<BooleanSupplier>map(
                each ->
                    () -> {
                      each.run(operations);
                      return true;
                    })
            .toList());
  }

  /**
   * So many tasks, each taken by the guest that is free first.
   *
   * @param answer the right answer of every task
   */
  Served tasks(int count, long operations, double answer) {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger right = new AtomicInteger();
    long start = ticker.nanos();
    serve(
        cases.stream()
            .<BooleanSupplier>map(
                each ->
                    () -> {
                      while (taken.getAndIncrement() < count)
                        if (answered(each, operations, answer)) right.incrementAndGet();
                      return true;
                    })
            .toList());
    return new Served(right.get(), Math.max(1, ticker.nanos() - start));
  }

  /** A script's error is a task that was not answered; the guest goes on with the next. */
  private static boolean answered(PreparedCase guest, long operations, double answer) {
    try {
      return guest.run(operations) == answer;
    } catch (GuestException | OutOfMemoryError e) {
      return false;
    }
  }

  /** One piece of work for each guest, on its thread; returns when the last has ended. */
  private void serve(List<BooleanSupplier> work) {
    try {
      List<Future<Boolean>> running = new ArrayList<>();
      for (int i = 0; i < work.size(); i++)
        running.add(threads.get(i).submit(work.get(i)::getAsBoolean));
      for (Future<Boolean> each : running) each.get();
    } catch (InterruptedException e) {
      throw new IllegalStateException("the guests' threads were disturbed from outside", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GuestException raised) throw raised;
      throw new IllegalStateException("a guest's thread ended by no error of the script", e);
    }
  }

  @Override
  public void close() {
    threads.forEach(ExecutorService::shutdownNow);
    cases.clear();
    guests.forEach(Guest::close);
  }
}
