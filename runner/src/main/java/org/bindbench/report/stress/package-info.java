/** The section on guests under memory pressure. */
@NullMarked
package org.bindbench.report.stress;

import org.jspecify.annotations.NullMarked;
