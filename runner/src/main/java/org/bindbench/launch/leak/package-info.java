/** What follows where a first measurement looks like a leak. */
@NullMarked
package org.bindbench.launch.leak;

import org.jspecify.annotations.NullMarked;
