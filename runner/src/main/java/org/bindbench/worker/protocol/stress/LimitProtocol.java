package org.bindbench.worker.protocol.stress;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.BeyondLimit;
import org.bindbench.model.BeyondLimit.Place;
import org.bindbench.model.TrialOutcome;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/**
 * What happens beyond the limit: the hook {@code exhaust} allocates until memory is out, lets go of
 * everything and returns 1 where it caught that itself, as {@code caught} then tells. Whether the
 * guest can be used afterwards, {@code run(1000)} tells. A process that ends meanwhile is a result
 * as well, which the parent records.
 */
@AutoService(Protocol.class)
public final class LimitProtocol implements Protocol {
  @Override
  public String id() {
    return BeyondLimit.PROTOCOL;
  }

  @Override
  public Measurement begin(Lab lab) {
    return new Limit(
        lab, Hooks.required(lab.guest().prepare(lab.spec().id()), "exhaust", "caught"));
  }

  private static final class Limit implements Measurement {
    private static final List<String> STEPS =
        List.of("asking before", BeyondLimit.EXHAUSTING, "asking afterwards");

    private final Lab lab;
    private final PreparedCase prepared;
    private int done;
    private double answer;
    private long beforeBytes;
    private Place place = Place.NOWHERE;
    private String error = "";
    private boolean usable;
    private double leftBehind = Double.NaN;

    Limit(Lab lab, PreparedCase prepared) {
      this.lab = lab;
      this.prepared = prepared;
    }

    @Override
    public String next() {
      return STEPS.get(done);
    }

    @Override
    public boolean turn() {
      switch (done) {
        case 0 -> {
          answer = prepared.run(1000);
          beforeBytes = lab.meter().liveBytes();
        }
        case 1 -> exhaust();
        default -> askAgain();
      }
      return ++done < STEPS.size();
    }

    private void exhaust() {
      Optional<String> escaped =
          OutOfMemory.in(
              () -> {
                if (prepared.number("exhaust") != 1)
                  throw new GuestException(
                      GuestException.Kind.ERROR,
                      "exhaust ended before memory was out; it must allocate without end",
                      "",
                      "");
              });
      place = escaped.isPresent() ? Place.JAVA : Place.SCRIPT;
      if (escaped.isPresent()) error = escaped.get();
    }

    private void askAgain() {
      Optional<String> again =
          OutOfMemory.in(
              () -> {
                prepared.release();
                leftBehind = 100.0 * lab.meter().liveBytes() / beforeBytes;
                usable = isRight();
                if (place == Place.SCRIPT) error = caught();
              });
      if (again.isPresent()) usable = false;
    }

    /** What the script caught, which must be that memory was out. */
    private String caught() {
      String caught = prepared.text("caught");
      if (OutOfMemory.isMeant(caught)) return caught;
      throw new GuestException(
          GuestException.Kind.ERROR,
          "exhaust ended before memory was out, for what it caught is: " + caught,
          "",
          "");
    }

    /** An error of the script's own is no right answer. */
    private boolean isRight() {
      try {
        return prepared.run(1000) == answer;
      } catch (GuestException e) {
        error += ", and then " + e.getMessage();
        return false;
      }
    }

    @Override
    public TrialOutcome outcome() {
      return BeyondLimit.survived(place, error, usable, leftBehind, answer);
    }
  }
}
