/** What is kept of a run so that later runs can be compared with it, as immutable values. */
@NullMarked
package org.bindbench.model.baseline;

import org.jspecify.annotations.NullMarked;
