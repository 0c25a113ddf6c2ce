/**
 * One finished run, many forms: each turns results into text or bytes and prints nothing itself.
 */
@NullMarked
package org.bindbench.report;

import org.jspecify.annotations.NullMarked;
