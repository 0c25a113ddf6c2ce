/** Searches for limits: workers that differ in heap or contexts alone, one after the other. */
@NullMarked
package org.bindbench.launch.limits;

import org.jspecify.annotations.NullMarked;
