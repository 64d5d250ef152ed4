// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import jakarta.inject.Singleton;
import java.util.Optional;
import se.malbild.access.client.ClientCaller;
import se.malbild.access.client.Clients;
import se.malbild.exchange.status.CaseStatuses;
import se.malbild.exchange.submission.Submissions;

/** Whether the subscriber may read what a message tells of: the subscriber as it is now, not as it was when it happened. */
@Singleton
class ReadRight {
    /** The scope without which nothing is sent. */
    static final String MANAGE = "webhook:manage";

    private final Clients clients;
    private final Submissions submissions;
    private final CaseStatuses statuses;

    ReadRight(Clients clients, Submissions submissions, CaseStatuses statuses) {
        this.clients = clients;
        this.submissions = submissions;
        this.statuses = statuses;
    }

    boolean holdsNow(Webhook webhook, Message message) {
        Optional<ClientCaller> client = clients.now(webhook.clientId()).filter(each -> each.may(MANAGE));
        return client.isPresent()
                && switch (message.kind()) {
                    case SUBMISSION_REGISTERED -> submissions.mayRead(client.get(), message.resourceId());
                    case CASE_STATUS_CHANGED ->
                        statuses.find(client.get(), message.resourceId()).isPresent();
                };
    }
}
