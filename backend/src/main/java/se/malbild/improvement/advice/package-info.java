// SPDX-License-Identifier: EUPL-1.2
/** What an assessment suggests doing first, with every term of the order open. Begin with {@link Advising}. */
@NullMarked
package se.malbild.improvement.advice;

import org.jspecify.annotations.NullMarked;
