// SPDX-License-Identifier: EUPL-1.2
/** Where a case stands, for a client that may know of it; the one place that says whether it may. */
@NullMarked
package se.malbild.exchange.status;

import org.jspecify.annotations.NullMarked;
