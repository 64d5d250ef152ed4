// SPDX-License-Identifier: EUPL-1.2
/**
 * E-mail by the authority's own server (SMTP). Off until an address of one is set. Begin with {@link se.malbild.platform.mail.Mailer}.
 */
@NullMarked
package se.malbild.platform.mail;

import org.jspecify.annotations.NullMarked;
