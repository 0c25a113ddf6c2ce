package org.bindbench.cli.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bindbench.cli.Workbench;
import org.bindbench.launch.Lister;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Language;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.wire.ListingStore;

/** Finds the cases of suites and tells suites from plain scripts. */
public final class CaseFinder {
  private final Workbench workbench;
  private final Lister lister;

  /** A finder whose worker logs go below the folder. */
  public CaseFinder(Workbench workbench, WorkerJvm workerJvm, Path folder, Ticker ticker) {
    this.workbench = workbench;
    this.lister =
        new Lister(
            workerJvm,
            workbench.bundle(),
            folder.resolve("logs").resolve("listing"),
            new ListingStore(workbench.cache().folder("listings")),
            ticker);
  }

  /**
   * The cases of the files, or of the bundled suites of the languages where none is given.
   *
   * @param ofSuite which cases of one suite count
   */
  public Cases find(
      List<Language> languages,
      List<Path> files,
      Selection selection,
      UnaryOperator<List<CaseDeclaration>> ofSuite,
      List<Contestant> contestants)
      throws InterruptedException {
    List<CaseDeclaration> declarations = new ArrayList<>();
    List<TrialRecord> broken = new ArrayList<>();
    for (Language language : languages) {
      if (contestants.stream().noneMatch(each -> each.profile().language() == language)) continue;
      List<Path> suites = new ArrayList<>();
      for (Path file : files(language, files)) {
        if (Suites.isSuite(file)) suites.add(file);
        else declarations.add(Suites.plain(file));
      }
      Lister.Listing listing =
          lister.list(workbench.listingEngine(language).profile().id(), language, suites);
      listing.cases().stream()
          .collect(
              Collectors.groupingBy(CaseDeclaration::file, LinkedHashMap::new, Collectors.toList()))
          .values()
          .stream()
          .map(
              suite ->
                  Companions.with(
                      suite, ofSuite.apply(suite).stream().filter(selection::includes).toList()))
          .forEach(declarations::addAll);
      listing.broken().forEach((file, outcome) -> broken.addAll(rows(file, outcome, contestants)));
    }
    return new Cases(declarations, broken);
  }

  private List<Path> files(Language language, List<Path> files) {
    return files.isEmpty()
        ? Suites.bundled(workbench.bundle(), language)
        : Suites.named(files, language);
  }

  private static List<TrialRecord> rows(
      Path file, TrialOutcome outcome, List<Contestant> contestants) {
    CaseDeclaration declaration = Suites.broken(file);
    CaseId id = declaration.ids().get(0);
    Map<String, TrialRecord> rows = new LinkedHashMap<>();
    for (Contestant contestant : contestants)
      if (contestant.profile().language().owns(file))
        rows.put(
            contestant.id(),
            new TrialRecord(
                new TrialSpec(declaration, id, contestant.id(), BindingStyle.OWN, 1),
                outcome,
                Optional.empty(),
                0,
                0));
    return List.copyOf(rows.values());
  }
}
