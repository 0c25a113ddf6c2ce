/** Histories and trends for other programs. */
@NullMarked
package org.bindbench.report.export.history;

import org.jspecify.annotations.NullMarked;
