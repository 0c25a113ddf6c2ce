/** Past runs, and which one is the baseline. */
@NullMarked
package org.bindbench.history;

import org.jspecify.annotations.NullMarked;
