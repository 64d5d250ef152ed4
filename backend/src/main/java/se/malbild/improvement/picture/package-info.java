// SPDX-License-Identifier: EUPL-1.2
/** The target picture (målbild): a target for each chosen criterion, proposed and accepted. Begin with {@link Targets}. */
@NullMarked
package se.malbild.improvement.picture;

import org.jspecify.annotations.NullMarked;
