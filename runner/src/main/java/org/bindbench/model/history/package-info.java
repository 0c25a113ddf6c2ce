/** What is kept of a run beyond its figures. */
@NullMarked
package org.bindbench.model.history;

import org.jspecify.annotations.NullMarked;
