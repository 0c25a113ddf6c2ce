/** What is said of breaking points: the smallest heap of a case, the most contexts of a heap. */
@NullMarked
package org.bindbench.model.limits;

import org.jspecify.annotations.NullMarked;
