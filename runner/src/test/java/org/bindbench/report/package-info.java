/** Tests of the reports, made from one rich synthetic run. */
@NullMarked
package org.bindbench.report;

import org.jspecify.annotations.NullMarked;
