/** What the JVM's flight recorder and its counters tell of the garbage collector under a load. */
@NullMarked
package org.bindbench.worker.flight;

import org.jspecify.annotations.NullMarked;
