/**
 * The same guest functions under Bindbench and under JMH, fork by fork in turns: what {@code
 * scripts/jmh} runs.
 */
@NullMarked
package org.bindbench.jmh;

import org.jspecify.annotations.NullMarked;
