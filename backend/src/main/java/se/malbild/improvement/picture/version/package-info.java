// SPDX-License-Identifier: EUPL-1.2
/**
 * The target picture as a document (målbilden som dokument): versions that management signs, each with what has changed and why. A
 * signed version never changes, whatever happens to the targets. Begin with {@link PictureVersions}.
 */
@NullMarked
package se.malbild.improvement.picture.version;

import org.jspecify.annotations.NullMarked;
