package org.bindbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house and who may use whom. */
class ArchitectureTest {
  private static final String ROOT = "org.bindbench.";

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("model", Set.of()),
          Map.entry("analysis", Set.of("model")),
          Map.entry("wire", Set.of("model")),
          Map.entry("machine", Set.of("model")),
          Map.entry("config", Set.of("model")),
          Map.entry("engine", Set.of("model")),
          Map.entry("binding", Set.of("engine", "model")),
          Map.entry("worker", Set.of("engine", "binding", "wire", "model")),
          Map.entry("launch", Set.of("wire", "machine", "model")),
          Map.entry("history", Set.of("wire", "analysis", "model")),
          Map.entry("report", Set.of("analysis", "wire", "model")),
          Map.entry(
              "cli",
              Set.of(
                  "model",
                  "analysis",
                  "wire",
                  "machine",
                  "config",
                  "engine",
                  "binding",
                  "worker",
                  "launch",
                  "history",
                  "report")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.bindbench");

  static Set<String> rooms() {
    return new TreeSet<>(MAY_USE.keySet());
  }

  @Test
  void theScanSeesEveryRoomAndNoOther() {
    Set<String> seen = CLASSES.stream().map(ArchitectureTest::room).collect(Collectors.toSet());
    assertThat(seen).isEqualTo(MAY_USE.keySet());
    assertThat(CLASSES.size()).isGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyTheRoomsItMay(String room) {
    Set<String> used =
        CLASSES.stream()
            .filter(each -> room(each).equals(room))
            .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
            .map(dependency -> dependency.getTargetClass())
            .filter(target -> target.getPackageName().startsWith(ROOT))
            .map(ArchitectureTest::room)
            .filter(target -> !target.equals(room))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(MAY_USE.get(room)).containsAll(used);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    stayOut("..cli..", "picocli..");
  }

  @Test
  void guestLanguagesStayInEnginesAndHandBindings() {
    stayOut("..engine..|..binding..", "org.graalvm..");
    stayOut("..engine..|..binding..", "org.luaj..");
  }

  @Test
  void theJsonLibraryStaysAtTheBoundaries() {
    stayOut("..wire..|..config..|..report.export..", "com.fasterxml..");
  }

  @Test
  void onlyTheHistoryKnowsItsDatabase() {
    stayOut("..history..", "org.sqlite..");
    stayOut("..history..", "java.sql..");
  }

  @Test
  void onlyLaunchStartsProcesses() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..launch..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ProcessBuilder.class)
        .check(CLASSES);
  }

  @Test
  void clocksAndManagementBeansAreReadInWorkerAndMachineAlone() {
    DescribedPredicate<JavaAccess<?>> nanoTime =
        DescribedPredicate.describe(
            "nanoTime",
            access ->
                access.getTargetOwner().isEquivalentTo(System.class)
                    && access.getTarget().getName().equals("nanoTime"));
    noClasses()
        .that()
        .resideOutsideOfPackages("..worker..", "..machine..")
        .should()
        .accessTargetWhere(nanoTime)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.management..")
        .check(CLASSES);
  }

  @Test
  void oneClassPrints() {
    DescribedPredicate<JavaAccess<?>> printing =
        DescribedPredicate.describe(
            "standard output or error",
            access ->
                access.getTargetOwner().isEquivalentTo(System.class)
                    && Set.of("out", "err").contains(access.getTarget().getName()));
    noClasses()
        .that()
        .resideOutsideOfPackage("..worker..")
        .and(DescribedPredicate.not(HasName.Predicates.name("org.bindbench.cli.Terminal")))
        .should()
        .accessTargetWhere(printing)
        .check(CLASSES);
  }

  private static void stayOut(String rooms, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms.split("\\|"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  private static String room(JavaClass each) {
    String rest = each.getPackageName().substring(ROOT.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
