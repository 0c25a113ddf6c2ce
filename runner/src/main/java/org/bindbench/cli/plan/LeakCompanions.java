package org.bindbench.cli.plan;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.LeakMetrics;

/**
 * Control and planted leak of a suite go with every case of leaks that is chosen from it, whatever
 * chose it: without them its finding could not be trusted.
 */
final class LeakCompanions {
  private LeakCompanions() {}

  /** The chosen cases of a suite with their companions, in the order of the suite. */
  static List<CaseDeclaration> with(
      List<CaseDeclaration> suite, Collection<CaseDeclaration> chosen) {
    if (chosen.stream().noneMatch(LeakCompanions::isOfLeaks)) return List.copyOf(chosen);
    Set<CaseDeclaration> wanted = new HashSet<>(chosen);
    return suite.stream().filter(each -> wanted.contains(each) || isCompanion(each)).toList();
  }

  /** What is selected among these cases, with the companions of what is. */
  static BiPredicate<CaseDeclaration, CaseId> with(
      List<CaseDeclaration> all, BiPredicate<CaseDeclaration, CaseId> selected) {
    Set<Path> suites = new HashSet<>();
    for (CaseDeclaration each : all)
      if (isOfLeaks(each) && each.ids().stream().anyMatch(id -> selected.test(each, id)))
        suites.add(each.file());
    return (declaration, id) ->
        selected.test(declaration, id)
            || isCompanion(declaration) && suites.contains(declaration.file());
  }

  private static boolean isOfLeaks(CaseDeclaration declaration) {
    return declaration.protocol().equals(LeakMetrics.PROTOCOL);
  }

  private static boolean isCompanion(CaseDeclaration declaration) {
    return isOfLeaks(declaration) && declaration.role().isCompanion();
  }
}
