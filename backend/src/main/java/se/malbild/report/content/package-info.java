// SPDX-License-Identifier: EUPL-1.2
/** What stands in a report, and the composing of it section by section. Begin with {@link Composing}. */
@NullMarked
package se.malbild.report.content;

import org.jspecify.annotations.NullMarked;
