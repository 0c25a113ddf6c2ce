/** Reports that other programs read; the only room of the reports that knows the JSON library. */
@NullMarked
package org.bindbench.report.export;

import org.jspecify.annotations.NullMarked;
