// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import se.malbild.access.authority.Authorities;
import se.malbild.platform.problem.ProblemException;

/** {@code authority add NAME CODE SIGN-IN-NAME}: makes an authority and its first administrator. */
final class AuthorityCommand {
    private AuthorityCommand() {}

    static int run(String[] arguments) throws IOException {
        if (arguments.length != 4 || !arguments[0].equals("add") || !arguments[2].matches("[A-ZÅÄÖ0-9-]{1,20}")) {
            System.err.println("Usage: ./malbild authority add NAME CODE SIGN-IN-NAME   (CODE: capitals and digits)");
            return 2;
        }
        try (Installation installation = Installation.open(Installation.dataDirectory());
                ApplicationContext beans = installation.beans()) {
            Authorities.Added added =
                    beans.getBean(Authorities.class).add(arguments[1], null, arguments[2], arguments[3]);
            System.out.printf(
                    "Added %s. First sign-in: name %s, one-time password %s%n",
                    arguments[1], arguments[3], added.oneTimePassword());
            return 0;
        } catch (ProblemException | IllegalStateException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }
}
