/** Runs and comparisons as JUnit XML, which every continuous integration shows. */
@NullMarked
package org.bindbench.report.junit;

import org.jspecify.annotations.NullMarked;
