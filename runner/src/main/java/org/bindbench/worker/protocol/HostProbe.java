package org.bindbench.worker.protocol;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Capability;
import org.bindbench.model.Capability.Verdict;
import org.bindbench.worker.Lab;

/** What a script cannot see of itself, judged from outside by what one of its hooks does. */
enum HostProbe {
  /**
   * {@code endless} runs for seconds unless it is stopped. It is interrupted after half a second by
   * the engine's own means and as a Java thread, and supported where it ends with an error within
   * the deadline after that.
   */
  INTERRUPTION("endless") {
    @Override
    Capability judge(Lab lab, PreparedCase prepared) {
      Thread running = Thread.currentThread();
      long start = lab.ticker().nanos();
      CompletableFuture<Void> interrupter =
          CompletableFuture.runAsync(
              () -> {
                running.interrupt();
                lab.guest().interrupt(DEADLINE);
              },
              CompletableFuture.delayedExecutor(DELAY.toMillis(), TimeUnit.MILLISECONDS));
      Optional<GuestException> raised = Optional.empty();
      try {
        prepared.number(hook());
      } catch (GuestException e) {
        raised = Optional.of(e);
      }
      long waitedNanos = lab.ticker().nanos() - start - DELAY.toNanos();
      String refused = refusal(interrupter);
      Thread.interrupted(); // what is left of it, or came too late, must not reach the next trial
      if (raised.isPresent() && waitedNanos < 0) throw raised.get();
      if (raised.isPresent() && waitedNanos <= DEADLINE.toNanos())
        return new Capability(
            Verdict.SUPPORTED,
            "it ended %.0f ms after it was told to".formatted(waitedNanos / 1e6));
      return new Capability(
          Verdict.UNSUPPORTED,
          "it ran on for %d s after it was told to end%s; only ending the process stops it"
              .formatted(TimeUnit.NANOSECONDS.toSeconds(waitedNanos), refused));
    }

    private String refusal(CompletableFuture<Void> interrupter) {
      try {
        interrupter.join();
        return "";
      } catch (CompletionException e) {
        return " (" + e.getCause() + ")";
      }
    }
  },

  /**
   * {@code exit} ends the script with status 7, twice: supported where both times the host is told
   * so, which takes a JVM and an interpreter that live on.
   */
  EXIT("exit") {
    @Override
    Capability judge(Lab lab, PreparedCase prepared) {
      String first = ended(prepared);
      String second = ended(prepared);
      boolean told = first.equals(second) && first.endsWith("status 7");
      return new Capability(
          told ? Verdict.SUPPORTED : Verdict.BROKEN,
          told ? "twice the host was told: " + first : first + ", and then " + second);
    }

    private String ended(PreparedCase prepared) {
      try {
        return "the script went on with " + prepared.number(hook());
      } catch (GuestException e) {
        return String.valueOf(e.getMessage());
      }
    }
  },

  /**
   * {@code suspend} leaves a coroutine suspended: broken where that adds a live thread that is no
   * daemon, because a JVM ends by itself only when it has none. {@code resume} lets it end.
   */
  SUSPENSION("suspend") {
    @Override
    Capability judge(Lab lab, PreparedCase prepared) {
      Set<Thread> before = keepingTheJvmAlive();
      prepared.number(hook());
      Set<Thread> added = keepingTheJvmAlive();
      added.removeAll(before);
      prepared.number("resume");
      return added.isEmpty()
          ? new Capability(Verdict.SUPPORTED, "it is no thread that keeps the JVM alive")
          : new Capability(
              Verdict.BROKEN,
              "it is %d thread that is no daemon, and keeps the JVM alive".formatted(added.size()));
    }

    private Set<Thread> keepingTheJvmAlive() {
      return Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> !thread.isDaemon())
          .collect(Collectors.toSet());
    }
  };

  private static final Duration DELAY = Duration.ofMillis(500);
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  private final String hook;

  HostProbe(String hook) {
    this.hook = hook;
  }

  /** The hook it judges by. */
  String hook() {
    return hook;
  }

  /** Calls the hook and says what became of it. */
  abstract Capability judge(Lab lab, PreparedCase prepared);
}
