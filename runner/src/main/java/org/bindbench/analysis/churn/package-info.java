/** What guests that were opened, used and closed leave behind, judged reading by reading. */
@NullMarked
package org.bindbench.analysis.churn;

import org.jspecify.annotations.NullMarked;
