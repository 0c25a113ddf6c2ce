/** How text is laid out for terminals and in Markdown: paragraphs, tables, tones, safe text. */
@NullMarked
package org.bindbench.report.layout;

import org.jspecify.annotations.NullMarked;
