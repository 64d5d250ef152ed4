// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.util.List;
import se.malbild.access.authority.Authorities;
import se.malbild.access.authority.Authority;
import se.malbild.cases.register.NumberCheck;
import se.malbild.cases.register.NumberChecking;

/** {@code register check}: looks for holes in every series of numbers; exit 0 when there are none, 1 when there are. */
final class RegisterCommand {
    private RegisterCommand() {}

    static int run(String[] arguments) throws IOException {
        if (arguments.length != 1 || !arguments[0].equals("check")) {
            System.err.println("Usage: ./malbild register check");
            return 2;
        }
        try (Installation installation = Installation.open(Installation.dataDirectory());
                ApplicationContext beans = installation.beans()) {
            boolean sound = true;
            for (Authority authority : beans.getBean(Authorities.class).all()) {
                List<NumberCheck> checks =
                        beans.getBean(NumberChecking.class).check(authority.id(), NumberCheck.Cause.ASKED);
                checks.forEach(check -> tell(authority, check));
                sound &= checks.stream().allMatch(NumberCheck::sound);
            }
            System.out.println(sound ? "no holes" : "holes found");
            return sound ? 0 : 1;
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static void tell(Authority authority, NumberCheck check) {
        System.out.printf(
                "%s, series %s of %d: %d cases, highest serial %d, %d holes %s%s%n",
                authority.nameSv(),
                check.seriesKey(),
                check.year(),
                check.caseCount(),
                check.highestSerial(),
                check.holeCount(),
                check.holes(),
                check.repaired() ? ", next serial raised" : "");
    }
}
