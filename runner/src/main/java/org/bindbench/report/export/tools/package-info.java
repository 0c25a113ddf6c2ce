/** Results as other benchmarking tools write them, for what reads those. */
@NullMarked
package org.bindbench.report.export.tools;

import org.jspecify.annotations.NullMarked;
