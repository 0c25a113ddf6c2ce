/** What the collector did under the load of scripts, as a section of the reports. */
@NullMarked
package org.bindbench.report.pauses;

import org.jspecify.annotations.NullMarked;
