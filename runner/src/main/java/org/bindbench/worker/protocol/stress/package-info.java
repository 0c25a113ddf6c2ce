/** Protocols that put guests under memory pressure. */
@NullMarked
package org.bindbench.worker.protocol.stress;

import org.jspecify.annotations.NullMarked;
