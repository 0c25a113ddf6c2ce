package org.bindbench.cli.baseline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.gate.GateRules;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.compare.Gating;
import org.bindbench.cli.plan.Selection;
import org.bindbench.config.Settings;
import org.bindbench.history.baseline.BaselineStore;
import org.bindbench.history.baseline.Update;
import org.bindbench.model.Plan;
import org.bindbench.model.UsageException;
import org.bindbench.model.baseline.Against;
import org.bindbench.model.baseline.Baseline;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.wire.StoredBaseline;
import org.bindbench.wire.SuiteDigests;

/** What a measuring command does with baselines: read before it measures, compared at its end. */
public final class BaselineStep {
  private final BaselineOptions options;
  private final Settings settings;
  private final Terminal terminal;
  private final Optional<Baseline> baseline;

  /**
   * Reads the baseline, so that a run does not learn at its end that it has none.
   *
   * @throws UsageException where the baseline cannot be used, or a name is none
   */
  public BaselineStep(BaselineOptions options, Settings settings, Terminal terminal) {
    this.options = options;
    this.settings = settings;
    this.terminal = terminal;
    this.baseline =
        Optional.ofNullable(options.baseline).map(word -> Comparand.baseline(word, settings));
    Optional.ofNullable(options.save).ifPresent(BaselineStore::requireName);
    if (options.update && store().find(String.valueOf(options.baseline)).isEmpty())
      throw new UsageException(
          "--update-baseline-on-improvement replaces a stored baseline, but %s is a file: store it, or leave the option out."
              .formatted(options.baseline));
  }

  /**
   * Stores what the run will be compared with in its folder.
   *
   * @param files the script files that the command names; empty for all
   */
  public void begun(Path folder, Plan plan, List<Path> files) {
    baseline.ifPresent(
        all ->
            StoredBaseline.writeAgainst(
                folder,
                new Against(
                    only(all, plan, files), rules(settings).failOn().title(), options.force)));
  }

  /** Of a baseline what the command measures: its engines, its files and its choice of cases. */
  private Baseline only(Baseline all, Plan plan, List<Path> files) {
    Selection selection = new Selection(settings.patterns(), settings.tags(), List.of());
    Set<String> names =
        files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
    List<KeptRow> rows =
        all.rows().stream()
            .filter(row -> plan.efforts().containsKey(row.engine()))
            .filter(row -> names.isEmpty() || names.contains(row.file()))
            .filter(row -> selection.includesRow(row.declaration(), row.id()))
            .toList();
    return new Baseline(
        all.name(),
        all.savedAt(),
        all.origin(),
        all.run(),
        all.startedAt(),
        all.level(),
        all.command(),
        all.bindbench(),
        rows);
  }

  private static GateRules rules(Settings settings) {
    return Gating.rules(settings, FailOn.NEVER);
  }

  /**
   * The run with what it comes to against the baseline that its folder has; the same run where it
   * has none. Also for a run that is reported again.
   */
  public static RunAnalysis compared(RunAnalysis analysis, Path folder, Settings settings) {
    Optional<Against> against = StoredBaseline.against(folder);
    if (against.isEmpty()) return analysis;
    GateRules rules = rules(settings).on(FailOn.of(against.get().failOn()).orElse(FailOn.NEVER));
    return analysis.against(
        new StoredRuns(settings, rules, against.get().forced(), (declaration, id) -> true)
            .compare(
                analysis.run().id(),
                analysis.run().startedAt(),
                Comparand.of(against.get().baseline()),
                Comparand.of(analysis, SuiteDigests.read(folder))));
  }

  /**
   * Stores the run as it was asked to.
   *
   * @throws UsageException where it did not pass, naming the reason
   */
  public void ended(RunAnalysis analysis, Path folder, Instant now) {
    Comparand run = Comparand.of(analysis, SuiteDigests.read(folder));
    if (options.update || settings.updatesBaselineOnImprovement()) update(analysis, run, now);
    String name = options.save;
    if (name != null)
      terminal.say(new Keeping(settings, options.force).keep(run, name, "--save-baseline", now));
  }

  private void update(RunAnalysis analysis, Comparand run, Instant now) {
    if (baseline.isEmpty()) return;
    String name = baseline.get().name();
    if (store().find(name).flatMap(BaselineStore.Entry::baseline).stream()
        .noneMatch(stored -> stored.run().equals(baseline.get().run()))) return;
    ComparedRun whole =
        new StoredRuns(settings, rules(settings).on(FailOn.GATES), false, (declaration, id) -> true)
            .compare(analysis.run().id(), now, Comparand.of(baseline.get()), run);
    Update update =
        Update.decide(whole, baseline.get().run(), analysis.run().id(), store().improvement(name));
    if (update instanceof Update.Confirmed confirmed) {
      String rows = String.join(", ", confirmed.rows());
      terminal.say(new Keeping(settings, false).keep(run, name, "better twice: " + rows, now));
    } else if (update instanceof Update.First first) {
      store().note(name, first.improvement());
      terminal.say(
          "baseline %s stays: better is %s; the next run that says so replaces it"
              .formatted(name, String.join(", ", first.improvement().rows())));
    } else if (update instanceof Update.Not not) {
      store().forget(name);
      terminal.say("baseline %s stays: %s".formatted(name, not.reason()));
    }
  }

  private BaselineStore store() {
    return Place.store(settings);
  }
}
