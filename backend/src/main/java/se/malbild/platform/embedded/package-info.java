// SPDX-License-Identifier: EUPL-1.2
/** A real MariaDB as a child process, for local runs and tests. Never used when a database address is given. */
@NullMarked
package se.malbild.platform.embedded;

import org.jspecify.annotations.NullMarked;
