package org.bindbench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake launchers have no .exe")
class JvmFinderTest {
  @TempDir Path folder;
  FakeComputer computer;

  @BeforeEach
  void aComputer() {
    computer = new FakeComputer(folder);
  }

  @Test
  void aloneTheRunningJvmIsFound() {
    assertThat(computer.find().usable()).containsExactly(computer.running);
  }

  @Test
  void variablesComeBeforeTheRunningJvmAndFoldersAfterIt() {
    computer.environment.put("JAVA_HOME", computer.jvm("a", "21.0.2").toString());
    computer.environment.put("JAVA_HOME_17_X64", computer.jvm("b", "17.0.1").toString());
    computer.environment.put("JDK_25", computer.jvm("c", "25.0.3").toString());
    computer.jvm("jvms/d", "25.0.1");
    computer.jvm("jvms/e", "25.0.2");
    computer.jvm("home/.sdkman/candidates/java/f", "22");
    assertThat(computer.find().usable())
        .extracting(JvmFacts::version)
        .containsExactly("21.0.2", "25.0.3", "17.0.1", "17.0.15", "25.0.2", "25.0.1", "22");
  }

  @Test
  void aHomeReachedByTwoNamesIsListedOnce() throws IOException {
    Path real = computer.jvm("jvms/real", "25.0.3");
    Files.createSymbolicLink(computer.root.resolve("jvms/current"), real);
    computer.environment.put("JAVA_HOME", computer.root.resolve("jvms/current").toString());
    List<Candidate> candidates = computer.find().candidates();
    assertThat(candidates).extracting(Candidate::home).containsOnlyOnce(real);
    assertThat(candidates.get(0).source()).isEqualTo("JAVA_HOME");
  }

  @Test
  void aJvmInTheShapeOfAMacBundleIsFound() {
    computer.jvm("jvms/temurin-25.jdk/Contents/Home", "25.0.3");
    assertThat(computer.find().usable()).extracting(JvmFacts::version).contains("25.0.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_392", "11.0.22", "16"})
  void aJvmOlderThan17IsRefusedWithItsVersion(String version) {
    computer.jvm("jvms/old", version);
    assertThat(refusals())
        .containsExactly("is Java " + version + ", and workers need Java 17 or later");
  }

  @Test
  void aHomeWithoutAReleaseFileIsRefused() {
    computer.launcher("jvms/bare");
    assertThat(refusals())
        .containsExactly("has no readable file 'release', so its version is unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "JAVA_VERSION=\"soon\"", "\u0000\u0001\u0002"})
  void aReleaseFileWithoutAVersionIsRefused(String text) {
    computer.launcher("jvms/odd");
    computer.file("jvms/odd/release", text);
    assertThat(refusals())
        .containsExactly("has a file 'release' without a JAVA_VERSION that can be understood");
  }

  @Test
  void foldersThatHoldNoJvmAreNotMentioned() {
    computer.folder("jvms/documentation");
    computer.file("jvms/.config.jinfo", "name=java");
    assertThat(refusals()).isEmpty();
  }

  @Test
  void aVariableThatLeadsNowhereIsRefusedAndTheRestIsFound() {
    computer.environment.put("JAVA_HOME", computer.root.resolve("gone").toString());
    assertThat(refusals()).containsExactly("does not exist");
    assertThat(computer.find().usable()).containsExactly(computer.running);
  }

  @Test
  void aPathThatNoFileSystemKnowsIsRefused() {
    computer.environment.put("JAVA_HOME", "a\u0000b");
    assertThat(refusals()).singleElement().asString().startsWith("is no path");
  }

  @Test
  @Tag("fault-31")
  void aHomeThatIsAFileDoesNoHarm() {
    computer.home = computer.file("home-file", "no folder");
    assertThat(computer.find().usable()).containsExactly(computer.running);
  }

  @Test
  void theRunningJvmNeedsNoReleaseFile() throws IOException {
    Files.delete(computer.running.home().resolve("release"));
    assertThat(computer.find().usable()).containsExactly(computer.running);
  }

  @Test
  void aNamedJvmMayBeItsHomeItsLauncherOrALinkToEither() throws IOException {
    Path home = computer.jvm("somewhere/jdk", "21.0.2");
    Path link = Files.createSymbolicLink(computer.root.resolve("java"), home.resolve("bin/java"));
    Path homeLink = Files.createSymbolicLink(computer.root.resolve("jdk"), home);
    for (Path name : List.of(home, home.resolve("bin/java"), home.resolve("bin"), link, homeLink)) {
      assertThat(computer.find(name.toString()).named())
          .as("%s", name)
          .extracting(JvmFacts::home)
          .containsExactly(home);
    }
  }

  @Test
  void namedJvmsKeepTheirOrderAndOverruleTheVariable() {
    computer.environment.put("BINDBENCH_JVM", "/nowhere");
    String old = computer.jvm("old", "17").toString();
    String recent = computer.jvm("new", "25.0.3").toString();
    assertThat(computer.find(old, recent, old).named())
        .extracting(JvmFacts::version)
        .containsExactly("17", "25.0.3");
  }

  @Test
  @Tag("fault-26")
  void aNamedJvmThatDoesNotExistEndsTheProgramWith78() {
    Path gone = computer.root.resolve("gone");
    assertThatThrownBy(() -> computer.find(gone.toString()))
        .isInstanceOfSatisfying(UsageException.class, e -> assertThat(e.exitCode()).isEqualTo(78))
        .hasMessage(
            "--jvm %s cannot be used: %s does not exist; give the home of a JDK 17 or later, such as"
                    .formatted(gone, gone)
                + " %s, or its bin/java.".formatted(computer.running.home()));
  }

  @Test
  @Tag("fault-26")
  void aJvmNamedByTheVariableIsHeldToTheSame() {
    Path old = computer.jvm("old", "11.0.2");
    computer.environment.put("BINDBENCH_JVM", old.toString());
    assertThatThrownBy(() -> computer.find())
        .isInstanceOfSatisfying(UsageException.class, e -> assertThat(e.exitCode()).isEqualTo(78))
        .hasMessageStartingWith(
            "BINDBENCH_JVM=" + old + " cannot be used: " + old + " is Java 11.0.2");
  }

  @Test
  @Tag("fault-26")
  void aNamedFolderWithoutALauncherAndANamedTextFileAreRefused() {
    Path empty = computer.folder("empty");
    Path text = computer.file("notes.txt", "hello");
    assertThatThrownBy(() -> computer.find(empty.toString()))
        .hasMessageContaining(empty + " has no executable bin/java");
    assertThatThrownBy(() -> computer.find(text.toString()))
        .hasMessageContaining(text + " has no executable bin/java");
  }

  @Test
  void theJvmOfThisTestIsFoundOnThisComputer() {
    Surroundings real = Surroundings.ofThisProcess();
    assertThat(new JvmFinder(real).find(List.of()).usable())
        .extracting(JvmFacts::feature)
        .contains(Runtime.version().feature());
  }

  private List<String> refusals() {
    return computer.find().candidates().stream()
        .flatMap(candidate -> candidate.refusal().stream())
        .toList();
  }
}
