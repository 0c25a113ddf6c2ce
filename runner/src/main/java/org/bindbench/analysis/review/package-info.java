/** A finished run becomes rows, contrasts, range checks, headlines and remarks. */
@NullMarked
package org.bindbench.analysis.review;

import org.jspecify.annotations.NullMarked;
