@NullMarked
package org.bindbench.report.junit;

import org.jspecify.annotations.NullMarked;
