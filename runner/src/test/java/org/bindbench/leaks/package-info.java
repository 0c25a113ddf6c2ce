/** Counts in how many runs the finished program finds leaks whose right answer is known. */
@NullMarked
package org.bindbench.leaks;

import org.jspecify.annotations.NullMarked;
