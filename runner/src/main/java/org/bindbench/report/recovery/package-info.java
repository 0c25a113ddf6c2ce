/** The section on what comes back after stress. */
@NullMarked
package org.bindbench.report.recovery;

import org.jspecify.annotations.NullMarked;
