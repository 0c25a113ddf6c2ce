/** How figures grow over cycles and over sizes, and whether faster than they may. */
@NullMarked
package org.bindbench.analysis.growth;

import org.jspecify.annotations.NullMarked;
