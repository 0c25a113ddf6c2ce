package org.bindbench.cli.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;

/**
 * Control and planted leak of a suite go with every case that is held against them, whatever chose
 * it: without them its finding could not be trusted.
 */
final class Companions {
  private Companions() {}

  /** The chosen cases of a suite with their companions, in the order of the suite. */
  static List<CaseDeclaration> with(
      List<CaseDeclaration> suite, Collection<CaseDeclaration> chosen) {
    Set<CaseDeclaration> wanted = new HashSet<>(chosen);
    return suite.stream()
        .filter(each -> wanted.contains(each) || chosen.stream().anyMatch(each::isCompanionOf))
        .toList();
  }

  /** What is selected among these cases, with the companions of what is. */
  static BiPredicate<CaseDeclaration, CaseId> with(
      List<CaseDeclaration> all, BiPredicate<CaseDeclaration, CaseId> selected) {
    List<CaseDeclaration> chosen =
        all.stream()
            .filter(each -> each.ids().stream().anyMatch(id -> selected.test(each, id)))
            .toList();
    return (declaration, id) ->
        selected.test(declaration, id) || chosen.stream().anyMatch(declaration::isCompanionOf);
  }
}
