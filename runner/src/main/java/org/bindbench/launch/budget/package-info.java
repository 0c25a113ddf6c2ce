/** How a run fits into a time: what is planned, what starts, and what the rest of it goes to. */
@NullMarked
package org.bindbench.launch.budget;

import org.jspecify.annotations.NullMarked;
