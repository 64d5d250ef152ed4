// SPDX-License-Identifier: EUPL-1.2
/**
 * Reports (rapporter) and the start page: what the parts before it say, put together for somebody who has a minute. Computes no figure
 * of its own. A signed report never changes. Begin with {@link se.malbild.report.Reports}.
 */
@NullMarked
package se.malbild.report;

import org.jspecify.annotations.NullMarked;
