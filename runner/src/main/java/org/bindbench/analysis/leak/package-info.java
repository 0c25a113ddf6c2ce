/** Whether memory that should come back does not, judged by a series of cycles. */
@NullMarked
package org.bindbench.analysis.leak;

import org.jspecify.annotations.NullMarked;
