// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for a mail server and speaks SMTP (RFC 5321) over the wire: keeps what it is handed, and refuses receivers that ask for it. */
public final class SmtpStandIn {
    /** A receiver whose address begins so is refused. */
    public static final String REFUSED = "refused.";

    private static final List<Letter> LETTERS = new CopyOnWriteArrayList<>();

    private final ServerSocket door;

    private SmtpStandIn(ServerSocket door) {
        this.door = door;
    }

    /** A letter as it was handed over. */
    public record Letter(String to, String content) {}

    /** Starts one on a port of its own. */
    public static SmtpStandIn start() {
        try {
            SmtpStandIn made = new SmtpStandIn(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(made::serve);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return door.getLocalPort();
    }

    /** Letters to an address, oldest first. */
    public static List<Letter> lettersTo(String address) {
        return LETTERS.stream()
                .filter(each -> each.to().equalsIgnoreCase(address))
                .toList();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(Socket caller) {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = caller.getOutputStream();
            say(out, "220 stand-in");
            List<String> receivers = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT TO:")) {
                    String to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    if (to.startsWith(REFUSED)) {
                        say(out, "550 no such person");
                    } else {
                        receivers.add(to);
                        say(out, "250 ok");
                    }
                } else if (command.equals("DATA")) {
                    say(out, "354 go on");
                    String content = content(in);
                    receivers.forEach(to -> LETTERS.add(new Letter(to, content)));
                    receivers.clear();
                    say(out, "250 kept");
                } else if (command.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            all.append(line).append('\n');
        }
        return all.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
