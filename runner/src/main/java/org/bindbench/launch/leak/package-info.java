/** Forks that explain what the planned ones lost. */
@NullMarked
package org.bindbench.launch.leak;

import org.jspecify.annotations.NullMarked;
