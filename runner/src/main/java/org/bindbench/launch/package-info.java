/** Plans trials, forks their JVMs, watches them and ends them. */
@NullMarked
package org.bindbench.launch;

import org.jspecify.annotations.NullMarked;
