/** Bound objects held against the language's own, from rows that are there. */
@NullMarked
package org.bindbench.analysis.bound;

import org.jspecify.annotations.NullMarked;
