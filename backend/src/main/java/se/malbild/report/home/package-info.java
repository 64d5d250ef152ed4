// SPDX-License-Identifier: EUPL-1.2
/** The start page (hem): what waits for the caller, how it goes, where next. Begin with {@link Homes}. */
@NullMarked
package se.malbild.report.home;

import org.jspecify.annotations.NullMarked;
