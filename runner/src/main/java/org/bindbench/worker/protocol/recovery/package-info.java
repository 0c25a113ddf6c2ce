/** Protocols that ask what comes back after stress. */
@NullMarked
package org.bindbench.worker.protocol.recovery;

import org.jspecify.annotations.NullMarked;
