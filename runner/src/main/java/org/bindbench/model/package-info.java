/** The words of Bindbench (suite, case, engine, trial, sample, run …) as immutable values. */
@NullMarked
package org.bindbench.model;

import org.jspecify.annotations.NullMarked;
