/** Breaking points, as tables and sentences. */
@NullMarked
package org.bindbench.report.limits;

import org.jspecify.annotations.NullMarked;
