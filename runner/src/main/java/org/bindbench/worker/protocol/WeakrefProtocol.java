package org.bindbench.worker.protocol;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.engine.Guest;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Effort;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/**
 * Whether weak references let go: the share cleared by the first collection after the owners were
 * dropped, the time until all are, and whether callbacks run. The guest itself counts, through the
 * hooks {@code alive} and, where the language has callbacks, {@code called}.
 */
@AutoService(Protocol.class)
public final class WeakrefProtocol implements Protocol {
  private static final long DEADLINE_NANOS = Duration.ofSeconds(5).toNanos();

  /** Callbacks run on the guest's own thread, which must be running guest code to do so. */
  private static final Duration GUEST_TIME = Duration.ofMillis(5);

  @Override
  public String id() {
    return "weakref";
  }

  @Override
  public Measurement begin(Lab lab) {
    return new Weakref(lab, lab.guest().prepare(lab.spec().id()));
  }

  private static final class Weakref extends Rounds<Round> {
    private final PreparedCase prepared;
    private final Guest guest;
    private final Effort effort;
    private final JvmMeter meter;
    private final Ticker ticker;
    private String wrong = "";

    Weakref(Lab lab, PreparedCase prepared) {
      this.prepared = prepared;
      this.guest = lab.guest();
      this.effort = lab.effort();
      this.meter = lab.meter();
      this.ticker = lab.ticker();
    }

    @Override
    Optional<Round> round() {
      if (!prepared.has("alive")) return Optional.empty();
      int objects = effort.weakObjects();
      prepared.keep("run", objects);
      double watched = prepared.number("alive");
      if (watched != objects) {
        wrong =
            "%.0f of %d weak references were alive while their owners were held"
                .formatted(watched, objects);
        return Optional.empty();
      }
      double calledBefore = prepared.has("called") ? prepared.number("called") : 0;
      long released = ticker.nanos();
      prepared.release();
      guest.inside(meter::collect);
      double alive = prepared.number("alive");
      double clearedFirst = objects - alive;
      while (alive > 0 && ticker.nanos() - released < DEADLINE_NANOS) {
        guest.idle(GUEST_TIME);
        guest.inside(meter::collect);
        alive = prepared.number("alive");
      }
      double clearMillis = alive > 0 ? Double.NaN : (ticker.nanos() - released) / 1e6;
      return Optional.of(
          new Round(
              100.0 * clearedFirst / objects,
              clearMillis,
              alive,
              callbacks(objects, calledBefore, released)));
    }

    private Callbacks callbacks(int objects, double calledBefore, long released) {
      if (!prepared.has("called")) return new Callbacks(0, Double.NaN);
      double called = prepared.number("called") - calledBefore;
      while (called < objects && ticker.nanos() - released < DEADLINE_NANOS) {
        guest.idle(GUEST_TIME);
        called = prepared.number("called") - calledBefore;
      }
      return new Callbacks(
          100.0 * called / objects,
          called < objects ? Double.NaN : (ticker.nanos() - released) / 1e6);
    }

    @Override
    public TrialOutcome outcome() {
      if (!prepared.has("alive"))
        return new TrialOutcome.Unsupported(
            "the case has no hook `alive`, which tells how many references still have their object");
      if (!wrong.isEmpty()) return new TrialOutcome.WrongAnswer(wrong);
      Readings readings = new Readings();
      readings.add(Metrics.CLEARED_FIRST, median(Round::clearedFirstPercent), "");
      readings.add(
          Metrics.CLEAR_TIME,
          median(Round::clearMillis),
          "%.0f references were still alive after 5 s".formatted(median(Round::stillAlive)));
      if (prepared.has("called")) {
        double called = median(round -> round.callbacks().calledPercent());
        readings.add(Metrics.CALLED, called, "");
        readings.add(
            Metrics.CALLBACKS_TIME,
            median(round -> round.callbacks().millis()),
            "%.0f of %d callbacks had not run after 5 s"
                .formatted(effort.weakObjects() * (1 - called / 100), effort.weakObjects()));
      } else {
        readings.add(Metrics.CALLED, Double.NaN, NO_CALLBACKS);
        readings.add(Metrics.CALLBACKS_TIME, Double.NaN, NO_CALLBACKS);
      }
      return new TrialOutcome.Completed(readings.measures, readings.absent, List.of());
    }
  }

  private static final String NO_CALLBACKS = "unsupported: the case has no hook `called`";

  /** A reading that is no number becomes an absent metric with its reason. */
  private static final class Readings {
    private final List<Measure> measures = new ArrayList<>();
    private final List<Absent> absent = new ArrayList<>();

    void add(Metric metric, double value, String whyAbsent) {
      if (Double.isNaN(value)) absent.add(new Absent(metric, whyAbsent));
      else measures.add(new Measure(metric, value));
    }
  }

  private record Callbacks(double calledPercent, double millis) {}

  private record Round(
      double clearedFirstPercent, double clearMillis, double stillAlive, Callbacks callbacks) {}
}
