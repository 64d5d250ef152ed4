// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import se.malbild.testing.SmtpStandIn;

/** E-mail is off until it is set up, goes over the wire as it should, and tells nothing of who gets it when it fails. */
class MailerTest {
    private static Mailer mailer(String host, int port, String from, String encryption, String link) {
        return new Mailer(host, port, "", "", from, encryption, link);
    }

    @Test
    void isOffUntilServerSenderAndAddressAreSet() {
        assertThat(mailer("", 587, "", "starttls", "").isOn()).isFalse();
        assertThat(mailer("localhost", 587, "a@exempel.example", "starttls", "").isOn())
                .isFalse();
        assertThat(mailer("localhost", 587, "", "starttls", "https://malbild.example")
                        .isOn())
                .isFalse();
        Mailer on = mailer("localhost", 587, "a@exempel.example", "tls", "https://malbild.example/");
        assertThat(on.isOn()).isTrue();
        assertThat(on.link("/survey#X")).isEqualTo("https://malbild.example/survey#X");
    }

    @Test
    void sendsOneLetterAfterAnotherAndTellsWhichIsRefused() throws Exception {
        Mailer mailer =
                mailer("127.0.0.1", SmtpStandIn.start().port(), "malbild@exempel.example", "none", "https://x.example");

        try (Mailer.Post post = mailer.open()) {
            assertThat(post.send(new Mailer.Letter("mailer.one@exempel.example", "Hälsning", "Räksmörgås\n.\nslut")))
                    .isTrue();
            assertThat(post.send(new Mailer.Letter(SmtpStandIn.REFUSED + "two@exempel.example", "Hej", "Hej")))
                    .isFalse();
            assertThat(post.send(new Mailer.Letter("mailer.three@exempel.example", "Hej", "Hej")))
                    .isTrue();
        }

        assertThat(SmtpStandIn.lettersTo("mailer.one@exempel.example")
                        .getFirst()
                        .content())
                .contains("From: malbild@exempel.example", "UTF-8", "slut");
        assertThat(SmtpStandIn.lettersTo("mailer.three@exempel.example")).hasSize(1);
    }

    @Test
    void isNotSentInTheOpenWhereItIsToBeKeptSecret() {
        Mailer mailer = mailer(
                "127.0.0.1", SmtpStandIn.start().port(), "malbild@exempel.example", "starttls", "https://x.example");

        assertThatThrownBy(() -> mailer.open().send(new Mailer.Letter("open@exempel.example", "Hej", "Hej")))
                .isInstanceOf(MailUnavailableException.class)
                .hasNoCause()
                .hasMessageNotContaining("open@exempel.example");
        assertThat(SmtpStandIn.lettersTo("open@exempel.example")).isEmpty();
    }
}
