/**
 * Series of readings in, levels out: outliers, change points, whether a trial settled, its rate.
 */
@NullMarked
package org.bindbench.analysis.steady;

import org.jspecify.annotations.NullMarked;
