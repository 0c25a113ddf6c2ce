/** Which run is the baseline: where baselines are kept, and what may become one. */
@NullMarked
package org.bindbench.history.baseline;

import org.jspecify.annotations.NullMarked;
