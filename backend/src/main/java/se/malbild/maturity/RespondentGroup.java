// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/**
 * A group that answers (svarsgrupp): one of the four that every authority has, or one of an assessment's own with a name of its own. Groups
 * stand beside each other and are never pooled. It is known by its code alone; the order is the order they are shown in. Immutable.
 */
public final class RespondentGroup implements Comparable<RespondentGroup> {
    private static final List<RespondentGroup> FIXED = new ArrayList<>();

    /** Top management. */
    public static final RespondentGroup LEDNING =
            fixed("ledning", "Ledning", "Management", "Ledningen", "The management");
    /** Managers. */
    public static final RespondentGroup CHEFER = fixed("chefer", "Chefer", "Managers", "Cheferna", "The managers");
    /** Case officers. */
    public static final RespondentGroup HANDLAGGARE =
            fixed("handlaggare", "Handläggare", "Case officers", "Handläggarna", "The case officers");
    /** Administration. */
    public static final RespondentGroup ADMINISTRATION =
            fixed("administration", "Administration", "Administration", "Administrationen", "The administration");
    /** All of a workshop in one group, where every group would be too small to be shown; never a group of a survey. */
    public static final RespondentGroup GEMENSAM =
            fixed("gemensam", "Alla tillsammans", "Everyone together", "Alla tillsammans", "Everyone together");

    private final String code;
    private final Text label;
    private final Text definite;

    private RespondentGroup(String code, Text label, Text definite) {
        this.code = code;
        this.label = label;
        this.definite = definite;
    }

    private static RespondentGroup fixed(String code, String sv, String en, String definiteSv, String definiteEn) {
        RespondentGroup group = new RespondentGroup(code, new Text(sv, en), new Text(definiteSv, definiteEn));
        FIXED.add(group);
        return group;
    }

    /** One of an assessment's own. */
    public static RespondentGroup own(String code, Text label) {
        return new RespondentGroup(code, label, new Text("Gruppen " + label.sv(), "The group " + label.en()));
    }

    /**
     * The group of that code. One of an assessment's own has only its code for a name here; {@link Assessment#group} knows what it is
     * called.
     */
    public static RespondentGroup of(String code) {
        return FIXED.stream()
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseGet(() -> own(code, new Text(code, code)));
    }

    /** As {@link #of(String)}, with the name it has in its assessment, if it is one of its own. */
    public static RespondentGroup of(String code, @Nullable String labelSv, @Nullable String labelEn) {
        return labelSv == null || labelEn == null ? of(code) : own(code, new Text(labelSv, labelEn));
    }

    /** As stored and in the contract. */
    public String code() {
        return code;
    }

    /** Whether it is one of an assessment's own. */
    public boolean isOwn() {
        return !FIXED.contains(this);
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

    /** In a kept fact: the code in capitals, or code and name of one of an assessment's own. */
    @JsonValue
    Object kept() {
        return isOwn() ? Map.of("code", code, "sv", label.sv(), "en", label.en()) : code.toUpperCase(Locale.ROOT);
    }

    /** The group of a kept fact. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RespondentGroup kept(Object kept) {
        return kept instanceof Map<?, ?> own
                ? of(text(own, "code"), text(own, "sv"), text(own, "en"))
                : of(kept.toString().toLowerCase(Locale.ROOT));
    }

    private static String text(Map<?, ?> own, String field) {
        return String.valueOf(own.get(field));
    }

    /** The fixed ones first, in their order; then an assessment's own by code. */
    @Override
    public int compareTo(RespondentGroup other) {
        int place = FIXED.indexOf(this);
        int otherPlace = FIXED.indexOf(other);
        if (place >= 0 && otherPlace >= 0) {
            return Integer.compare(place, otherPlace);
        }
        return place >= 0 ? -1 : otherPlace >= 0 ? 1 : code.compareTo(other.code);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RespondentGroup group && code.equals(group.code);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(code);
    }

    @Override
    public String toString() {
        return code.toUpperCase(Locale.ROOT);
    }
}
