// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a client can be told of. */
enum NewsKind {
    /** Something the client handed in has become a case; tells of the submission. */
    SUBMISSION_REGISTERED("submission.registered", "/api/v1/submissions/%s"),
    /** The status of a case the client may follow is another than before; tells of the status. */
    CASE_STATUS_CHANGED("case.status_changed", "/api/v1/cases/%s/status");

    private final String code;
    private final String path;

    NewsKind(String code, String path) {
        this.code = code;
        this.path = path;
    }

    /** As in the contract and the messages. */
    String code() {
        return code;
    }

    /** Where the thing it tells of is read. */
    String pathOf(UUID resourceId) {
        return path.formatted(resourceId);
    }

    static Optional<NewsKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    static NewsKind of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException(code));
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(NewsKind::code).toList();
    }
}
