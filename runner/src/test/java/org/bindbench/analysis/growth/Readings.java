package org.bindbench.analysis.growth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.bindbench.analysis.Trials;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Growth;
import org.bindbench.model.Sizes;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/** Trials of the growth protocols whose truth is known. */
final class Readings {
  private Readings() {}

  /** Forks whose time and memory follow the cost, with noise of so many percent on each reading. */
  static List<TrialRecord> scaling(
      int forks, Growth declared, DoubleUnaryOperator cost, double percent) {
    Random random = new Random(42);
    return IntStream.rangeClosed(1, forks)
        .mapToObj(
            fork -> {
              List<Sample> samples = new ArrayList<>();
              for (int size : Sizes.standard().scalingSizes()) {
                for (int call = 0; call < 5; call++)
                  samples.add(
                      sample(
                          Metrics.SIZE_NANOS.id(), call, size, noisy(cost, size, percent, random)));
                samples.add(
                    sample(Metrics.SIZE_BYTES.id(), 0, size, noisy(cost, size, percent, random)));
              }
              return trial(declared, "scaling", fork, samples);
            })
        .toList();
  }

  /** Forks whose live heap after cycle i is what the function says. */
  static List<TrialRecord> lifecycle(int forks, int cycles, DoubleUnaryOperator liveBytes) {
    return IntStream.rangeClosed(1, forks)
        .mapToObj(
            fork ->
                trial(
                    Growth.LINEAR,
                    "lifecycle",
                    fork,
                    IntStream.range(0, cycles)
                        .mapToObj(
                            i ->
                                sample(
                                    Metrics.CYCLE_LIVE_BYTES.id(),
                                    i,
                                    1000,
                                    liveBytes.applyAsDouble(i)))
                        .toList()))
        .toList();
  }

  static TrialRecord trial(Growth declared, String protocol, int fork, List<Sample> samples) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("growth.lua"),
            1,
            "case",
            protocol,
            "objects",
            List.of(),
            Map.of(),
            "",
            0,
            "",
            1,
            declared,
            "");
    return Trials.trial(
        declaration, "luaj", BindingStyle.OWN, fork, new Completed(List.of(), List.of(), samples));
  }

  static Sample sample(String metric, int iteration, long size, double value) {
    return new Sample(metric, Phase.MEASURED, iteration, size, value);
  }

  private static double noisy(DoubleUnaryOperator cost, int size, double percent, Random random) {
    return 50 * cost.applyAsDouble(size) * Math.exp(percent / 100 * random.nextGaussian());
  }
}
