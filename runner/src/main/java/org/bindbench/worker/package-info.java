/** Everything that happens inside a forked JVM: the trial loop, the protocols and their probes. */
@NullMarked
package org.bindbench.worker;

import org.jspecify.annotations.NullMarked;
