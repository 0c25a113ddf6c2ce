/** Runs of a history in the form people read. */
@NullMarked
package org.bindbench.report.past;

import org.jspecify.annotations.NullMarked;
