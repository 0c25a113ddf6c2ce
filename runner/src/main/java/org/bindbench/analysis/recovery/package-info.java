/** What came back after stress, in sentences that carry their figures. */
@NullMarked
package org.bindbench.analysis.recovery;

import org.jspecify.annotations.NullMarked;
