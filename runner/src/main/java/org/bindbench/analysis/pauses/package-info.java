/** What pauses of the collector say: quantiles with what is certain of them, and which is best. */
@NullMarked
package org.bindbench.analysis.pauses;

import org.jspecify.annotations.NullMarked;
