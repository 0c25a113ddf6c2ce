package org.bindbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindbench.launch.Batch.Sharing;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialSpec;
import org.junit.jupiter.api.Test;

/** What a free lane takes next. */
class LongestFirstTest {
  private static final Effort EFFORT =
      new Effort(
          3,
          true,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          8,
          100_000,
          1,
          Duration.ofSeconds(1));

  private final LongestFirst order = new LongestFirst();

  @Test
  void moreTrialsAreTakenFirstAndAmongEqualsThePlannedOrderHolds() {
    Batch one = batch("luaj", 1, 1);
    Batch three = batch("luaj", 1, 3);
    Batch alike = batch("luajc", 1, 3);

    assertThat(taken(one, three, alike)).containsExactly(three, alike, one);
  }

  @Test
  void anEngineWhoseBatchesTookLongerThanEstimatedGoesBeforeOthers() {
    Batch lua = batch("luaj", 1, 3);
    Batch python = batch("graalpy", 1, 2);
    order.took(lua, lua.estimate().dividedBy(2));
    order.took(python, python.estimate().multipliedBy(3));

    assertThat(taken(lua, python)).containsExactly(python, lua);
  }

  @Test
  void noRowWaitsForTheFurtherForksOfAnother() {
    Batch further = batch("graalpy", 2, 9);
    Batch first = batch("luaj", 1, 1);

    assertThat(taken(further, first)).containsExactly(first, further);
  }

  private List<Batch> taken(Batch... batches) {
    List<Batch> waiting = new ArrayList<>(List.of(batches));
    List<Batch> taken = new ArrayList<>();
    while (!waiting.isEmpty()) taken.add(order.takeFrom(waiting).orElseThrow());
    assertThat(order.takeFrom(waiting)).isEmpty();
    return taken;
  }

  private static Batch batch(String engine, int fork, int trials) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("suite.lua"), 1, "case", "retained", "", List.of(), Map.of(), "", 0, "");
    TrialSpec trial =
        new TrialSpec(declaration, declaration.ids().get(0), engine, BindingStyle.OWN, fork);
    return new Batch(
        engine,
        "",
        engine,
        EFFORT,
        Sharing.SEQUENCE,
        Stream.generate(() -> trial).limit(trials).toList());
  }
}
