// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.authority.Authorities;
import se.malbild.access.authority.Authority;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.Chain;
import se.malbild.platform.events.EventRepository;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;

/** The demo's authority: whether it is there, and filling it. */
@Singleton
public class Demo {
    private static final String BEGUN = "DemoBegun";
    private static final String FILLED = "DemoFilled";

    private final Authorities authorities;
    private final Organisation organisation;
    private final CaseTypes types;
    private final CaseLoading loading;
    private final PartyStory parties;
    private final InboxStory inbox;
    private final ClientStory client;
    private final SecrecyStory secrecy;
    private final LoopStory loop;
    private final EventRepository events;
    private final EventWriter writer;
    private final Clock clock;
    private final int cases;

    Demo(
            Authorities authorities,
            Organisation organisation,
            CaseTypes types,
            CaseLoading loading,
            PartyStory parties,
            InboxStory inbox,
            ClientStory client,
            SecrecyStory secrecy,
            LoopStory loop,
            EventRepository events,
            EventWriter writer,
            Clock clock,
            @Value("${malbild.demo.cases:1230}") int cases) {
        this.authorities = authorities;
        this.organisation = organisation;
        this.types = types;
        this.loading = loading;
        this.parties = parties;
        this.inbox = inbox;
        this.client = client;
        this.secrecy = secrecy;
        this.loop = loop;
        this.events = events;
        this.writer = writer;
        this.clock = clock;
        this.cases = cases;
    }

    /** What an installation holds of the demo. */
    public enum State {
        /** Nothing at all: the demo may be filled. */
        EMPTY,
        /** Authorities of somebody's own, and no demo. */
        OF_OTHERS,
        /** A filling that was cut off: worth nothing. */
        HALF_FILLED,
        /** All of it. */
        FILLED
    }

    /** How it stands now. */
    public State state() {
        List<Authority> all = authorities.all();
        List<Authority> demos =
                all.stream().filter(each -> has(each.id(), BEGUN)).toList();
        if (demos.isEmpty()) {
            return all.isEmpty() ? State.EMPTY : State.OF_OTHERS;
        }
        return demos.stream().allMatch(each -> has(each.id(), FILLED)) ? State.FILLED : State.HALF_FILLED;
    }

    /** Whether anything but the demo is here: then a half-filled demo cannot be thrown away with the whole installation. */
    public boolean alone() {
        return authorities.all().stream().allMatch(each -> has(each.id(), BEGUN));
    }

    private boolean has(UUID authority, String activity) {
        return events.has(Chain.AUTHORITY, authority, authority, activity);
    }

    /**
     * Fills an empty installation, and gives the code by which each group answers the survey that is open.
     *
     * @throws IllegalStateException if it is not empty
     */
    public Map<String, String> fill(Progress progress) {
        if (state() != State.EMPTY) {
            throw new IllegalStateException("the installation is not empty");
        }
        Staff staff = organisation.make(DemoLogins.PASSWORD, authority -> record(authority, BEGUN));
        Instant now = clock.instant();
        Map<String, Setting> settings = settings(staff, now);
        progress.tell("case types", settings.size(), settings.size());
        loading.load(staff.authorityId(), new CasePlans(settings, cases, now).all(firstDay(now)), progress);
        parties.tell();
        inbox.tell(staff, now, progress);
        client.tell(now);
        secrecy.tell(staff, now, progress);
        Map<String, String> links = loop.tell(settings, progress);
        record(staff.authorityId(), FILLED);
        return links;
    }

    /** New codes to the survey that is open, since a code is shown once; the earlier ones stop working. */
    public Map<String, String> newLinks() {
        return loop.newLinks();
    }

    /** The authority took the product into use when its administration was centralised; about two years are kept at most. */
    static LocalDate firstDay(Instant now) {
        LocalDate centralised = Organisation.phases().centralised();
        LocalDate earliest = Staff.day(now).minusMonths(25);
        return centralised.isAfter(earliest) ? centralised : earliest;
    }

    Map<String, Setting> settings(Staff staff, Instant now) {
        Texts texts = TextsReader.read();
        Phases phases = Organisation.phases();
        Map<String, Setting> settings = new HashMap<>();
        for (String key : DemoFiles.CASE_TYPES) {
            CaseType type =
                    types.importPublished(staff.authorityId(), DemoFiles.text("case-types/" + key + ".json"), now);
            settings.put(key, new Setting(type, TypeFiguresReader.read(type.json()), texts, staff, phases));
        }
        return settings;
    }

    private void record(UUID authority, String activity) {
        writer.append(NewEvent.inAuthority(authority, activity, clock.instant(), Actor.system()));
    }
}
