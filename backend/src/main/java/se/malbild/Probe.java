// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the service whether it is well: exit 0 when it is, 1 when not. For a container's health check, which brings no other tool. */
public final class Probe {
    private static final int LIMIT_MILLIS = 4_000;

    private Probe() {}

    /** {@code arguments[0]} is the address to ask. */
    public static void main(String[] arguments) {
        System.exit(isWell(arguments[0]) ? 0 : 1);
    }

    static boolean isWell(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notWell) {
            return false;
        }
    }
}
