// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import se.malbild.access.unit.Units;
import se.malbild.cases.CaseHistory;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.Wait;
import se.malbild.cases.deadline.SwedishCalendar;

/** Cases placed so that the officer and the decision maker one signs in as have something overdue, something due soon and something new. */
final class LoginCases {
    private static final String TYPE = "vattenverksamhet-anmalan";
    private static final int TRIES = 400;

    /**
     * A case that now stands at an act.
     *
     * @param daysAgo how long ago it came in; with the type's deadlines this decides what is due when
     * @param last the act it has come to
     * @param more what has happened in it since
     */
    private record Place(int daysAgo, Predicate<CaseHistory.Step> last, LawInWork more) {
        Place(int daysAgo, Predicate<CaseHistory.Step> last) {
            this(daysAgo, last, LawInWork.NOTHING);
        }
    }

    private static final List<Place> PLACES = List.of(
            new Place(75, step -> step instanceof CaseHistory.WaitBegun begun && begun.kind() == Wait.SUPPLEMENT),
            new Place(
                    61,
                    step -> step instanceof CaseHistory.RecordAdded added
                            && added.record().direction() == CaseRecord.Direction.OUT),
            new Place(55, step -> step instanceof CaseHistory.WaitBegun begun && begun.kind() == Wait.REFERRAL),
            new Place(54, step -> step instanceof CaseHistory.WaitEnded ended && ended.kind() == Wait.REFERRAL),
            new Place(53, step -> step instanceof CaseHistory.WaitEnded ended && ended.kind() == Wait.SUPPLEMENT),
            new Place(
                    51,
                    step -> step instanceof CaseHistory.Proposed proposed
                            && proposed.content().decisionTypeKey().equals("impact")),
            new Place(
                    66,
                    step -> step instanceof CaseHistory.Proposed proposed
                            && proposed.content().decisionTypeKey().equals("final")),
            new Place(64, step -> step instanceof CaseHistory.Signed),
            new Place(40, step -> step instanceof CaseHistory.WaitBegun begun && begun.kind() == Wait.COMMUNICATION),
            new Place(30, step -> step instanceof CaseHistory.WaitBegun begun && begun.kind() == Wait.SUPPLEMENT),
            new Place(
                    12,
                    step -> step instanceof CaseHistory.RecordAdded added
                            && added.record().direction() == CaseRecord.Direction.OUT),
            new Place(5, step -> step instanceof CaseHistory.Assigned),
            new Place(
                    47,
                    step -> step instanceof CaseHistory.WaitEnded ended && ended.kind() == Wait.SUPPLEMENT,
                    LawInWork.REFERRED_TO_FIVE),
            new Place(
                    33,
                    step -> step instanceof CaseHistory.RecordAdded added
                            && added.record().direction() == CaseRecord.Direction.OUT,
                    LawInWork.ENJOINED),
            new Place(
                    45,
                    step -> step instanceof CaseHistory.WaitEnded ended && ended.kind() == Wait.SUPPLEMENT,
                    LawInWork.ONE_OF_TWO_HEARD),
            new Place(
                    28,
                    step -> step instanceof CaseHistory.RecordAdded added
                            && added.record().direction() == CaseRecord.Direction.OUT,
                    LawInWork.CONFLICT_DECLARED));

    private final Map<String, Setting> settings;
    private final Instant now;

    LoginCases(Map<String, Setting> settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    List<CasePlan> all() {
        Setting setting = Objects.requireNonNull(settings.get(TYPE));
        UUID officer = Objects.requireNonNull(setting.staff().byUserName().get(DemoLogins.OFFICER));
        List<CasePlan> plans = new ArrayList<>();
        for (int i = 0; i < PLACES.size(); i++) {
            plans.add(plan(setting, officer, PLACES.get(i), i));
        }
        return plans;
    }

    /** Tells stories until one has come to the wanted act by now, quicker ones each time. */
    private CasePlan plan(Setting setting, UUID officer, Place place, int number) {
        LocalDate day = SwedishCalendar.workdayOnOrAfter(Staff.day(now).minusDays(place.daysAgo()));
        Instant received = day.atTime(8, 20 + number).atZone(Units.STOCKHOLM).toInstant();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Chance chance = Chance.of("login", number, attempt);
            CasePlan whole = new CaseFlow(setting, chance, 1 - 0.95 * attempt / TRIES, officer).from(received);
            CasePlan soFar = whole.until(now);
            for (int i = 0; i < soFar.steps().size(); i++) {
                if (place.last().test(soFar.steps().get(i)) && isHers(soFar, i, officer)) {
                    return place.more().after(soFar.first(i + 1), setting, now);
                }
            }
        }
        throw new IllegalStateException("no story of case " + number + " comes so far");
    }

    private static boolean isHers(CasePlan plan, int upTo, UUID officer) {
        return plan.steps().subList(0, upTo + 1).stream()
                .filter(CaseHistory.Assigned.class::isInstance)
                .allMatch(step -> officer.equals(((CaseHistory.Assigned) step).officerId()));
    }
}
