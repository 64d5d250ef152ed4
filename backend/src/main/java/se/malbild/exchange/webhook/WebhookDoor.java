// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The only way out of the service to an address somebody else has chosen. HTTPS only, never by a proxy, no redirect is followed, and the
 * connection is made to the very address that was checked after the name was looked up: a name that means something else a moment later
 * gains nothing. Of the answer only its status is read. Thread-safe.
 */
@Singleton
class WebhookDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int LONGEST_LINE = 4096;

    private final Names names;
    private final Duration patience;
    private final boolean anywhere;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-watch").factory());

    /** Looks a name up. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** What a try met with: the status of an answer, or in words why there was none. */
    record Met(int status, String words) {
        boolean arrived() {
            return status >= 200 && status < 300;
        }

        boolean gone() {
            return status == 410;
        }
    }

    @Inject
    WebhookDoor(@Value("${malbild.webhooks.unsafe-allow-http-and-loopback-for-tests-only:false}") boolean anywhere) {
        this(InetAddress::getAllByName, PATIENCE, anywhere);
    }

    WebhookDoor(Names names, Duration patience, boolean anywhere) {
        this.names = names;
        this.patience = patience;
        this.anywhere = anywhere;
    }

    /** Whether it is an address of a form that is sent to at all; what its name means is checked each time something is sent. */
    boolean takes(URI address) {
        String host = address.getHost();
        boolean secure = "https".equalsIgnoreCase(address.getScheme())
                || anywhere && "http".equalsIgnoreCase(address.getScheme());
        return secure
                && host != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && (anywhere || !isLiteral(host) || isPublicLiteral(host));
    }

    /** Numbers and colons, in whatever notation, are looked up without asking anybody. */
    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+|0[xX].*") || host.equalsIgnoreCase("localhost");
    }

    private boolean isPublicLiteral(String host) {
        try {
            return List.of(names.of(bare(host))).stream().allMatch(PublicAddresses::isPublic);
        } catch (UnknownHostException unreadable) {
            return false;
        }
    }

    /** Posts the body; never throws for what the other side does. */
    Met post(URI address, Map<String, String> headers, String body) {
        if (!takes(address)) {
            return new Met(0, "not an address that is sent to");
        }
        InetAddress to;
        try {
            InetAddress[] found = names.of(bare(address.getHost()));
            // One closed address among open ones is enough: the name is not to be trusted.
            if (!anywhere && !List.of(found).stream().allMatch(PublicAddresses::isPublic)) {
                return new Met(0, "the name leads to an address that is not public");
            }
            to = found[0];
        } catch (UnknownHostException unknown) {
            return new Met(0, "the name is not known");
        }
        try {
            return send(to, address, headers, body);
        } catch (SocketTimeoutException slow) {
            return new Met(0, "no answer in time");
        } catch (SSLException untrusted) {
            return new Met(0, "the certificate or the encryption is not accepted");
        } catch (IOException broken) {
            return new Met(0, "no connection, or it broke");
        }
    }

    private Met send(InetAddress to, URI address, Map<String, String> headers, String body) throws IOException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : secure ? HTTPS : HTTP;
        int millis = (int) patience.toMillis();
        try (Socket plain = new Socket(java.net.Proxy.NO_PROXY)) {
            // Told before the socket is closed: who reads from it wakes up while the closing is still under way.
            AtomicBoolean timeIsUp = new AtomicBoolean();
            ScheduledFuture<?> end = watch.schedule(
                    () -> {
                        timeIsUp.set(true);
                        close(plain);
                    },
                    millis,
                    TimeUnit.MILLISECONDS);
            try {
                plain.connect(new InetSocketAddress(to, port), millis);
                plain.setSoTimeout(millis);
                Socket through = secure ? secured(plain, bare(address.getHost()), port) : plain;
                through.getOutputStream().write(request(address, headers, body));
                through.getOutputStream().flush();
                return new Met(status(through.getInputStream()), "");
            } catch (IOException broken) {
                if (timeIsUp.get()) {
                    throw new SocketTimeoutException("over all");
                }
                throw broken;
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // It is closed, which was the point.
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket secured =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (!isLiteral(host) && host.indexOf(':') < 0) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static byte[] request(URI address, Map<String, String> headers, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        StringBuilder head =
                new StringBuilder("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(address.getRawAuthority()).append("\r\n");
        head.append("User-Agent: Malbild\r\nConnection: close\r\nContent-Type: application/json\r\n");
        head.append("Content-Length: ").append(content.length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        whole.write(content);
        return whole.toByteArray();
    }

    /** The status of the first line; answers of the kind "go on" are passed over. */
    private static int status(InputStream in) throws IOException {
        for (int i = 0; i < 5; i++) {
            String line = line(in);
            if (!line.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
                throw new IOException("no HTTP");
            }
            int status = Integer.parseInt(line.substring(9, 12));
            if (status >= 200) {
                return status;
            }
            while (!line(in).isEmpty()) {
                // headers of an answer that is not the last
            }
        }
        throw new IOException("no last answer");
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new IOException("no line");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
