/** Reads the results of other benchmarking tools. */
@NullMarked
package org.bindbench.wire.foreign;

import org.jspecify.annotations.NullMarked;
