// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.mail;

/** The mail server is not there or does not take what is sent. It has no cause: those of the mail library hold addresses. */
public class MailUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    MailUnavailableException(String why) {
        super(why);
    }
}
