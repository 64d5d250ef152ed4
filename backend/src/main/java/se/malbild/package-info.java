// SPDX-License-Identifier: EUPL-1.2
/** The program's door: verbs of the command line and the order in which a service starts. */
@NullMarked
package se.malbild;

import org.jspecify.annotations.NullMarked;
