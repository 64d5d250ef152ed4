// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Stands in for ClamAV's daemon and speaks its protocol (clamd(8), INSTREAM): finds the EICAR test string, and fails on a file that asks
 * for it, as the daemon does over its size limit.
 */
public final class ClamdStandIn {
    /** The string every scanner takes for malware, in two halves so that none takes this file for it. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /** A file with this in it cannot be scanned. */
    public static final String UNSCANNABLE = "stream that the stand-in refuses";

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door;

    private ClamdStandIn(ServerSocket door) {
        this.door = door;
    }

    /** Starts one on a port of its own. */
    public static ClamdStandIn start() {
        try {
            ClamdStandIn made = new ClamdStandIn(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(made::serve);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the setting wants it. */
    public String address() {
        return "127.0.0.1:" + door.getLocalPort();
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
                DataInputStream in = new DataInputStream(caller.getInputStream())) {
            String said = Arrays.equals(in.readNBytes(COMMAND.length), COMMAND) ? judge(stream(in)) : "UNKNOWN COMMAND";
            caller.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String stream(DataInputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            all.write(in.readNBytes(length));
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static String judge(String content) {
        if (content.contains(UNSCANNABLE)) {
            return "INSTREAM size limit exceeded. ERROR";
        }
        return content.contains(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }
}
