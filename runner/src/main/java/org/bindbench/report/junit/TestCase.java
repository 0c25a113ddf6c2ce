package org.bindbench.report.junit;

/**
 * A test case of the file.
 *
 * @param seconds time it took, 0 where it took none of its own
 */
record TestCase(String className, String name, double seconds, Outcome outcome) {}
