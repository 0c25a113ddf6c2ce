/** A section that tells figures first, then findings with their evidence, then advice. */
@NullMarked
package org.bindbench.report.chapter;

import org.jspecify.annotations.NullMarked;
