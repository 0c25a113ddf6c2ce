package org.bindbench.analysis.trend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Change points of a series by E-divisive with split and merge (Matteson &amp; James, JASA 2014;
 * Fleming et al., "Hunter: using change point detection to hunt for performance regressions", ICPE
 * 2023). Windows that overlap by half are cut for as long as a cut is more than chance at a wide
 * level; then the weakest cuts are taken away, one after the other, until each one left holds at
 * the narrow level and is large enough. Other than in Hunter p comes from permutations, for Welch's
 * t at the best of many cuts calls too much significant.
 *
 * <p>A series of n readings has about n / 25 windows with the usual rule, and each that is only
 * noise keeps a cut with a probability of at most the narrow level.
 */
final class EDivisive {
  private final double[] filtered;
  private final double[] series;
  private final Size size;
  private final Detection rule;
  private final long seed;
  private final Map<Piece, Cut> judged = new HashMap<>();

  /** Readings between two cuts. */
  private record Piece(int from, int to) {}

  /** By how much the mean of one part differs from that of another, as a share. */
  @FunctionalInterface
  interface Size {
    double of(double meanBefore, double meanAfter);
  }

  /**
   * A series that is looked at.
   *
   * @param filtered the readings without outliers, in which candidates are sought
   * @param series the readings as they are, in which candidates are judged: what a filter touched
   *     can no longer be put into any order
   */
  EDivisive(double[] filtered, double[] series, Size size, Detection rule, long seed) {
    this.filtered = filtered;
    this.series = series;
    this.size = size;
    this.rule = rule;
    this.seed = seed;
  }

  /**
   * A change.
   *
   * @param index of the first reading after it
   * @param pValue by permutation; the smallest that can be had is the level itself
   */
  record Cut(int index, double pValue, double magnitude) {}

  /** All change points, earliest first. */
  List<Cut> cuts() {
    return merged(new ArrayList<>(split()));
  }

  /** Windows of a series of that length that are looked at. */
  static int windows(int length, int window) {
    int windows = 0;
    for (int start = 0; isWindow(start, length); start += window / 2) windows++;
    return windows;
  }

  private static boolean isWindow(int start, int length) {
    return start == 0
        ? length >= 2 * EnergyCut.FEWEST
        : length - start >= Detection.FEWEST_READINGS;
  }

  /** Candidates: every cut of every window at the wide level. */
  TreeSet<Integer> split() {
    TreeSet<Integer> found = new TreeSet<>();
    int start = 0;
    while (isWindow(start, series.length)) {
      int end = Math.min(start + rule.window(), series.length);
      TreeSet<Integer> here = new TreeSet<>();
      split(start, end, here, new SplittableRandom(seed + start));
      found.addAll(here);
      start = Math.max(start + rule.window() / 2, here.isEmpty() ? 0 : here.last());
    }
    return found;
  }

  private void split(int from, int to, TreeSet<Integer> found, SplittableRandom random) {
    if (to - from < 2 * EnergyCut.FEWEST) return;
    EnergyCut cut = new EnergyCut(filtered, from, to);
    if (cut.pValue(rule.firstPassLevel(), random) > rule.firstPassLevel()) return;
    int at = from + cut.index();
    found.add(at);
    // the parts of noise that chance has cut would too often be cut again
    if (new EnergyCut(series, from, to).pValue(rule.level(), random) > rule.level()) return;
    split(from, at, found, random);
    split(at, to, found, random);
  }

  private List<Cut> merged(List<Integer> candidates) {
    List<Cut> cuts = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++)
      cuts.add(
          judged(
              i == 0 ? 0 : cuts.get(i - 1).index(),
              candidates.get(i),
              i + 1 < candidates.size() ? candidates.get(i + 1) : series.length));
    while (!cuts.isEmpty()) {
      int weakest = weakest(cuts);
      if (holds(cuts.get(weakest))) break;
      cuts.remove(weakest);
      if (weakest > 0) again(cuts, weakest - 1);
      if (weakest < cuts.size()) again(cuts, weakest);
    }
    return cuts;
  }

  private void again(List<Cut> cuts, int i) {
    cuts.set(
        i,
        judged(
            i == 0 ? 0 : cuts.get(i - 1).index(),
            cuts.get(i).index(),
            i + 1 < cuts.size() ? cuts.get(i + 1).index() : series.length));
  }

  private boolean holds(Cut cut) {
    return cut.pValue() <= rule.level() && cut.magnitude() >= rule.leastMagnitude();
  }

  private int weakest(List<Cut> cuts) {
    int weakest = 0;
    for (int i = 1; i < cuts.size(); i++) if (isWeaker(cuts.get(i), cuts.get(weakest))) weakest = i;
    return weakest;
  }

  /** What is not significant goes before what is small. */
  private boolean isWeaker(Cut one, Cut other) {
    boolean oneHolds = one.pValue() <= rule.level();
    boolean otherHolds = other.pValue() <= rule.level();
    if (oneHolds && otherHolds) return one.magnitude() < other.magnitude();
    return one.pValue() > other.pValue();
  }

  /**
   * The cut between its neighbours, at most a window's length to either side. Where the longer
   * piece is better cut elsewhere, the cut moves there.
   */
  private Cut judged(int previous, int at, int next) {
    int from = Math.max(previous, at - rule.window());
    int to = Math.min(next, at + rule.window());
    Piece piece = new Piece(from, to);
    Cut known = judged.get(piece);
    if (known != null) return known;
    Cut cut = judged(piece, at);
    judged.put(piece, cut);
    return cut;
  }

  private Cut judged(Piece piece, int at) {
    EnergyCut cut = new EnergyCut(series, piece.from(), piece.to());
    if (cut.index() < 0) return new Cut(at, 1, 0);
    int best = piece.from() + cut.index();
    double p = cut.pValue(rule.level(), new SplittableRandom(seed + 31L * best));
    return new Cut(best, p, size.of(mean(piece.from(), best), mean(best, piece.to())));
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) sum += series[i];
    return sum / (to - from);
  }
}
