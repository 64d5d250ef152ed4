// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import java.util.Locale;
import se.malbild.platform.Text;

/** A group that answers (svarsgrupp). Groups stand beside each other and are never pooled. The order is the order they are shown in. */
public enum RespondentGroup {
    LEDNING("Ledning", "Management", "Ledningen", "The management"),
    CHEFER("Chefer", "Managers", "Cheferna", "The managers"),
    HANDLAGGARE("Handläggare", "Case officers", "Handläggarna", "The case officers"),
    ADMINISTRATION("Administration", "Administration", "Administrationen", "The administration"),
    /** All of a workshop in one group, where every group would be too small to be shown; never a group of a survey. */
    GEMENSAM("Alla tillsammans", "Everyone together", "Alla tillsammans", "Everyone together");

    private final Text label;
    private final Text definite;

    RespondentGroup(String sv, String en, String definiteSv, String definiteEn) {
        this.label = new Text(sv, en);
        this.definite = new Text(definiteSv, definiteEn);
    }

    /** As stored and in the contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The group of that code. */
    public static RespondentGroup of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Its name, e.g. "Handläggare". */
    public Text label() {
        return label;
    }

    /** As the subject of a sentence, e.g. "Handläggarna". */
    public Text definite() {
        return definite;
    }

    /** Inside a sentence, e.g. "handläggarna". */
    public Text inSentence() {
        return new Text(lowerFirst(definite.sv()), lowerFirst(definite.en()));
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
