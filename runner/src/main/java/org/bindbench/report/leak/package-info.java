/** What reports say of leaks. */
@NullMarked
package org.bindbench.report.leak;

import org.jspecify.annotations.NullMarked;
