// SPDX-License-Identifier: EUPL-1.2
/** What every answer has in common: problems, versions, cursors, headers, and the web application's files. */
@NullMarked
package se.malbild.platform.web;

import org.jspecify.annotations.NullMarked;
