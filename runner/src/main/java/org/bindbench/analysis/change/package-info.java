/** What changed between two versions of the same thing, and whether it may be said. */
@NullMarked
package org.bindbench.analysis.change;

import org.jspecify.annotations.NullMarked;
