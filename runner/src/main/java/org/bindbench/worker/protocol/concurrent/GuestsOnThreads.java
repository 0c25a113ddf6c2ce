package org.bindbench.worker.protocol.concurrent;

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
import org.bindbench.worker.Lab;

/** As many guests as a case declares, which share Java objects and run on threads of their own. */
final class GuestsOnThreads {
  private final Lab lab;
  private final List<Guest> guests = new ArrayList<>();
  private final List<PreparedCase> prepared = new ArrayList<>();
  private final List<GuestException> exceptions = new ArrayList<>();
  private long elapsedNanos;

  GuestsOnThreads(Lab lab) {
    this.lab = lab;
  }

  /** Opens them and prepares the case in one after the other. */
  void open() {
    guests.addAll(lab.ownGuests().apply(lab.spec().declaration().guests()));
    for (Guest guest : guests) prepared.add(guest.prepare(lab.spec().id()));
  }

  /** One {@code run(n)} of each, begun together; returns when the last has ended. */
  void round() {
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

  /** The case in each guest, in the order in which they were prepared. */
  List<PreparedCase> prepared() {
    return prepared;
  }

  /** What guests raised so far, one of each. */
  List<GuestException> exceptions() {
    return exceptions;
  }

  /** From the common start to the end of the last, all rounds together. */
  long elapsedNanos() {
    return elapsedNanos;
  }

  /** Lets go of what the cases keep. */
  void release() {
    prepared.forEach(PreparedCase::release);
  }

  /** Ends the guests. */
  void close() {
    prepared.clear();
    guests.forEach(Guest::close);
    guests.clear();
  }
}
