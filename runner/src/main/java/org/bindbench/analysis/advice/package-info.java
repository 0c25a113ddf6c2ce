/** What a reader must know to trust the figures of a run: one rule per class. */
@NullMarked
package org.bindbench.analysis.advice;

import org.jspecify.annotations.NullMarked;
