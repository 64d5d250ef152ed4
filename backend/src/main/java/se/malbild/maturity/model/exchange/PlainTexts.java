// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes markup out of texts: a model is shown as plain text everywhere. */
final class PlainTexts {
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z!][^<>]{0,500}>");

    private PlainTexts() {}

    /** Whether there is markup in the text. */
    static boolean hasMarkup(String text) {
        return MARKUP.matcher(text).find();
    }

    /** The same model without markup. */
    static Element.Mapping of(Element.Mapping model) {
        Map<String, Element> fields = new LinkedHashMap<>();
        model.fields().forEach((name, value) -> fields.put(name, of(value)));
        return new Element.Mapping(fields, model.place());
    }

    private static Element of(Element element) {
        return switch (element) {
            case Element.Mapping mapping -> of(mapping);
            case Element.Sequence sequence ->
                new Element.Sequence(
                        sequence.items().stream().map(PlainTexts::of).toList(), sequence.place());
            case Element.Scalar scalar
            when scalar.kind() == Element.Kind.TEXT && hasMarkup(scalar.text()) ->
                new Element.Scalar(MARKUP.matcher(scalar.text()).replaceAll(""), scalar.kind(), scalar.place());
            case Element.Scalar scalar -> scalar;
        };
    }
}
