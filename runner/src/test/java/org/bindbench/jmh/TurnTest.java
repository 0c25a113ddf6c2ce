package org.bindbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnTest {
  private static final List<Subject> SUBJECTS =
      IntStream.range(0, 8)
          .mapToObj(i -> new Subject("luaj", "memory_management", "case " + i))
          .toList();

  private final List<Turn> turns = Turn.all(SUBJECTS, 4, 7);

  @Test
  void everyForkOfEverySubjectIsMeasuredOnceByEachSide() {
    assertThat(turns).hasSize(SUBJECTS.size() * 4 * 2).doesNotHaveDuplicates();
  }

  @Test
  void theTwoSidesOfAForkFollowEachOtherAndTakeTurnsInGoingFirst() {
    for (int i = 0; i < turns.size(); i += 2) {
      Turn first = turns.get(i);
      Turn second = turns.get(i + 1);
      assertThat(second.subject()).isEqualTo(first.subject());
      assertThat(second.fork()).isEqualTo(first.fork());
      assertThat(first.side()).isEqualTo(first.fork() % 2 == 1 ? Side.OURS : Side.JMH);
      assertThat(second.side()).isNotEqualTo(first.side());
    }
  }

  @Test
  void noSubjectHasItsSecondForkBeforeAllHadTheirFirst() {
    assertThat(turns).extracting(Turn::fork).isSorted();
  }

  @Test
  void theSeedAloneDrawsTheOrderOfSubjectsAnewForEveryFork() {
    assertThat(Turn.all(SUBJECTS, 4, 7)).isEqualTo(turns);
    assertThat(Turn.all(SUBJECTS, 4, 8)).isNotEqualTo(turns);
    assertThat(subjectsOf(1)).isNotEqualTo(subjectsOf(2)).hasSameElementsAs(subjectsOf(2));
  }

  private List<Subject> subjectsOf(int fork) {
    return turns.stream().filter(turn -> turn.fork() == fork).map(Turn::subject).toList();
  }
}
