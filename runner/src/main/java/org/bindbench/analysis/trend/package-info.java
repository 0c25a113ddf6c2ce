/** Where a series of runs changed, how it drifts, and which runs stand out. */
@NullMarked
package org.bindbench.analysis.trend;

import org.jspecify.annotations.NullMarked;
