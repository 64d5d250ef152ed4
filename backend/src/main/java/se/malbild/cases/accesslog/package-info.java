// SPDX-License-Identifier: EUPL-1.2
/**
 * The access log (<i>åtkomstlogg</i>, CASES §4): who has read what that is not open. A table of its own, chained by hash for each reader
 * and covered by the signed checkpoints. Begin with {@code AccessLog}; for a case go through {@code CaseReads} of the package above.
 */
@NullMarked
package se.malbild.cases.accesslog;

import org.jspecify.annotations.NullMarked;
