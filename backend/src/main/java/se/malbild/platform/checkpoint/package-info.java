// SPDX-License-Identifier: EUPL-1.2

/** Signed checkpoints of the ends of all event chains, kept where the database's operator cannot write, and the check against them. */
@NullMarked
package se.malbild.platform.checkpoint;

import org.jspecify.annotations.NullMarked;
