// SPDX-License-Identifier: EUPL-1.2
/**
 * My work (<i>mitt arbete</i>): queues of what nobody is responsible for yet, who could take a case, acts on many cases at once, and
 * standing in for somebody. Begin with {@code Queues}.
 */
@NullMarked
package se.malbild.cases.work;

import org.jspecify.annotations.NullMarked;
