// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import se.malbild.platform.checkpoint.CheckpointVerifier;
import se.malbild.platform.checkpoint.Checkpoints;
import se.malbild.platform.events.AuditVerifier;

/**
 * {@code audit verify}: reads every event, checks that the chains are unbroken and that they bear out every signed checkpoint; exit 0
 * when so, 1 when not. {@code audit checkpoint}: makes a checkpoint now, before the hour is out.
 */
final class AuditCommand {
    private AuditCommand() {}

    static int run(String[] arguments) throws IOException {
        String what = arguments.length == 1 ? arguments[0] : "";
        if (!what.equals("verify") && !what.equals("checkpoint")) {
            System.err.println("Usage: ./malbild audit verify|checkpoint");
            return 2;
        }
        try (Installation installation = Installation.open(Installation.dataDirectory());
                ApplicationContext beans = installation.beans()) {
            return what.equals("verify") ? verify(beans) : checkpoint(beans);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static int verify(ApplicationContext beans) {
        AuditVerifier.Report chains = beans.getBean(AuditVerifier.class).verify();
        CheckpointVerifier.Report signed =
                beans.getBean(CheckpointVerifier.class).verify();
        chains.faults().forEach(System.out::println);
        signed.faults().forEach(System.out::println);
        int faults = chains.faults().size() + signed.faults().size();
        System.out.printf(
                "%d chains, %d events, %d checkpoints, %s%n",
                chains.chains(), chains.events(), signed.checkpoints(), faults == 0 ? "unbroken" : faults + " faults");
        return faults == 0 ? 0 : 1;
    }

    private static int checkpoint(ApplicationContext beans) {
        System.out.printf(
                "%d checkpoints made%n", beans.getBean(Checkpoints.class).make());
        return 0;
    }
}
