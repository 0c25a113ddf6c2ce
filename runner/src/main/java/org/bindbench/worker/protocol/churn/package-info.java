/** What is left of guests that were opened, used and closed. */
@NullMarked
package org.bindbench.worker.protocol.churn;

import org.jspecify.annotations.NullMarked;
