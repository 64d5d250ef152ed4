// SPDX-License-Identifier: EUPL-1.2
/** What other agencies hand in (inlämningar): an item of the inbox like any other, and the receipt its client can follow. */
@NullMarked
package se.malbild.exchange.submission;

import org.jspecify.annotations.NullMarked;
