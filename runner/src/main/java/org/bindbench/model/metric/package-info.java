/** What can be measured, and single values of it. */
@NullMarked
package org.bindbench.model.metric;

import org.jspecify.annotations.NullMarked;
