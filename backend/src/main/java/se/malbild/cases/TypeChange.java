// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.Deadline;
import se.malbild.platform.Text;

/**
 * What a case becomes under another version of its type: the answers that form takes, what it asks for besides, and the open deadlines
 * counted anew. Worked out by {@link TypeChanges}.
 *
 * @param formData the answers that are kept, as a JSON object
 * @param required answers the new version asks for and the case lacks, where the old one did not ask
 * @param documents the same for documents needed before a decision
 */
public record TypeChange(
        String formData, List<Loss> losses, List<Need> required, List<Need> documents, List<DeadlineChange> deadlines) {
    /**
     * An answer that is lost.
     *
     * @param removed the field is gone; otherwise the new form does not take the value
     */
    public record Loss(String key, Text name, String value, boolean removed) {}

    /** Something newly asked for. */
    public record Need(String key, Text name) {}

    /** What happens to a deadline. */
    public enum Kind {
        UNCHANGED,
        MOVED,
        ADDED,
        REMOVED
    }

    /** A deadline before and after. */
    public record DeadlineChange(
            Kind kind, @Nullable Deadline before, @Nullable Deadline after) {

        /** Whether the deadline of before is struck. */
        boolean ends() {
            return kind == Kind.MOVED || kind == Kind.REMOVED;
        }

        /** Whether the deadline of after is new. */
        boolean begins() {
            return kind == Kind.MOVED || kind == Kind.ADDED;
        }

        Deadline requiredBefore() {
            return Objects.requireNonNull(before);
        }

        Deadline requiredAfter() {
            return Objects.requireNonNull(after);
        }

        /** The one there is, the later one first. */
        public Deadline either() {
            return after == null ? requiredBefore() : after;
        }

        /** All that matters of it, without identities made for a preview. */
        String summary() {
            return kind + " " + either().kind() + " " + either().basis() + " " + day(before) + " " + day(after);
        }

        private static String day(@Nullable Deadline deadline) {
            return deadline == null ? "-" : deadline.dueDate().toString();
        }
    }
}
