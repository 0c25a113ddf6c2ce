/** Breaking points: where the next try of a search lies, and what searches found. */
@NullMarked
package org.bindbench.analysis.limits;

import org.jspecify.annotations.NullMarked;
