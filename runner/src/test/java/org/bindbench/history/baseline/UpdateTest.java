package org.bindbench.history.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bindbench.model.baseline.Improvement;
import org.junit.jupiter.api.Test;

class UpdateTest {
  private static final Runs BASE = new Runs().rate("a", 1e6).rate("b", 1e6);
  private static final Runs BETTER = new Runs().rate("a", 2e6).rate("b", 1e6);

  private static Update decide(Runs run, Optional<Improvement> noted) {
    return Update.decide(run.against(BASE, false), "old", "new", noted);
  }

  private static Improvement first() {
    return ((Update.First) decide(BETTER, Optional.empty())).improvement();
  }

  @Test
  void anImprovementIsNotedFirst() {
    assertThat(first().rows()).singleElement().asString().contains("binding.a");
    assertThat(first().run()).isEqualTo("new");
  }

  @Test
  void theSameImprovementInASecondRunConfirmsIt() {
    Improvement earlier = new Improvement("old", "earlier", first().rows());
    assertThat(decide(BETTER, Optional.of(earlier)))
        .isEqualTo(new Update.Confirmed(first().rows()));
  }

  @Test
  void theRunThatNotedItConfirmsNothing() {
    assertThat(decide(BETTER, Optional.of(first()))).isInstanceOf(Update.First.class);
  }

  @Test
  void aNoteOfAnotherBaselineOrOfOtherRowsConfirmsNothing() {
    assertThat(decide(BETTER, Optional.of(new Improvement("other", "earlier", first().rows()))))
        .isInstanceOf(Update.First.class);
    assertThat(
            decide(
                BETTER,
                Optional.of(new Improvement("old", "earlier", java.util.List.of("another")))))
        .isInstanceOf(Update.First.class);
  }

  @Test
  void nothingIsReplacedWhereARowIsWorseOrMissing() {
    Runs mixed = new Runs().rate("a", 2e6).rate("b", 9e5);
    assertThat(((Update.Not) decide(mixed, Optional.empty())).reason()).startsWith("worse");
    Runs part = new Runs().rate("a", 2e6);
    assertThat(((Update.Not) decide(part, Optional.empty())).reason()).contains("binding.b");
  }

  @Test
  void nothingIsReplacedWhereNothingIsBetter() {
    assertThat(decide(BASE, Optional.empty())).isEqualTo(new Update.Not("nothing is better"));
  }
}
