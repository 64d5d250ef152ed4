// SPDX-License-Identifier: EUPL-1.2
/**
 * Who may do what (<em>behörighet</em>): authorities, units, users, roles as grants, sign-in, and the one rule that holds every
 * operation to the permission its contract names. Never looks into a case. Begin with {@code permission.PermissionRule}.
 */
@NullMarked
package se.malbild.access;

import org.jspecify.annotations.NullMarked;
