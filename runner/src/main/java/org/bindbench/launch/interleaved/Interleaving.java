package org.bindbench.launch.interleaved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Batch.Sharing;
import org.bindbench.model.comparison.Side;

/**
 * The order in which two sides are measured: fork by fork, both sides of an engine next to each
 * other, and which of them comes first changes with every fork (ABBA), so that neither side owns
 * the warmer machine. Which comes first in the first fork, the order of the engines and that of the
 * cases are drawn from the seed; both sides run their cases in the same order.
 */
public final class Interleaving {
  private Interleaving() {}

  /**
   * Every batch of the forks, timed ones first.
   *
   * @param firstFork number of the first fork
   * @param lastFork number of the last one, included
   */
  public static List<Batch> plan(List<Lane> lanes, int firstFork, int lastFork, long seed) {
    Random random = new Random(seed + firstFork);
    Map<Lane, Side> first = new HashMap<>();
    for (Lane lane : lanes) first.put(lane, random.nextBoolean() ? Side.BASE : Side.HEAD);
    List<Batch> timed = new ArrayList<>();
    List<Batch> untimed = new ArrayList<>();
    for (int fork = firstFork; fork <= lastFork; fork++) {
      List<Lane> order = new ArrayList<>(lanes);
      Collections.shuffle(order, random);
      for (Lane lane : order) {
        Side begins = first.getOrDefault(lane, Side.BASE);
        List<Side> sides = List.of(begins, begins.other());
        addTimed(timed, lane, sides, fork, random);
        List<Pair> unclocked = lane.pairs().stream().filter(pair -> !pair.isTimed()).toList();
        if (!unclocked.isEmpty())
          for (Side side : sides) untimed.add(lane.batch(side, Sharing.SEQUENCE, unclocked, fork));
        first.put(lane, begins.other());
      }
    }
    timed.addAll(untimed);
    return timed;
  }

  private static void addTimed(
      List<Batch> timed, Lane lane, List<Side> sides, int fork, Random random) {
    List<Pair> clocked = new ArrayList<>(lane.pairs().stream().filter(Pair::isTimed).toList());
    Collections.shuffle(clocked, random);
    List<Pair> rotated = new ArrayList<>();
    for (Pair pair : clocked) {
      if (pair.takesTurns(lane.effort())) rotated.add(pair);
      else for (Side side : sides) timed.add(lane.batch(side, Sharing.ALONE, List.of(pair), fork));
    }
    if (!rotated.isEmpty())
      for (Side side : sides) timed.add(lane.batch(side, Sharing.ROTATION, rotated, fork));
  }
}
