/** What reports say of guests that come and go. */
@NullMarked
package org.bindbench.report.churn;

import org.jspecify.annotations.NullMarked;
