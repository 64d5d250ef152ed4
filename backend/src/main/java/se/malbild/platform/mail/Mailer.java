// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.mail;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * Sends plain e-mail by the authority's own server. Nothing of a letter or its receiver is logged, nor stands in what is thrown.
 *
 * <p>Safe to share between threads.
 */
@Singleton
public class Mailer {
    private static final String PATIENCE_MILLIS = "10000";

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final String from;
    private final Encryption encryption;
    private final String linkAddress;

    /** How the way to the server is kept secret. */
    enum Encryption {
        /** Begun in the open and made secret before anything is said (the usual port 587); refused where the server cannot. */
        STARTTLS,
        /** Secret from the first byte (port 465). */
        TLS,
        /** Not at all: a server on the same machine. */
        NONE
    }

    Mailer(
            @Value("${malbild.mail.host:}") String host,
            @Value("${malbild.mail.port:587}") int port,
            @Value("${malbild.mail.user:}") String user,
            @Value("${malbild.mail.password:}") String password,
            @Value("${malbild.mail.from:}") String from,
            @Value("${malbild.mail.encryption:starttls}") String encryption,
            @Value("${malbild.mail.link-address:}") String linkAddress) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.from = from;
        this.linkAddress = linkAddress.replaceAll("/+$", "");
        this.encryption = Encryption.valueOf(encryption.toUpperCase(Locale.ROOT));
    }

    /** Whether there is a server to send by, and an address that links can lead to. */
    public boolean isOn() {
        return !host.isBlank() && !from.isBlank() && !linkAddress.isBlank();
    }

    /** A page of the installation as a link in a letter: by the address that is set, never by one that a request names. */
    public String link(String path) {
        return linkAddress + path;
    }

    /** A letter. */
    public record Letter(String to, String subject, String text) {}

    /** A connection that letters are sent over, one after another. Used by one thread. */
    public final class Post implements AutoCloseable {
        private final Session session;
        private final Transport transport;

        private Post() throws MailUnavailableException {
            session = Session.getInstance(properties());
            try {
                transport = session.getTransport();
                transport.connect(host, port, user.isBlank() ? null : user, user.isBlank() ? null : password);
            } catch (MessagingException e) {
                throw new MailUnavailableException("the mail server cannot be reached or does not let us in");
            }
        }

        /**
         * Sends a letter.
         *
         * @return false when the server does not take that address
         */
        public boolean send(Letter letter) throws MailUnavailableException {
            try {
                MimeMessage message = new MimeMessage(session);
                message.setFrom(new InternetAddress(from, true));
                message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
                message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
                message.setText(letter.text(), StandardCharsets.UTF_8.name());
                message.setHeader("Auto-Submitted", "auto-generated");
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
                return true;
            } catch (SendFailedException e) {
                return false;
            } catch (MessagingException e) {
                throw new MailUnavailableException("the mail server broke off");
            }
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // What was to be sent is sent.
            }
        }
    }

    /** Opens a connection. */
    public Post open() throws MailUnavailableException {
        return new Post();
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", encryption == Encryption.TLS ? "smtps" : "smtp");
        for (String protocol : new String[] {"smtp", "smtps"}) {
            properties.setProperty("mail." + protocol + ".auth", String.valueOf(!user.isBlank()));
            properties.setProperty("mail." + protocol + ".connectiontimeout", PATIENCE_MILLIS);
            properties.setProperty("mail." + protocol + ".timeout", PATIENCE_MILLIS);
            properties.setProperty("mail." + protocol + ".writetimeout", PATIENCE_MILLIS);
            properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        if (encryption == Encryption.STARTTLS) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        return properties;
    }
}
