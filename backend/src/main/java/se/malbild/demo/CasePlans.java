// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import se.malbild.access.unit.Units;
import se.malbild.cases.deadline.SwedishCalendar;

/** Which cases the demo has: how many of each type, when they came, and how far they have come by now. */
final class CasePlans {
    /** Small types get more than their share of the volume, so that each can be read on its own. */
    private static final double EVENED_OUT = 0.42;

    private final Map<String, Setting> settings;
    private final int cases;
    private final Instant now;

    /** @param cases how many in all, about */
    CasePlans(Map<String, Setting> settings, int cases, Instant now) {
        this.settings = settings;
        this.cases = cases;
        this.now = now;
    }

    /** Everything registered by now, in the order of registration. */
    List<CasePlan> all(LocalDate from) {
        double whole = settings.values().stream().mapToDouble(CasePlans::weight).sum();
        List<CasePlan> plans = new ArrayList<>();
        settings.values().stream()
                .sorted(Comparator.comparing(setting -> setting.type().key()))
                .forEach(setting -> {
                    int count = (int) Math.round(cases * weight(setting) / whole);
                    for (int i = 0; i < count; i++) {
                        Chance chance = Chance.of(setting.type().key(), i);
                        plans.add(
                                new CaseFlow(setting, chance, 1, null).from(received(setting.figures(), chance, from)));
                    }
                });
        plans.addAll(new LoginCases(settings, now).all());
        return plans.stream()
                .filter(plan -> !plan.registered().at().isAfter(now))
                .map(plan -> plan.until(now))
                .sorted(Comparator.comparing(plan -> plan.registered().at()))
                .toList();
    }

    private static double weight(Setting setting) {
        return Math.pow(setting.figures().yearlyVolume(), EVENED_OUT);
    }

    /** A day by the months' weights, and an hour: most come on workdays in office hours. */
    private Instant received(TypeFigures figures, Chance chance, LocalDate from) {
        LocalDate today = Staff.day(now);
        double heaviest =
                figures.months().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        LocalDate day;
        do {
            day = from.plusDays(chance.below((int) (today.toEpochDay() - from.toEpochDay()) + 1));
        } while (chance.between(0, heaviest) > figures.months().get(day.getMonthValue() - 1)
                || !SwedishCalendar.isWorkday(day) && chance.percent(80));
        double hour = chance.percent(15) ? chance.between(17, 23) : chance.between(7, 16);
        return day.atStartOfDay(Units.STOCKHOLM).toInstant().plusSeconds((long) (hour * 3600));
    }
}
