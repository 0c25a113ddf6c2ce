package org.bindbench.worker.protocol;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.engine.Guest;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.Growth;
import org.bindbench.model.Sizes;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WarmUp;
import org.bindbench.worker.CapturedOutput;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/** Measures small cases in the tests' own JVM. */
public final class Bench {
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final int KEPT_OBJECTS = 40_000;

  public static final Sizes SMALL = new Sizes(10, 2_000, List.of(20, 46, 105, 243, 557, 1_280), 40);

  private Bench() {}

  public static CaseDeclaration declaration(String protocol, int guests) {
    return new CaseDeclaration(
        Path.of("/suite.lua"),
        1,
        "case",
        protocol,
        "objects",
        List.of(),
        Map.of(),
        "",
        0,
        "",
        guests,
        Growth.LINEAR,
        "");
  }

  public static TrialOutcome measure(
      Protocol protocol,
      CaseDeclaration declaration,
      Guest guest,
      Ticker ticker,
      IntFunction<List<Guest>> ownGuests) {
    return measure(protocol, declaration, guest, new JvmMeter(), ticker, ownGuests);
  }

  public static TrialOutcome measure(
      Protocol protocol,
      CaseDeclaration declaration,
      Guest guest,
      JvmMeter meter,
      Ticker ticker,
      IntFunction<List<Guest>> ownGuests) {
    Effort effort =
        new Effort(
            1,
            false,
            WarmUp.fixed(SHORT),
            SHORT,
            SHORT,
            SHORT,
            8,
            KEPT_OBJECTS,
            1,
            Duration.ofSeconds(9),
            SMALL);
    Measurement measurement =
        protocol.begin(
            new Lab(
                new TrialSpec(declaration, declaration.ids().get(0), "luaj", BindingStyle.OWN, 1),
                effort,
                guest,
                meter,
                ticker,
                new CapturedOutput(OutputStream.nullOutputStream()),
                ownGuests));
    while (measurement.turn()) {}
    return measurement.outcome();
  }

  /** The outcome as the analysis sees it: slopes, intervals, checks. */
  public static RunAnalysis analysed(CaseDeclaration declaration, TrialOutcome outcome) {
    return RunAnalyser.analyse(
        Trials.run(List.of(Trials.trial(declaration, "luaj", BindingStyle.OWN, 1, outcome))),
        Settings.defaults().thresholds());
  }

  public static CaseResult row(CaseDeclaration declaration, TrialOutcome outcome) {
    return analysed(declaration, outcome).results().get(0);
  }
}
