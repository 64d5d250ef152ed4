// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import se.malbild.access.permission.Callers;
import se.malbild.api.ExchangeWebhooksApi;
import se.malbild.api.model.NewWebhook;
import se.malbild.api.model.NewWebhookKey;
import se.malbild.api.model.WebhookList;
import se.malbild.api.model.WebhookReplay;
import se.malbild.api.model.WebhookReplayed;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** Where clients are told of news. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class ExchangeWebhooksController implements ExchangeWebhooksApi {
    private final Webhooks webhooks;
    private final Callers callers;

    ExchangeWebhooksController(Webhooks webhooks, Callers callers) {
        this.webhooks = webhooks;
        this.callers = callers;
    }

    @Override
    public HttpResponse<WebhookList> listWebhooks() {
        return HttpResponse.ok(new WebhookList(webhooks.list(callers.requireClient()).stream()
                .map(WebhookMapper::webhook)
                .toList()));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Webhook> createWebhook(String idempotencyKey, NewWebhook wanted) {
        Webhooks.Shown made = webhooks.create(
                callers.requireClient(),
                wanted.getUrl(),
                wanted.getEventTypes(),
                WebhookMapper.algorithm(wanted.getAlgorithm()));
        return HttpResponse.created(WebhookMapper.webhook(made))
                .header("ETag", Versions.etag(made.webhook().version()))
                .header("Location", "/api/v1/webhooks/" + made.webhook().id());
    }

    @Override
    public HttpResponse<se.malbild.api.model.Webhook> getWebhook(UUID webhookId) {
        return answer(webhooks.get(callers.requireClient(), webhookId));
    }

    @Override
    public HttpResponse<Void> deleteWebhook(UUID webhookId, String ifMatch) {
        webhooks.delete(callers.requireClient(), webhookId, Versions.expected(ifMatch));
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<se.malbild.api.model.Webhook> activateWebhook(
            UUID webhookId, String idempotencyKey, String ifMatch) {
        return answer(webhooks.activate(callers.requireClient(), webhookId, Versions.expected(ifMatch)));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Webhook> rotateWebhookKey(
            UUID webhookId, String idempotencyKey, String ifMatch, NewWebhookKey wanted) {
        Webhooks.Shown changed = webhooks.rotate(
                callers.requireClient(),
                webhookId,
                Versions.expected(ifMatch),
                WebhookMapper.algorithm(wanted.getAlgorithm()));
        return HttpResponse.created(WebhookMapper.webhook(changed))
                .header("ETag", Versions.etag(changed.webhook().version()));
    }

    @Override
    public HttpResponse<WebhookReplayed> replayWebhook(
            UUID webhookId, String idempotencyKey, String ifMatch, WebhookReplay wanted) {
        int queued = webhooks.replay(
                callers.requireClient(),
                webhookId,
                Versions.expected(ifMatch),
                wanted.getSince().toInstant(),
                wanted.getUntil() == null ? null : wanted.getUntil().toInstant());
        return HttpResponse.<WebhookReplayed>accepted().body(new WebhookReplayed(queued));
    }

    private static HttpResponse<se.malbild.api.model.Webhook> answer(Webhooks.Shown shown) {
        return HttpResponse.ok(WebhookMapper.webhook(shown))
                .header("ETag", Versions.etag(shown.webhook().version()));
    }
}
