/** Cycles of work after each of which everything should be free again. */
@NullMarked
package org.bindbench.worker.protocol.leak;

import org.jspecify.annotations.NullMarked;
