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
  void alone_the_running_jvm_is_found() {
    assertThat(computer.find().usable()).containsExactly(computer.running);
  }

  @Test
  void variables_come_before_the_running_jvm_and_folders_after_it() {
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
  void a_home_reached_by_two_names_is_listed_once() throws IOException {
    Path real = computer.jvm("jvms/real", "25.0.3");
    Files.createSymbolicLink(computer.root.resolve("jvms/current"), real);
    computer.environment.put("JAVA_HOME", computer.root.resolve("jvms/current").toString());
    List<Candidate> candidates = computer.find().candidates();
    assertThat(candidates).extracting(Candidate::home).containsOnlyOnce(real);
    assertThat(candidates.get(0).source()).isEqualTo("JAVA_HOME");
  }

  @Test
  void a_jvm_in_the_shape_of_a_mac_bundle_is_found() {
    computer.jvm("jvms/temurin-25.jdk/Contents/Home", "25.0.3");
    assertThat(computer.find().usable()).extracting(JvmFacts::version).contains("25.0.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_392", "11.0.22", "16"})
  void a_jvm_older_than_17_is_refused_with_its_version(String version) {
    computer.jvm("jvms/old", version);
    assertThat(refusals())
        .containsExactly("is Java " + version + ", and workers need Java 17 or later");
  }

  @Test
  void a_home_without_a_release_file_is_refused() {
    computer.launcher("jvms/bare");
    assertThat(refusals())
        .containsExactly("has no readable file 'release', so its version is unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "JAVA_VERSION=\"soon\"", "\u0000\u0001\u0002"})
  void a_release_file_without_a_version_is_refused(String text) {
    computer.launcher("jvms/odd");
    computer.file("jvms/odd/release", text);
    assertThat(refusals())
        .containsExactly("has a file 'release' without a JAVA_VERSION that can be understood");
  }

  @Test
  void folders_that_hold_no_jvm_are_not_mentioned() {
    computer.folder("jvms/documentation");
    computer.file("jvms/.config.jinfo", "name=java");
    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_variable_that_leads_nowhere_is_refused_and_the_rest_is_found() {
    computer.environment.put("JAVA_HOME", computer.root.resolve("gone").toString());
    assertThat(refusals()).containsExactly("does not exist");
    assertThat(computer.find().usable()).containsExactly(computer.running);
  }

  @Test
  void a_path_that_no_file_system_knows_is_refused() {
    computer.environment.put("JAVA_HOME", "a\u0000b");
    assertThat(refusals()).singleElement().asString().startsWith("is no path");
  }

  @Test
  @Tag("fault-31")
  void a_home_that_is_a_file_does_no_harm() {
    computer.home = computer.file("home-file", "no folder");
    assertThat(computer.find().usable()).containsExactly(computer.running);
  }

  @Test
  void the_running_jvm_needs_no_release_file() throws IOException {
    Files.delete(computer.running.home().resolve("release"));
    assertThat(computer.find().usable()).containsExactly(computer.running);
  }

  @Test
  void a_named_jvm_may_be_its_home_its_launcher_or_a_link_to_either() throws IOException {
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
  void named_jvms_keep_their_order_and_overrule_the_variable() {
    computer.environment.put("BINDBENCH_JVM", "/nowhere");
    String old = computer.jvm("old", "17").toString();
    String recent = computer.jvm("new", "25.0.3").toString();
    assertThat(computer.find(old, recent, old).named())
        .extracting(JvmFacts::version)
        .containsExactly("17", "25.0.3");
  }

  @Test
  @Tag("fault-26")
  void a_named_jvm_that_does_not_exist_ends_the_program_with_78() {
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
  void a_jvm_named_by_the_variable_is_held_to_the_same() {
    Path old = computer.jvm("old", "11.0.2");
    computer.environment.put("BINDBENCH_JVM", old.toString());
    assertThatThrownBy(() -> computer.find())
        .isInstanceOfSatisfying(UsageException.class, e -> assertThat(e.exitCode()).isEqualTo(78))
        .hasMessageStartingWith(
            "BINDBENCH_JVM=" + old + " cannot be used: " + old + " is Java 11.0.2");
  }

  @Test
  @Tag("fault-26")
  void a_named_folder_without_a_launcher_and_a_named_text_file_are_refused() {
    Path empty = computer.folder("empty");
    Path text = computer.file("notes.txt", "hello");
    assertThatThrownBy(() -> computer.find(empty.toString()))
        .hasMessageContaining(empty + " has no executable bin/java");
    assertThatThrownBy(() -> computer.find(text.toString()))
        .hasMessageContaining(text + " has no executable bin/java");
  }

  @Test
  void the_jvm_of_this_test_is_found_on_this_computer() {
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
