/** Forks that look again at what seems to leak, and that explain what does. */
@NullMarked
package org.bindbench.launch.leak;

import org.jspecify.annotations.NullMarked;
