/** Operations by the clock: calls that are warmed up, timed and checked. */
@NullMarked
package org.bindbench.worker.protocol.rate;

import org.jspecify.annotations.NullMarked;
