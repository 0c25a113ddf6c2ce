/** What a worker does that tries whether a heap suffices. */
@NullMarked
package org.bindbench.worker.protocol.limits;

import org.jspecify.annotations.NullMarked;
