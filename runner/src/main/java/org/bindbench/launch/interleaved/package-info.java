/** Plans two sides next to each other, so that a slow spell of the machine meets both alike. */
@NullMarked
package org.bindbench.launch.interleaved;

import org.jspecify.annotations.NullMarked;
