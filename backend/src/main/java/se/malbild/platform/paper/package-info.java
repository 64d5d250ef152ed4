// SPDX-License-Identifier: EUPL-1.2
/** Pages become PDF: copies to keep for good, and documents that everybody can have read out. Reaches for nothing outside. */
@NullMarked
package se.malbild.platform.paper;

import org.jspecify.annotations.NullMarked;
