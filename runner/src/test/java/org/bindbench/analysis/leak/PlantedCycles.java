package org.bindbench.analysis.leak;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Live heaps that a test plants: 20 MB, cycles of 100 operations, noise of 0.03 % of the heap. */
final class PlantedCycles {
  static final double LIVE = 20e6;
  static final long OPERATIONS = 100;

  private PlantedCycles() {}

  static Cycles flat(int cycles, Random random) {
    return of(cycles, cycle -> 0, random);
  }

  static Cycles leak(int cycles, double perCycle, Random random) {
    return of(cycles, cycle -> perCycle * cycle, random);
  }

  /** Every tenth cycle a step of 1 % for good, twice. */
  static Cycles steps(int cycles, Random random) {
    return of(cycles, cycle -> Math.min(2, cycle / 10) * 0.01 * LIVE, random);
  }

  /** Rises by 0.5 % a cycle and falls back every six cycles. */
  static Cycles sawtooth(int cycles, Random random) {
    return of(cycles, cycle -> cycle % 6 * 0.005 * LIVE, random);
  }

  /** A cache that fills up to 5 % of the heap, half of what is missing every eight cycles. */
  static Cycles cache(int cycles, Random random) {
    return of(cycles, cycle -> 0.05 * LIVE * (1 - Math.pow(0.5, cycle / 8.0)), random);
  }

  private static Cycles of(int cycles, IntToDoubleFunction added, Random random) {
    List<Double> live =
        IntStream.range(0, cycles)
            .mapToObj(
                cycle -> LIVE * (1 + 0.0003 * random.nextGaussian()) + added.applyAsDouble(cycle))
            .toList();
    return new Cycles(live, OPERATIONS);
  }
}
