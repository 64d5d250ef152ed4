// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

/** What stands beside the operations under {@code /api}: the reference pages and the contract itself. Open to all. */
final class OpenPages {
    private OpenPages() {}

    static boolean isOne(String path) {
        return path.equals("/api/v1/docs") || path.startsWith("/api/v1/docs/") || path.equals("/api/v1/openapi.json");
    }
}
