/** What is remarked of leaks. */
@NullMarked
package org.bindbench.analysis.advice.leak;

import org.jspecify.annotations.NullMarked;
