/** What keeps memory alive: the section of the reports. */
@NullMarked
package org.bindbench.report.leak.path;

import org.jspecify.annotations.NullMarked;
