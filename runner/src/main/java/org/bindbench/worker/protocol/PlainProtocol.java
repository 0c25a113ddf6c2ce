package org.bindbench.worker.protocol;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/**
 * A whole script as it is: exit status, time, CPU and live memory by the host, and what the script
 * says of itself.
 */
@AutoService(Protocol.class)
public final class PlainProtocol implements Protocol {
  @Override
  public String id() {
    return "plain";
  }

  @Override
  public Measurement begin(Lab lab) {
    return new Plain(lab);
  }

  private static final class Plain implements Measurement {
    private final Lab lab;
    private final List<Measure> measures = new ArrayList<>();
    private int status;

    Plain(Lab lab) {
      this.lab = lab;
    }

    @Override
    public String next() {
      return "running the script";
    }

    @Override
    public boolean turn() {
      JvmMeter meter = lab.meter();
      long before = meter.liveBytes();
      long cpuBefore = meter.processCpuNanos();
      long start = lab.ticker().nanos();
      status = lab.guest().runPlain(lab.spec().declaration().file());
      long wall = lab.ticker().nanos() - start;
      long cpu = meter.processCpuNanos() - cpuBefore;
      long after = meter.usedBytes();
      measures.add(new Measure(Metrics.EXIT_STATUS, status));
      measures.add(new Measure(Metrics.WALL_TIME, wall / 1e6));
      measures.add(new Measure(Metrics.CPU_TIME, cpu / 1e6));
      measures.add(new Measure(Metrics.LIVE_BEFORE, before));
      measures.add(new Measure(Metrics.USED_AFTER, after));
      measures.add(new Measure(Metrics.LIVE_COLLECTED, meter.liveBytes()));
      measures.addAll(ScriptClaims.read(lab.output().text()));
      return false;
    }

    @Override
    public TrialOutcome outcome() {
      return status == 0
          ? new TrialOutcome.Completed(measures, List.of(), List.of())
          : new TrialOutcome.ScriptFailed(
              "the script ended with status " + status,
              lab.spec().declaration().file().toString(),
              lab.output().text());
    }
  }
}
