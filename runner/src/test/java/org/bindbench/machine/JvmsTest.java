package org.bindbench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JvmsTest {
  private static final Path RUNNING = Path.of("/jvm/17");
  private static final Candidate OLD = usable("17.0.15", RUNNING);
  private static final Candidate MIDDLE = usable("21.0.2", Path.of("/jvm/21"));
  private static final Candidate RIGHT = usable("25.0.3", Path.of("/jvm/25"));
  private static final Candidate REFUSED =
      new Candidate.Refused(Path.of("/jvm/8"), "/jvm", "is Java 1.8.0_392");

  @Test
  void theFirstFitJvmIsChosen() {
    Jvms.Choice choice = jvms(0, REFUSED, MIDDLE, OLD, RIGHT).choose(JvmsTest::unfit);
    assertThat(choice.jvm().version()).isEqualTo("25.0.3");
    assertThat(choice.isFit()).isTrue();
  }

  @Test
  @Tag("fault-26")
  void whereNoneIsFitTheRunningOneIsChosenAndSaysWhyItIsNot() {
    Jvms.Choice choice = jvms(0, MIDDLE, OLD).choose(JvmsTest::unfit);
    assertThat(choice.jvm().home()).isEqualTo(RUNNING);
    assertThat(choice.unfit()).isEqualTo("Java 17.0.15 is not 25");
  }

  @Test
  void aNamedJvmIsChosenWhateverItIs() {
    Jvms.Choice choice = jvms(1, MIDDLE, OLD, RIGHT).choose(JvmsTest::unfit);
    assertThat(choice.jvm().version()).isEqualTo("21.0.2");
    assertThat(choice.isFit()).isFalse();
  }

  @Test
  @Tag("fault-26")
  void aRequiredJitThatIsNotToBeHadEndsTheProgramWithThePlacesSearched() {
    assertThatThrownBy(() -> jvms(0, MIDDLE, OLD).chooseFit(JvmsTest::unfit))
        .isInstanceOfSatisfying(UsageException.class, e -> assertThat(e.exitCode()).isEqualTo(78))
        .hasMessageContaining("Java 17.0.15 is not 25")
        .hasMessageContaining("looked at JAVA_HOME, /jvm;");
  }

  @Test
  void aRequiredJitIsNoObstacleWhereThereIsOne() {
    assertThat(jvms(0, OLD, RIGHT).chooseFit(JvmsTest::unfit).jvm().version()).isEqualTo("25.0.3");
  }

  @Test
  void noUsableJvmAtAllEndsTheProgramWith78() {
    assertThatThrownBy(() -> jvms(0, REFUSED).choose(JvmsTest::unfit))
        .isInstanceOfSatisfying(UsageException.class, e -> assertThat(e.exitCode()).isEqualTo(78))
        .hasMessageContaining("JAVA_HOME, /jvm");
  }

  private static Jvms jvms(int explicit, Candidate... candidates) {
    return new Jvms(List.of(candidates), explicit, RUNNING, List.of("JAVA_HOME", "/jvm"));
  }

  private static Candidate usable(String version, Path home) {
    return new Candidate.Usable(new JvmFacts(home, version, "Debian", "HotSpot"), "/jvm");
  }

  private static Optional<String> unfit(JvmFacts jvm) {
    return jvm.feature() == 25
        ? Optional.empty()
        : Optional.of("Java " + jvm.version() + " is not 25");
  }
}
