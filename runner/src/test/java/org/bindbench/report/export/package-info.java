/** Tests of the reports that other programs read. */
@NullMarked
package org.bindbench.report.export;

import org.jspecify.annotations.NullMarked;
