/** Guests that work at once, each on a thread of its own. */
@NullMarked
package org.bindbench.worker.protocol.concurrent;

import org.jspecify.annotations.NullMarked;
