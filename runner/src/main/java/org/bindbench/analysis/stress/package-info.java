/** How guests bear memory pressure: from readings of steps to a score and to sentences. */
@NullMarked
package org.bindbench.analysis.stress;

import org.jspecify.annotations.NullMarked;
