// SPDX-License-Identifier: EUPL-1.2
/** {@code ./malbild analyze}: the figures of a log file without a server. */
@NullMarked
package se.malbild.friction.analyze;

import org.jspecify.annotations.NullMarked;
