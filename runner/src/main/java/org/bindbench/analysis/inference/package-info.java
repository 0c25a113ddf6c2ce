/** Statistical procedures that no library in use has, each with the paper it follows. */
@NullMarked
package org.bindbench.analysis.inference;

import org.jspecify.annotations.NullMarked;
