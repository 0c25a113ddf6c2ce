/** What other tools measured, as far as it can be compared. */
@NullMarked
package org.bindbench.model.foreign;

import org.jspecify.annotations.NullMarked;
