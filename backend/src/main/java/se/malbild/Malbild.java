// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import java.util.Arrays;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.malbild.drill.DrillCommand;
import se.malbild.friction.analyze.AnalyzeCommand;
import se.malbild.maturity.model.exchange.ModelCommand;

/** Where the program starts: one verb, then its arguments. {@code ./malbild --help} explains them. */
public final class Malbild {
    private static final Map<String, Verb> VERBS = Map.of(
            "serve",
            Serve::run,
            "authority",
            AuthorityCommand::run,
            "role",
            RoleCommand::run,
            "audit",
            AuditCommand::run,
            "register",
            RegisterCommand::run,
            "analyze",
            arguments -> AnalyzeCommand.run(arguments, System.out, System.err),
            "model",
            arguments -> ModelCommand.run(arguments, System.out, System.err),
            "drill",
            arguments -> DrillCommand.run(arguments, System.out, System.err));

    private Malbild() {}

    /** What a verb does; gives the exit code. */
    @FunctionalInterface
    interface Verb {
        int run(String[] arguments) throws Exception;
    }

    /** Runs {@code arguments[0]}; an unknown verb is exit code 2. */
    public static void main(String[] arguments) throws Exception {
        // The migrations library speaks through java.util.logging.
        Logger.getLogger("").setLevel(Level.WARNING);
        Verb verb = arguments.length == 0 ? null : VERBS.get(arguments[0]);
        if (verb == null) {
            System.err.println("Unknown verb. See ./malbild --help");
            System.exit(2);
            return;
        }
        int code = verb.run(Arrays.copyOfRange(arguments, 1, arguments.length));
        if (code != Serve.KEEPS_RUNNING) {
            System.exit(code);
        }
    }
}
