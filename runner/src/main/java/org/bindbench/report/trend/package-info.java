/** Trends in the form people read. */
@NullMarked
package org.bindbench.report.trend;

import org.jspecify.annotations.NullMarked;
