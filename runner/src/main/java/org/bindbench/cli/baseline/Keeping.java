package org.bindbench.cli.baseline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.gate.GateRules;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.cli.compare.Gating;
import org.bindbench.config.Settings;
import org.bindbench.history.baseline.BaselineStore;
import org.bindbench.history.baseline.Promotion;
import org.bindbench.model.RunRecord;
import org.bindbench.model.UsageException;
import org.bindbench.model.baseline.Baseline;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.wire.StoredBaseline;

/** Makes a run the baseline of a name, if it passed. */
final class Keeping {
  /** As where a gate failed: what was asked for was not done. */
  private static final int REFUSED = 1;

  private final Settings settings;
  private final boolean forced;

  /**
   * Below the folder for results of the settings.
   *
   * @param forced whether a baseline of other circumstances is replaced
   */
  Keeping(Settings settings, boolean forced) {
    this.settings = settings;
    this.forced = forced;
  }

  /**
   * Stores the run.
   *
   * @param origin how it became the baseline, in words
   * @return what was done, in one sentence
   * @throws UsageException where the run did not pass, naming the reason; nothing is changed then
   */
  String keep(Comparand run, String name, String origin, Instant now) {
    RunAnalysis analysis =
        run.analysis().orElseThrow(() -> new UsageException(run.words().get(0) + " is no run."));
    BaselineStore store = Place.store(settings);
    BaselineStore.requireName(name);
    refuse(name, Promotion.refusal(analysis));
    Optional<BaselineStore.Entry> before = store.find(name);
    Optional<ComparedRun> against =
        before.map(entry -> against(entry, run, analysis.run().id(), now));
    against.ifPresent(compared -> refuse(name, Promotion.refusal(compared, forced)));
    Path file = store.save(baseline(run, analysis.run(), name, origin, now));
    return "baseline %s: run %s, %s, in %s%s%s"
        .formatted(
            name,
            analysis.run().id(),
            rows(run.rows().size()),
            file,
            against.map(Keeping::replaced).orElse(""),
            moved(run.rows()));
  }

  /** Times of a machine that changed its speed meanwhile are of no use to later runs. */
  private static String moved(List<KeptRow> rows) {
    return rows.stream()
        .map(KeptRow::machineMoved)
        .filter(how -> !how.isEmpty())
        .findFirst()
        .map(how -> "; no rate in it will be judged, since " + how + ": measure again")
        .orElse("");
  }

  private ComparedRun against(BaselineStore.Entry entry, Comparand run, String id, Instant now) {
    Baseline before =
        entry
            .baseline()
            .orElseThrow(
                () -> new UsageException(StoredBaseline.flaw(entry.file(), entry.content())));
    GateRules rules = Gating.rules(settings, FailOn.GATES);
    return new StoredRuns(
            settings,
            rules.blocks() ? rules : rules.on(FailOn.GATES),
            forced,
            (declaration, any) -> true)
        .compare(id, now, Comparand.of(before), run);
  }

  private static String replaced(ComparedRun against) {
    long gone = against.rows().stream().filter(row -> row.standing() == Standing.GONE).count();
    return "; it replaces "
        + String.join(", ", against.sides().base())
        + (gone == 0 ? "" : ", of which it lacks " + rows((int) gone));
  }

  private static String rows(int rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }

  private static void refuse(String name, Optional<String> reason) {
    if (reason.isPresent())
      throw new UsageException(
          "The run does not become the baseline %s: %s. What was stored is unchanged."
              .formatted(name, reason.get()),
          REFUSED);
  }

  private static Baseline baseline(
      Comparand run, RunRecord record, String name, String origin, Instant now) {
    return new Baseline(
        name,
        now,
        origin,
        record.id(),
        record.startedAt(),
        record.plan().level(),
        List.copyOf(record.plan().command()),
        record.environment().bindbench(),
        run.rows());
  }
}
