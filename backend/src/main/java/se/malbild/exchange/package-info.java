// SPDX-License-Identifier: EUPL-1.2
/**
 * What other agencies use (utbyte): handing in, following where a case stands, and being told of news. Nothing here is for people, and what
 * a client may is read from its grants each time. Begin with {@code submission}, then {@code webhook}.
 */
@NullMarked
package se.malbild.exchange;

import org.jspecify.annotations.NullMarked;
