// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.contract.Contract;
import se.malbild.platform.contract.ContractOperation;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Says in our own words what the framework found wrong with a request; nothing of its own texts, which name classes, gets out. */
@Singleton
class RequestFaults {
    private static final Pattern UNKNOWN = Pattern.compile("Unknown property \\[([^\\]]{1,100})]");
    private static final Pattern PROPERTY = Pattern.compile("\\[(?:[^\\]]*? )?([a-zA-Z][a-zA-Z0-9]{0,60})] of type");
    private static final Pattern REQUIRED =
            Pattern.compile("Required (?:constructor parameter|property) \\[[^\\]]*?([A-Za-z0-9]+)]");

    private final Contract contract;

    RequestFaults(Contract contract) {
        this.contract = contract;
    }

    List<FieldFault> of(HttpRequest<?> request, @Nullable Throwable cause, List<Error> errors) {
        if (cause instanceof UnsatisfiedRouteException missing) {
            String place = place(request, missing.getArgument());
            return List.of(
                    FieldFault.of(place, "required", "Uppgiften saknas: " + place + ".", "Missing: " + place + "."));
        }
        String text = messages(cause, errors);
        Matcher unknown = UNKNOWN.matcher(text);
        if (unknown.find()) {
            String name = unknown.group(1);
            return List.of(FieldFault.of(
                    "/" + name,
                    "unknown_property",
                    "Fältet \u201d" + name + "\u201d finns inte. Ta bort det eller rätta namnet.",
                    "There is no field \u201c" + name + "\u201d. Remove it or correct the name."));
        }
        if (cause instanceof ConversionErrorException conversion && !isBody(request, conversion.getArgument())) {
            String place = place(request, conversion.getArgument());
            return List.of(FieldFault.of(
                    place,
                    "wrong_form",
                    "Värdet har fel form: " + place + ".",
                    "The value has the wrong form: " + place + "."));
        }
        return List.of(inBody(text));
    }

    /** A missing {@code If-Match} is a problem of its own (428). */
    ProblemException asProblem(List<FieldFault> found) {
        boolean versionMissing = found.size() == 1
                && found.getFirst().pointer().equals("header/If-Match")
                && found.getFirst().code().equals("required");
        return versionMissing ? ProblemException.of(ProblemType.VERSION_REQUIRED) : ProblemException.invalid(found);
    }

    /** Where a parameter of an operation stands, e.g. {@code query/limit}. */
    String place(HttpRequest<?> request, Argument<?> argument) {
        return place(request, argument.getName());
    }

    String place(HttpRequest<?> request, String javaName) {
        return operation(request)
                .map(found -> found.parameters().get(javaName))
                .filter(java.util.Objects::nonNull)
                .orElse("");
    }

    private boolean isBody(HttpRequest<?> request, Argument<?> argument) {
        return place(request, argument).isEmpty();
    }

    private java.util.Optional<ContractOperation> operation(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(MethodBasedRouteInfo.class::isInstance)
                .flatMap(route -> contract.find(
                        ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod().getMethodName()));
    }

    private static FieldFault inBody(String text) {
        Matcher required = REQUIRED.matcher(text);
        if (required.find()) {
            return FieldFault.of("/" + required.group(1), "required", "Uppgiften saknas.", "The value is missing.");
        }
        Matcher property = PROPERTY.matcher(text);
        String pointer = property.find() ? "/" + property.group(1) : "";
        if (pointer.isEmpty()) {
            return FieldFault.of(
                    "",
                    "unreadable",
                    "Innehållet gick inte att läsa som JSON enligt beskrivningen av gränssnittet.",
                    "The content could not be read as JSON of the described form.");
        }
        return FieldFault.of(
                pointer,
                "wrong_form",
                "Värdet har fel form eller finns inte bland de tillåtna.",
                "The value has the wrong form or is not among those allowed.");
    }

    private static String messages(@Nullable Throwable cause, List<Error> errors) {
        StringBuilder all = new StringBuilder();
        for (Throwable each = cause; each != null; each = each.getCause()) {
            all.append(each.getMessage()).append('\n');
        }
        errors.forEach(error -> all.append(error.getMessage()).append('\n'));
        return all.toString();
    }

    static final Map<String, String[]> WORDS = Map.of(
            "NotNull", new String[] {"required", "Uppgiften saknas.", "The value is missing."},
            "NotBlank", new String[] {"required", "Uppgiften saknas.", "The value is missing."},
            "NotEmpty", new String[] {"required", "Uppgiften saknas.", "The value is missing."},
            "Pattern", new String[] {"wrong_form", "Värdet har fel form.", "The value has the wrong form."},
            "Email", new String[] {"wrong_form", "Det är inte en e-postadress.", "That is not an e-mail address."});
}
