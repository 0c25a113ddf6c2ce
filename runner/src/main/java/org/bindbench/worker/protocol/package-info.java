/** The ways to measure a case, each a protocol found by {@link java.util.ServiceLoader}. */
@NullMarked
package org.bindbench.worker.protocol;

import org.jspecify.annotations.NullMarked;
