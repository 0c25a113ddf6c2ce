package org.bindbench.analysis.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.config.Settings;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Environment;
import org.bindbench.model.Language;
import org.bindbench.model.RunRecord;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class StockContrastsTest {
  @Test
  void holdEveryEmbeddedEngineAgainstTheStockInterpretersOfItsLanguage() {
    RunAnalysis run =
        analyse(
            calls("graalpy", 100, 110, 90),
            calls("luajc", 40, 44, 36),
            calls("luaj", 5, 5.5, 4.5),
            calls("python3", 10, 11, 9),
            calls("lua5.4", 20, 22, 18));

    assertThat(run.contrasts())
        .map(contrast -> contrast.winner().column() + " > " + contrast.loser().column())
        .containsExactly(
            "graalpy > luaj",
            "graalpy > luajc",
            "graalpy > python3",
            "graalpy > lua5.4",
            "lua5.4 > luaj",
            "luajc > lua5.4");
    assertThat(run.contrasts().get(4).ratio().value()).isCloseTo(4, within(1e-9));
    assertThat(run.contrasts().get(5).ratio().value()).isCloseTo(2, within(1e-9));
  }

  @Test
  void areNotMadeTwiceWhereTheStockInterpreterIsTheBest() {
    RunAnalysis run = analyse(calls("luaj", 5, 5.5, 4.5), calls("lua5.4", 20, 22, 18));

    assertThat(run.contrasts()).hasSize(1).allMatch(Contrast::decided);
  }

  private static List<TrialRecord> calls(String engine, double... rates) {
    String language = engine.contains("py") ? "graalpy" : "luaj";
    return Trials.forks(
        Trials.declaration(language, "method_call", "rate", "calls"),
        engine,
        BindingStyle.OWN,
        Metrics.rate("calls"),
        rates);
  }

  @SafeVarargs
  private static RunAnalysis analyse(List<TrialRecord>... trials) {
    RunRecord run = Trials.run(trials);
    Environment machine = run.environment();
    List<EngineProfile> engines = new ArrayList<>(machine.engines());
    engines.add(new EngineProfile("python3", Language.PYTHON, "3.11", EngineProfile.STOCK));
    engines.add(new EngineProfile("lua5.4", Language.LUA, "5.4", EngineProfile.STOCK));
    Environment withStock =
        new Environment(
            machine.os(),
            machine.architecture(),
            machine.cpu(),
            machine.cores(),
            machine.memoryBytes(),
            machine.memoryLimitBytes(),
            machine.load(),
            machine.workerJvms(),
            machine.parentJvm(),
            engines,
            machine.bindbench());
    return RunAnalyser.analyse(
        new RunRecord(
            run.id(), run.startedAt(), run.elapsed(), withStock, run.plan(), run.trials()),
        Settings.defaults().thresholds());
  }
}
