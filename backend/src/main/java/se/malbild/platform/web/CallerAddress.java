// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;

/**
 * The address a request came from, for counting wrong tries. Behind a web server every connection comes from that server; it then tells the
 * caller's address in a header, which is only believed where the operator has said so ({@code MALBILD_CLIENT_ADDRESS_HEADER}).
 */
@Singleton
public class CallerAddress {
    private static final int LONGEST = 64;

    private final String header;

    CallerAddress(@Value("${malbild.client-address-header:}") String header) {
        this.header = header;
    }

    /** Address of the request being handled, or {@code unknown}. */
    public String ofThisRequest() {
        return ServerRequestContext.currentRequest()
                .map((HttpRequest<?> request) -> of(request))
                .orElse("unknown");
    }

    String of(HttpRequest<?> request) {
        String told = header.isEmpty() ? null : request.getHeaders().get(header);
        if (told != null && !told.isBlank() && told.length() <= LONGEST) {
            return told.strip();
        }
        InetAddress address = request.getRemoteAddress().getAddress();
        return address == null ? "unknown" : address.getHostAddress();
    }
}
