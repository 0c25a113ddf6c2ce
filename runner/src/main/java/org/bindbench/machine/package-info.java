/** This computer and its JVMs: finding them, facts, limits, and the folders the program keeps. */
@NullMarked
package org.bindbench.machine;

import org.jspecify.annotations.NullMarked;
