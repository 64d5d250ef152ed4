// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Users;
import se.malbild.platform.problem.ProblemException;

/**
 * {@code role give SIGN-IN-NAME ROLE UNIT-CODE [FIRST-DAY [LAST-DAY]] [--buyer SIGN-IN-NAME]}: gives a role without a second person. The first ones come so, for
 * where nobody yet holds a role there is nobody to approve one.
 */
final class RoleCommand {
    private static final String BUYER = "--buyer";

    private RoleCommand() {}

    static int run(String[] given) throws IOException {
        boolean bought = given.length > 2 && given[given.length - 2].equals(BUYER);
        String buyer = bought ? given[given.length - 1] : null;
        String[] arguments = bought ? Arrays.copyOf(given, given.length - 2) : given;
        if (arguments.length < 4 || arguments.length > 6 || !arguments[0].equals("give")) {
            return usage(
                    "Usage: ./malbild role give SIGN-IN-NAME ROLE UNIT-CODE [FIRST-DAY [LAST-DAY]] [--buyer SIGN-IN-NAME]");
        }
        Role role;
        LocalDate from;
        LocalDate to;
        try {
            role = Role.of(arguments[2]);
            LocalDate first = day(arguments, 4);
            from = first == null ? LocalDate.now(Units.STOCKHOLM) : first;
            to = day(arguments, 5);
        } catch (IllegalArgumentException e) {
            return usage("Unknown role %s. One of: %s".formatted(arguments[2], Role.codes()));
        } catch (DateTimeParseException e) {
            return usage("Not a day: %s. Write it as 2026-11-25.".formatted(e.getParsedString()));
        }
        try (Installation installation = Installation.open(Installation.dataDirectory());
                ApplicationContext beans = installation.beans()) {
            beans.getBean(Users.class).giveByOperator(arguments[1], role, arguments[3], from, to, buyer);
            System.out.printf("%s is %s in %s from %s.%n", arguments[1], role.code(), arguments[3], from);
            return 0;
        } catch (ProblemException | IllegalStateException e) {
            return usage(why(e));
        }
    }

    /** All that is wrong, in words. */
    private static @Nullable String why(RuntimeException e) {
        return e instanceof ProblemException refused && !refused.faults().isEmpty()
                ? refused.faults().stream().map(fault -> fault.message().en()).collect(Collectors.joining("\n"))
                : e.getMessage();
    }

    private static @Nullable LocalDate day(String[] arguments, int at) {
        return arguments.length > at ? LocalDate.parse(arguments[at]) : null;
    }

    private static int usage(@Nullable String why) {
        System.err.println(why);
        return 2;
    }
}
