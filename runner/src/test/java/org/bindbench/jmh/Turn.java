package org.bindbench.jmh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One JVM of one side.
 *
 * @param fork from 1
 */
record Turn(Subject subject, int fork, Side side) {
  /**
   * Every turn in its order. Fork 1 of every subject comes before fork 2 of any, and the subjects
   * of a round in an order drawn from the seed. The two sides of a fork follow each other, ours
   * first in odd forks and JMH first in even ones, so that neither has the better half of a drift.
   * It begins with ours, which tells JMH's forks how many operations a call has.
   */
  static List<Turn> all(List<Subject> subjects, int forks, long seed) {
    Random random = new Random(seed);
    return IntStream.rangeClosed(1, forks)
        .boxed()
        .flatMap(
            fork -> {
              List<Subject> round = new ArrayList<>(subjects);
              Collections.shuffle(round, random);
              return round.stream().flatMap(subject -> pair(subject, fork).stream());
            })
        .toList();
  }

  private static List<Turn> pair(Subject subject, int fork) {
    Turn ours = new Turn(subject, fork, Side.OURS);
    Turn jmh = new Turn(subject, fork, Side.JMH);
    return fork % 2 == 1 ? List.of(ours, jmh) : List.of(jmh, ours);
  }
}
