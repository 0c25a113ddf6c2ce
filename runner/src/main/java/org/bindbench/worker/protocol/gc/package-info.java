/** The collector under the load of a guest: pauses, collections, and what they cost. */
@NullMarked
package org.bindbench.worker.protocol.gc;

import org.jspecify.annotations.NullMarked;
