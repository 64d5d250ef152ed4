// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.client.Clients;
import se.malbild.access.permission.Callers;
import se.malbild.api.ExchangeClientWebhooksApi;
import se.malbild.api.model.ClientWebhookList;

/** How the webhooks of clients fare, for those who administer them. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class ExchangeClientWebhooksController implements ExchangeClientWebhooksApi {
    private static final int MOST = 1000;

    private final WebhookRepository webhooks;
    private final Clients clients;
    private final Callers callers;

    ExchangeClientWebhooksController(WebhookRepository webhooks, Clients clients, Callers callers) {
        this.webhooks = webhooks;
        this.clients = clients;
        this.callers = callers;
    }

    @Override
    public HttpResponse<ClientWebhookList> listClientWebhooks(@Nullable UUID clientId) {
        UUID authority = callers.require().authorityId();
        Map<UUID, String> names = new HashMap<>();
        return HttpResponse.ok(new ClientWebhookList(webhooks.fares(authority, clientId, MOST).stream()
                .map(fare -> WebhookMapper.fare(
                        fare,
                        names.computeIfAbsent(
                                fare.webhook().clientId(),
                                id -> clients.get(authority, id).name())))
                .toList()));
    }
}
