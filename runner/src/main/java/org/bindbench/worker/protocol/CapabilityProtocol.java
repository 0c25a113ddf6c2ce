package org.bindbench.worker.protocol;

import com.google.auto.service.AutoService;
import java.util.List;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Capability;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/**
 * Whether scripts can use a facility of the engine. The hook {@code probe} says so itself; what
 * only the host can see, it judges by another hook: {@code endless}, {@code exit} or {@code
 * suspend}. See {@link HostProbe}.
 */
@AutoService(Protocol.class)
public final class CapabilityProtocol implements Protocol {
  private static final String PROBE = "probe";

  @Override
  public String id() {
    return CaseDeclaration.CAPABILITY;
  }

  @Override
  public Measurement begin(Lab lab) {
    return new Probing(lab, lab.guest().prepare(lab.spec().id()));
  }

  private static final class Probing implements Measurement {
    private final Lab lab;
    private final PreparedCase prepared;
    private List<Capability> found = List.of();

    Probing(Lab lab, PreparedCase prepared) {
      this.lab = lab;
      this.prepared = prepared;
    }

    @Override
    public String next() {
      return "probing";
    }

    @Override
    public boolean turn() {
      found = List.of(prepared.has(PROBE) ? asked() : judged());
      return false;
    }

    private Capability asked() {
      try {
        return Capability.parse(prepared.text(PROBE));
      } catch (IllegalArgumentException e) {
        throw new GuestException(
            GuestException.Kind.ERROR, String.valueOf(e.getMessage()), place(), "");
      }
    }

    private Capability judged() {
      for (HostProbe probe : HostProbe.values())
        if (prepared.has(probe.hook())) return probe.judge(lab, prepared);
      throw new GuestException(
          GuestException.Kind.ERROR,
          "the case has none of the hooks probe, endless, exit and suspend",
          place(),
          "");
    }

    private String place() {
      CaseDeclaration declaration = lab.spec().declaration();
      return declaration.file() + (declaration.line() > 0 ? ":" + declaration.line() : "");
    }

    @Override
    public TrialOutcome outcome() {
      return new TrialOutcome.Completed(found.get(0));
    }
  }
}
