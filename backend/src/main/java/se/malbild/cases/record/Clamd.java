// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Speaks with ClamAV's daemon: command INSTREAM of clamd(8), each chunk preceded by its length as four bytes, a zero length at the end.
 * One connection for each file.
 */
final class Clamd {
    private static final int CHUNK = 1 << 16;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 120_000;
    private static final int LONGEST_ANSWER = 4_096;

    private final InetSocketAddress address;

    Clamd(String host, int port) {
        this.address = InetSocketAddress.createUnresolved(host, port);
    }

    /**
     * Whether something bad was found.
     *
     * @throws IOException when the daemon is away, does not answer or could not scan
     */
    boolean finds(InputStream content) throws IOException {
        String answer = ask(content);
        if (answer.endsWith(" FOUND")) {
            return true;
        }
        if (answer.equals("stream: OK")) {
            return false;
        }
        throw new IOException("clamd could not scan: " + answer);
    }

    private String ask(InputStream content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK + 4));
            try {
                out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
                byte[] chunk = new byte[CHUNK];
                for (int read = content.read(chunk); read > 0; read = content.read(chunk)) {
                    out.writeInt(read);
                    out.write(chunk, 0, read);
                }
                out.writeInt(0);
                out.flush();
            } catch (IOException cutOff) {
                // Over its size limit the daemon answers and hangs up while we still send; the answer says more than
                // the broken pipe.
                String said = answer(socket);
                throw said.isEmpty() ? cutOff : new IOException("clamd could not scan: " + said, cutOff);
            }
            return answer(socket);
        }
    }

    private static String answer(Socket socket) throws IOException {
        byte[] said = socket.getInputStream().readNBytes(LONGEST_ANSWER);
        return new String(said, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
}
