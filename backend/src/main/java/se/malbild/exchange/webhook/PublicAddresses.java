// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses a message may be sent to: those of the public internet, never what only we can reach (server-side request forgery). By
 * the special-purpose registries of IANA (RFC 6890 and its followers).
 */
final class PublicAddresses {
    private static final List<Range> CLOSED_4 = List.of(
            range("0.0.0.0", 8),
            range("10.0.0.0", 8),
            range("100.64.0.0", 10),
            range("127.0.0.0", 8),
            range("169.254.0.0", 16),
            range("172.16.0.0", 12),
            range("192.0.0.0", 24),
            range("192.0.2.0", 24),
            range("192.88.99.0", 24),
            range("192.168.0.0", 16),
            range("198.18.0.0", 15),
            range("198.51.100.0", 24),
            range("203.0.113.0", 24),
            range("224.0.0.0", 3));
    /** All that is given out to the public; what is closed within it stands below. */
    private static final Range OPEN_6 = range("2000::", 3);

    private static final List<Range> CLOSED_6 =
            List.of(range("2001::", 23), range("2001:db8::", 32), range("3fff::", 20));
    /** Those that hold an IPv4 address: 6to4. */
    private static final Range SIX_TO_FOUR = range("2002::", 16);

    private PublicAddresses() {}

    private record Range(byte[] start, int bits) {
        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Range range(String start, int bits) {
        try {
            return new Range(InetAddress.getByName(start).getAddress(), bits);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is an address of the public internet. */
    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> CLOSED_4.stream().noneMatch(range -> range.holds(four.getAddress()));
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic6(byte[] address) {
        if (SIX_TO_FOUR.holds(address)) {
            return isPublic4(Arrays.copyOfRange(address, 2, 6));
        }
        return OPEN_6.holds(address) && CLOSED_6.stream().noneMatch(range -> range.holds(address));
    }

    private static boolean isPublic4(byte[] address) {
        return CLOSED_4.stream().noneMatch(range -> range.holds(address));
    }
}
