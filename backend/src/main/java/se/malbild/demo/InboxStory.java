// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.cases.Act;
import se.malbild.cases.CaseScope;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.cases.inbox.Inbox;
import se.malbild.cases.inbox.InboxItem;
import se.malbild.platform.events.Actor;
import tools.jackson.databind.JsonNode;

/** What lies in the demo's inbox this morning ({@code inbox.json}): by every way in, some of it too old, one thing sent twice. */
@Singleton
class InboxStory {
    /** Ways by which things come in by themselves, without anybody entering them. */
    private static final java.util.Set<Channel> BY_THEMSELVES =
            java.util.EnumSet.of(Channel.ESERVICE, Channel.EMAIL, Channel.API);

    private final Inbox inbox;

    InboxStory(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Fills it as it stands at {@code now}. */
    void tell(Staff staff, Instant now, Progress progress) {
        Member registrar = staff.registry(Staff.day(now)).getFirst();
        CaseScope scope = CaseScope.ofWholeAuthority(staff.authorityId());
        JsonNode items = DemoFiles.json("inbox.json").path("items");
        items.valueStream().forEach(item -> {
            Channel channel = Channel.of(item.path("channel").asString());
            Act by = BY_THEMSELVES.contains(channel)
                    ? new Act(Actor.system(), registrar.userId(), now)
                    : Staff.act(registrar, now);
            inbox.receive(scope, by, wanted(item, channel, receivedAt(item, now)));
        });
        progress.tell("inbox items", items.size(), items.size());
    }

    private static Inbox.Wanted wanted(JsonNode item, Channel channel, Instant receivedAt) {
        JsonNode form = item.path("form");
        return new Inbox.Wanted(
                channel,
                receivedAt,
                item.path("letterbox").asBoolean(false),
                null,
                null,
                (UUID) null,
                new InboxItem.Content(
                        text(item, "sender"),
                        text(item, "senderKind"),
                        item.path("subject").asString(),
                        text(item, "text"),
                        text(item, "property"),
                        text(item, "type"),
                        form.isObject() ? form.toString() : null));
    }

    /** Some workdays ago at a time of day, or some minutes ago; never ahead of now. */
    private static Instant receivedAt(JsonNode item, Instant now) {
        if (item.has("minutesAgo")) {
            return now.minusSeconds(60L * item.path("minutesAgo").asInt());
        }
        LocalDate day = Staff.day(now);
        for (int left = item.path("workdaysAgo").asInt(); left > 0; left--) {
            day = SwedishCalendar.workdayBefore(day);
        }
        Instant at = day.atTime(LocalTime.parse(item.path("time").asString()))
                .atZone(Units.STOCKHOLM)
                .toInstant();
        return at.isAfter(now) ? now.minusSeconds(60) : at;
    }

    private static @Nullable String text(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isString() ? value.asString() : null;
    }
}
