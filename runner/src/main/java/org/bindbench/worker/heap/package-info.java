/** What a worker sees of its own heap and process beyond the live bytes. */
@NullMarked
package org.bindbench.worker.heap;

import org.jspecify.annotations.NullMarked;
