package org.bindbench.analysis.trend;

import java.util.Arrays;

/**
 * Middle and spread of readings that outliers do not move: the median, and the median absolute
 * deviation times 1.4826, which is the standard deviation of normal readings. Where more than half
 * of the readings are equal, so that the median deviation is 0, the mean absolute deviation times
 * 1.2533 stands in (Iglewicz &amp; Hoaglin, "How to detect and handle outliers", 1993).
 *
 * @param deviation 0 where all readings are equal
 */
record RobustScale(double median, double deviation) {
  private static final double OF_MEDIAN = 1.4826;
  private static final double OF_MEAN = 1.2533;

  /** Of at least one reading; the array is used up. */
  static RobustScale of(double[] readings) {
    double median = median(readings);
    double sum = 0;
    for (int i = 0; i < readings.length; i++) {
      readings[i] = Math.abs(readings[i] - median);
      sum += readings[i];
    }
    double deviation = OF_MEDIAN * median(readings);
    return new RobustScale(median, deviation > 0 ? deviation : OF_MEAN * sum / readings.length);
  }

  /** How many deviations a reading lies from the median; 0 where there are none. */
  double score(double reading) {
    return deviation > 0 ? (reading - median) / deviation : 0;
  }

  /** The median alone; the array is left sorted. */
  static double median(double[] readings) {
    Arrays.sort(readings);
    int middle = readings.length / 2;
    return readings.length % 2 == 1
        ? readings[middle]
        : (readings[middle - 1] + readings[middle]) / 2;
  }
}
