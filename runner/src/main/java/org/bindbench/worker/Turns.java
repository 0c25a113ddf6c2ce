package org.bindbench.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.bindbench.engine.GuestException;
import org.bindbench.model.Effort;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialSpec;
import org.bindbench.wire.Channel;
import org.bindbench.wire.Message;
import org.jspecify.annotations.Nullable;

/** One trial of a worker, turn by turn, reported the moment it ends. */
final class Turns {
  private final int index;
  private final TrialSpec spec;
  private final Effort effort;
  private final Guests guests;
  private final Channel channel;
  private final JvmMeter meter;
  private final Ticker ticker;
  private final Ruler ruler;
  private @Nullable Measurement measurement;
  private long wallNanos;
  private long cpuNanos;

  Turns(
      int index,
      TrialSpec spec,
      Effort effort,
      Guests guests,
      Channel channel,
      JvmMeter meter,
      Ticker ticker,
      Ruler ruler) {
    this.index = index;
    this.spec = spec;
    this.effort = effort;
    this.guests = guests;
    this.channel = channel;
    this.meter = meter;
    this.ticker = ticker;
    this.ruler = ruler;
  }

  /** One turn each, round after round, until none is left. */
  static void inRotation(List<Turns> trials) throws IOException {
    List<Turns> left = new ArrayList<>(trials);
    while (!left.isEmpty()) {
      for (Turns trial : List.copyOf(left)) if (!trial.turn()) left.remove(trial);
    }
  }

  /** One turn; whether another is due. */
  private boolean turn() throws IOException {
    channel.send(
        new Message.Working(index, measurement == null ? "preparing" : measurement.next()));
    long start = ticker.nanos();
    long cpuStart = meter.processCpuNanos();
    @Nullable TrialOutcome ended = attempt();
    wallNanos += ticker.nanos() - start;
    cpuNanos += meter.processCpuNanos() - cpuStart;
    if (ended == null) return true;
    TrialOutcome measured = spec.declaration().timing().isTimed() ? ruler.after(ended) : ended;
    channel.send(new Message.Ended(index, measured, wallNanos, cpuNanos));
    measurement = null;
    return false;
  }

  private @Nullable TrialOutcome attempt() {
    try {
      if (measurement == null) {
        Optional<String> missing = guests.missing(spec);
        if (missing.isPresent())
          return new TrialOutcome.Skipped("bindings not available: " + missing.get(), ADD_BINDINGS);
        measurement = begin();
        return null;
      }
      return measurement.turn() ? null : measurement.outcome();
    } catch (GuestException e) {
      return outcome(e);
    }
  }

  private Measurement begin() {
    String id = spec.declaration().protocol();
    Lab lab =
        new Lab(
            spec,
            effort,
            guests.forTrial(spec),
            meter,
            ticker,
            guests.output(),
            count -> guests.ofTrial(spec, count),
            sharing -> guests.freshOfTrial(spec, sharing));
    return ServiceLoader.load(Protocol.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(protocol -> protocol.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new GuestException(
                    GuestException.Kind.UNSUPPORTED, "no protocol is called " + id, "", ""))
        .begin(lab);
  }

  private static TrialOutcome outcome(GuestException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.kind()) {
      case ERROR -> new TrialOutcome.ScriptFailed(message, e.location(), e.trace());
      case BINDINGS_NOT_AVAILABLE -> new TrialOutcome.Skipped(message, ADD_BINDINGS);
      case UNSUPPORTED -> new TrialOutcome.Unsupported(message);
    };
  }

  private static final String ADD_BINDINGS =
      "name the jar that has the library's org.bindbench.engine.Library with --classpath";
}
