/** How narrow intervals are, what another fork would add, and what forks can tell apart. */
@NullMarked
package org.bindbench.analysis.precision;

import org.jspecify.annotations.NullMarked;
