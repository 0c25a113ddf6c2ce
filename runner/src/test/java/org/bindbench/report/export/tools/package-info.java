@NullMarked
package org.bindbench.report.export.tools;

import org.jspecify.annotations.NullMarked;
