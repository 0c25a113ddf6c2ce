/** Two sides that are compared, as immutable values. */
@NullMarked
package org.bindbench.model.comparison;

import org.jspecify.annotations.NullMarked;
