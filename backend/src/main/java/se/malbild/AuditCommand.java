// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import se.malbild.platform.events.AuditVerifier;

/** {@code audit verify}: reads every event and checks that the chains are unbroken; exit 0 when they are, 1 when not. */
final class AuditCommand {
    private AuditCommand() {}

    static int run(String[] arguments) throws IOException {
        if (arguments.length != 1 || !arguments[0].equals("verify")) {
            System.err.println("Usage: ./malbild audit verify");
            return 2;
        }
        try (Installation installation = Installation.open(Installation.dataDirectory());
                ApplicationContext beans = installation.beans()) {
            AuditVerifier.Report report = beans.getBean(AuditVerifier.class).verify();
            report.faults().forEach(System.out::println);
            System.out.printf(
                    "%d chains, %d events, %s%n",
                    report.chains(),
                    report.events(),
                    report.unbroken() ? "unbroken" : report.faults().size() + " faults");
            return report.unbroken() ? 0 : 1;
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }
}
