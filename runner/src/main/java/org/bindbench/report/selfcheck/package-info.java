/** What a self-check found, as text. */
@NullMarked
package org.bindbench.report.selfcheck;

import org.jspecify.annotations.NullMarked;
