/** One comparison of two sides, in the forms people read. */
@NullMarked
package org.bindbench.report.comparison;

import org.jspecify.annotations.NullMarked;
