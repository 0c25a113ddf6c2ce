/** What was found out about memory that does not come back: values, without judgement. */
@NullMarked
package org.bindbench.model.leak;

import org.jspecify.annotations.NullMarked;
